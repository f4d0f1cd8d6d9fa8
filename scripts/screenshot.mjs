// Takes the README's pictures of the packaged extension in a real VS Code: npm run screenshot.
import { join } from 'node:path';
import { root } from './lib/importTypeScript.mjs';
import { endVSCode, openWorkbench } from '../test/ui/workbench.mjs';

const EXAMPLE = 'ollama-1000-users.capacity.yaml';
const imagePath = (name) => join(root, 'docs', 'images', name);

await take({ width: 1000, height: 880 }, async ({ page, hoverAt }) => {
  await hoverAt(37, 3);
  // Crops the empty part below the text.
  const clip = { x: 0, y: 0, width: 1000, height: 560 };
  await page.screenshot({ path: imagePath('plan.png'), clip });
});

await take({ width: 1500, height: 1270 }, async ({ page, runCommand, webview }) => {
  await runCommand('Capacity Plan: Open Charts');
  const panel = webview().locator('#panel');
  await panel.locator('figure[data-chart="cost-by-users"] canvas').waitFor();
  const users = panel.getByRole('textbox', { name: 'Users, exact value' });
  await users.fill('2000');
  await users.press('Enter');
  await panel.locator('.outcome tr[data-scenario="B"]').getByText('250').first().waitFor();
  await page.screenshot({ path: imagePath('charts.png') });
});

async function take(viewport, picture) {
  const workbench = await openWorkbench({ viewport });
  try {
    await workbench.openFile(EXAMPLE);
    await workbench.page.locator('.squiggly-error').first().waitFor();
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await picture(workbench);
  } finally {
    await workbench.close();
    await endVSCode();
  }
}
