// Writes what VS Code reads of each language: l10n/bundle.l10n.LANGUAGE.json from the parts in l10n/parts.
import { writeFileSync } from 'node:fs';
import { root } from './lib/importTypeScript.mjs';
import { bundlePath, joinLanguages, textsFile } from './lib/joinLanguages.mjs';

for (const [language, texts] of joinLanguages(root)) {
  writeFileSync(bundlePath(root, language), textsFile(texts));
}
