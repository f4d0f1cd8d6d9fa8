// npm run screenshot: the README's picture, taken of the packaged extension in a real VS Code.
import { join } from 'node:path';
import { root } from './lib/importTypeScript.mjs';
import { openWorkbench } from '../test/ui/workbench.mjs';

const workbench = await openWorkbench({ viewport: { width: 1000, height: 880 } });
try {
  await workbench.openFile('ollama-1000-users.capacity.yaml');
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await workbench.hoverAt(37, 3);
  // What is below the text is empty.
  const clip = { x: 0, y: 0, width: 1000, height: 560 };
  await workbench.page.screenshot({ path: join(root, 'docs', 'images', 'plan.png'), clip });
} finally {
  await workbench.close();
}
