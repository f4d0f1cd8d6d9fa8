// Tests the language status item, which sums up the active plan.
import * as assert from 'assert';
import type { ExtensionApi } from '../../src/extension';
import { activated, closeEditors, openExample, openPlan, replace, until } from './helpers';

suite('Status item', () => {
  teardown(closeEditors);

  test('names the worst scenario of the active plan', async () => {
    await openExample('ollama-1000-users');
    await untilText('B misses strict · 125 nodes · $188/h');
  });

  test('follows the text as it is typed', async () => {
    const editor = await openExample('ollama-1000-users');
    await replace(editor, 'ollama, parallel: 8', 'ollama, parallel: 4');
    await untilText('A likely misses strict · 500 nodes · $750/h');
  });

  test('says that it is out of date while the YAML is broken', async () => {
    const editor = await openExample('ollama-1000-users');
    await untilText('B misses strict · 125 nodes · $188/h');
    await replace(editor, '<3s }', '<3s ');
    await untilText('Out of date: B misses strict · 125 nodes · $188/h');
  });

  test('is plain where there is nothing to judge', async () => {
    await openPlan('version: 1\nengines: {}\nscenarios: {}\n');
    await untilText('No scenarios');
  });
});

/** Waits for the status's text, which only the extension tells. */
async function untilText(text: string): Promise<void> {
  const { exports } = await activated();
  const api = exports as ExtensionApi;
  await until(text, () => api.status()?.text === text);
  assert.ok(api.status()?.detail);
}
