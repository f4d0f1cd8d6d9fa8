// Tests findings in the editor: when they appear, and when they go.
import * as assert from 'assert';
import * as vscode from 'vscode';
import {
  activated,
  closeEditors,
  describe,
  diagnosticsOf,
  openExample,
  openPlan,
  replace,
  until,
  untilHolds,
  writeFile,
} from './helpers';

suite('Findings', () => {
  suiteSetup(activated);
  teardown(closeEditors);

  test('the example has each finding on its exact scalar', async () => {
    const { document } = await openExample('ollama-1000-users');
    const expected = [
      '5 information workload.no-think-time 1000',
      '12 hint price.undated 1.50 USD/h',
      '24 warning observation.underloaded 50',
      '35 information scenario.no-spare scenarios',
      '36 hint scenario.dominated A',
      '36 warning target.likely-missed 2',
      '37 error target.latency-missed 8',
      '38 hint scenario.dominated C',
      '38 warning target.likely-missed 4',
      '39 information target.unverified 50',
    ];
    await untilHolds('the findings', () => assert.deepStrictEqual(foundIn(document), expected));
  });

  test('a finding names the lines that it follows from', async () => {
    const { document } = await openExample('ollama-1000-users');
    const { relatedInformation } = await untilFound(document.uri, 'target.latency-missed');
    const related = (relatedInformation ?? []).map(({ location: { uri, range }, message }) => {
      assert.strictEqual(uri.toString(), document.uri.toString());
      return `${range.start.line + 1} ${document.getText(range)} ${message}`;
    });
    assert.deepStrictEqual(related, [
      '8 <1s target `strict`',
      '25 2.7s observation `50-user benchmark`',
    ]);
  });

  test('a code leads to the page of its rule', async () => {
    const { document } = await openExample('ollama-1000-users');
    const { code, source } = await untilFound(document.uri, 'target.latency-missed');
    assert.strictEqual(source, 'Capacity Plan');
    assert.ok(typeof code === 'object');
    assert.match(code.target.path, /docs\/rules\.md$/);
    assert.strictEqual(code.target.fragment, 'targetlatency-missed');
    const page = await vscode.workspace.openTextDocument(code.target.with({ fragment: '' }));
    assert.match(page.getText(), /target\.latency-missed/);
  });

  test('an edit that solves a finding takes it away, and one that makes one shows it', async () => {
    const editor = await openExample('ollama-1000-users');
    const { uri } = editor.document;
    await untilFound(uri, 'target.latency-missed');
    await replace(editor, '<1s }', '<3s }');
    await until('the misses to go', () => misses(uri).length === 0);
    await replace(editor, '<3s }', '<1s }');
    await untilFound(uri, 'target.latency-missed');
  });

  test('what an edit solves goes though typing goes on', async () => {
    const editor = await openExample('ollama-1000-users');
    const { uri } = editor.document;
    await untilFound(uri, 'target.latency-missed');
    await replace(editor, '<1s }', '<3s }');
    // Types on, so that all findings are never made anew.
    await until('the misses to go', async () => {
      await replace(editor, 'version: 1', 'version: 1 ');
      return misses(uri).length === 0;
    });
  });

  test('closing a plan clears its findings', async () => {
    const { document } = await openPlan('version: 1\nunknwon: 2\n');
    await untilFound(document.uri, 'plan.unknown-key');
    await closeEditors();
    await until('no findings', () => diagnosticsOf(document.uri).length === 0);
  });

  test('an unused node is greyed out', async () => {
    const { document } = await openExample('ollama-1000-users');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await replace(editor, 'nodes:\n', 'nodes:\n  spare-one: { gpu: L4 }\n');
    const unused = await untilFound(document.uri, 'plan.unused');
    assert.deepStrictEqual(unused.tags, [vscode.DiagnosticTag.Unnecessary]);
  });

  test('a *.capacity.yml file has findings too', async () => {
    const uri = await writeFile('short.capacity.yml', 'version: 1\nunknwon: 2\n');
    await vscode.window.showTextDocument(uri);
    await untilFound(uri, 'plan.unknown-key');
  });

  test('a plan that is forced to be plain YAML keeps its findings', async () => {
    const uri = await writeFile('forced.capacity.yaml', 'version: 1\nunknwon: 2\n');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    await untilFound(uri, 'plan.unknown-key');
  });

  test('the setting of a rule takes effect at once', async () => {
    const { document } = await openExample('ollama-1000-users');
    const configuration = vscode.workspace.getConfiguration('capacityPlan');
    const { Workspace } = vscode.ConfigurationTarget;
    await untilFound(document.uri, 'target.latency-missed');
    try {
      const rules = { 'target.latency-missed': 'hint', 'target.likely-missed': 'off', x: 'loud' };
      await configuration.update('rules', rules, Workspace);
      await until(
        'the new level',
        () => misses(document.uri).join() === '37 hint target.latency-missed',
      );
    } finally {
      await configuration.update('rules', undefined, Workspace);
    }
    await until('the old levels', () => misses(document.uri).length === 3);
  });
});

async function untilFound(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return until(`${rule} on ${uri.path}`, () => {
    const found = vscode.languages.getDiagnostics(uri).find(({ code }) => {
      return (typeof code === 'object' ? code.value : code) === rule;
    });
    if (found) return found;
    const documents = vscode.workspace.textDocuments.filter(
      (document) => document.uri.toString() === uri.toString(),
    );
    throw new Error([...documents.map(describe), ...diagnosticsOf(uri)].join('\n') || 'not open');
  });
}

/** Returns the findings with their text in the plan, without their messages. */
function foundIn(document: vscode.TextDocument): string[] {
  const texts = [...vscode.languages.getDiagnostics(document.uri)]
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ range }) => document.getText(range));
  return diagnosticsOf(document.uri).map(
    (line, index) => `${line.slice(0, line.indexOf(':'))} ${texts[index] ?? ''}`,
  );
}

/** Returns the missed targets, without the message. */
function misses(uri: vscode.Uri): string[] {
  return diagnosticsOf(uri)
    .map((line) => line.slice(0, line.indexOf(':')))
    .filter((line) => line.endsWith('missed'));
}
