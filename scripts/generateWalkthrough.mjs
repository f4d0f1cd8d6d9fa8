// Writes the pictures of the walkthrough: media/walkthrough/*.svg.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/importTypeScript.mjs';
import { walkthroughPictures } from './lib/walkthroughPictures.mjs';

const folder = join(root, 'media', 'walkthrough');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(await walkthroughPictures())) {
  writeFileSync(join(folder, name), text);
}
