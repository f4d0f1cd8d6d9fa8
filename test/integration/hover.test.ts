// Tests hovers inside VS Code.
import * as assert from 'assert';
import * as vscode from 'vscode';
import {
  activated,
  closeEditors,
  openExample,
  openPlan,
  hoverAt,
  positionOf,
  replace,
} from './helpers';

suite('Hover', () => {
  suiteSetup(activated);
  teardown(closeEditors);

  test('a scenario’s name shows nodes, cost, latency and verdicts', async () => {
    const { document } = await openExample('ollama-1000-users');
    const text = await hoverAt(document, 'B: {');
    assert.match(text, /\*\*125 nodes\*\* · \*\*\\?\$188\/h\*\*/);
    assert.match(text, /2\.7 s.* latency \(measured, lighter load\)/);
    assert.match(text, /✗ misses .*strict/);
    assert.match(text, /✓\? meets .*relaxed.*, unverified/);
  });

  test('numbers link to the line that they were written on', async () => {
    const { document } = await openExample('ollama-1000-users');
    const text = await hoverAt(document, 'B: {');
    const link = /\[8 slots\]\((?<address>[^)]*)\)/.exec(text)?.groups?.address ?? '';
    const uri = vscode.Uri.parse(link);
    assert.strictEqual(uri.path, document.uri.path);
    const { line, character } = positionOf(document, '8 }');
    assert.strictEqual(uri.fragment, `L${line + 1},${character + 1}`);
  });

  test('an observation is checked against Little’s law', async () => {
    const { document } = await openExample('ollama-1000-users');
    assert.match(await hoverAt(document, '18/s'), /\*\*18\.5\/s\*\* expected.*\*\*2\.8%\*\* off/);
  });

  test('a key says what it means', async () => {
    const { document } = await openExample('ollama-1000-users');
    const text = await hoverAt(document, 'latencyFollows');
    assert.match(text, /optional, default `load`/);
  });

  test('while the YAML is broken the last good figures stay, marked', async () => {
    const editor = await openExample('ollama-1000-users');
    const { document } = editor;
    await hoverAt(document, 'B: {');
    await replace(editor, '<1s }', '<1s ');
    const text = await hoverAt(document, 'B: {');
    assert.match(text, /^⚠ \*\*Showing the last valid version/);
    assert.match(text, /\*\*125 nodes\*\*/);
  });

  test('an untitled plan has hovers, without links', async () => {
    const { document } = await openPlan('version: 1\nworkload: { users: 100 }\n');
    const text = await hoverAt(document, 'users');
    assert.match(text, /People \(or clients\)/);
    assert.doesNotMatch(text, /\]\(/);
  });

  test('nothing is said of a comment', async () => {
    const { document } = await openPlan('# a comment\nversion: 1\n');
    assert.strictEqual(await hoverAt(document, 'comment'), '');
  });
});
