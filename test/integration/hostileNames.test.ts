// Tests that names in a plan never become links or icons in VS Code.
import * as assert from 'assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import { activated, closeEditors, openPlan, positionOf, until, writeFile } from './helpers';

const COMMAND = '[x](command:workbench.action.terminal.sendSequence)';
const IMAGE = '![p](https://example.com/p.png)';
const NAMES = [
  COMMAND,
  IMAGE,
  '$(zap)',
  '<img src=x>',
  '\\u001B]0;x\\u0007',
  'a\\u202Eb',
  '::error',
  'a\\nb',
];

/** Matches links as VS Code reads them in notifications and labels. */
const LINK = /\[[^\]]+\]\((https?:\/\/|command:|file:)/i;
const ICON = /\$\([A-Za-z0-9-]+(~[A-Za-z]+)?\)/;
const ACTING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Returns a plan whose engines, scenarios and targets have these names. */
function planOf(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return `version: 1
title: ${quoted[0] ?? ''}
workload: { users: 1000 }
targets:
${quoted.map((name) => `  ${name}: { latency: <1s }`).join('\n')}
nodes: { n: { price: 1 USD/h } }
engines:
${quoted
  .map(
    (name) =>
      `  ${name}: { node: n, observations: [{ source: measured, parallel: 8, users: 8, latency: 2s }] }`,
  )
  .join('\n')}
scenarios:
${quoted.map((name) => `  ${name}: { engine: ${name}, target: ${name}, parallel: 8 }`).join('\n')}
`;
}

function assertPlain(shown: string, where: string): void {
  assert.doesNotMatch(shown, LINK, where);
  assert.doesNotMatch(shown, ICON, where);
  assert.doesNotMatch(shown, ACTING, where);
}

suite('Hostile names', () => {
  let api: ExtensionApi;

  suiteSetup(async () => {
    api = (await activated()).exports as ExtensionApi;
  });
  teardown(closeEditors);

  test('a file name is no link in the notification of a broken plan', async () => {
    const shown: string[] = [];
    const { window } = vscode;
    const original = window.showErrorMessage;
    window.showErrorMessage = (message: string) => {
      shown.push(message);
      return Promise.resolve(undefined);
    };
    try {
      const name = '[x](command:workbench.action.quit)$(zap).capacity.yaml';
      const uri = await writeFile(name, 'version: [1\n');
      await vscode.commands.executeCommand('capacityPlan.generateReport', uri);
      const message = await until('a notification', () => shown[0]);
      assert.ok(message.startsWith('[x] (command:workbench.action.quit)$ (zap).capacity.yaml'));
      assertPlain(message, 'notification');
      await vscode.workspace.fs.delete(uri);
    } finally {
      window.showErrorMessage = original;
    }
  });

  test('status item, hints, findings and completions are plain', async () => {
    const { document } = await openPlan(planOf(NAMES));
    await until('the status', () => api.status()?.text.includes('misses'));
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      all,
    );
    assert.strictEqual(hints.length, NAMES.length);
    for (const { label, tooltip } of hints) {
      assertPlain(
        typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
        'hint',
      );
      if (typeof tooltip === 'string') assertPlain(tooltip, 'tooltip of a hint');
    }
    const diagnostics = await until('findings', () => {
      const found = vscode.languages.getDiagnostics(document.uri);
      return found.length > 0 && found;
    });
    for (const { message, relatedInformation = [] } of diagnostics) {
      for (const text of [message, ...relatedInformation.map((each) => each.message)]) {
        assert.doesNotMatch(text, ACTING, 'finding');
      }
    }
    const place = positionOf(document, 'target: "::error"').translate(0, 'target: '.length);
    const completions = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      place,
    );
    const labels = completions.items.map(({ label }) =>
      typeof label === 'string' ? label : label.label,
    );
    assert.ok(
      labels.some((label) => label.includes('x] (command:')),
      labels.join('\n'),
    );
    for (const label of labels) assertPlain(label, 'completion');
  });

  test('the panel’s title is plain', async () => {
    const uri = await writeFile('$(zap)a.capacity.yaml', planOf(NAMES));
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('capacityPlan.openCharts');
    await until('its tab', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ label }) => label === 'Charts: $ (zap)a.capacity.yaml'),
    );
    await closeEditors();
    await vscode.workspace.fs.delete(uri);
  });
});
