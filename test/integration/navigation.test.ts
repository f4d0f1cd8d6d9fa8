// Tests outline, definitions, renaming, formatting and the search for symbols inside VS Code.
import * as assert from 'assert';
import * as vscode from 'vscode';
import {
  activated,
  closeEditors,
  openPlan,
  positionOf,
  until,
  untilHolds,
  writeFile,
} from './helpers';

const PLAN = `version: 1
workload: { users: 1000 }
targets: { "fast enough": { latency: <3s } }
nodes:
  aws: { gpu: L4, price: 1.50 USD/h }
  gcp:   { gpu: L4, price: 1.20 USD/h }
x-node: &node aws
x-defaults: &defaults { engine: ollama, target: 'fast enough' }
engines:
  ollama:
    type: ollama
    node: [*node, gcp]
    observations:
    - { source: measured, parallel: 8, users: 8, latency: 2s, url: "https://example.com/a" }
scenarios:
  A: { <<: *defaults, parallel: 8 } # ollama
  B:
    engine: ollama
    parallel: 4
`;

suite('Navigation', () => {
  suiteSetup(activated);
  teardown(closeEditors);

  test('names, sources and bounds have colours of their own', async () => {
    const { document } = await openPlan(PLAN);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    assert.ok(legend.tokenTypes.includes('planScenario'), legend.tokenTypes.join());
    const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    // five numbers a token: the first is the target's name, in the third line
    const [line, column, length, type] = data;
    assert.deepStrictEqual(
      [line, column, length, legend.tokenTypes[type ?? -1]],
      [2, 12, 11, 'planTarget'],
    );
  });

  test('F12 leads to the definition: through aliases, merge keys and quotes', async () => {
    const { document } = await openPlan(PLAN);
    for (const [from, to] of [
      ['ollama, target', 'ollama:'],
      ['*node, gcp', 'aws: {'],
      ['gcp]', 'gcp:  '],
      ["fast enough' }", 'fast enough":'],
      ['*defaults, par', 'defaults {'],
    ] as const) {
      const links = await ask<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document,
        from,
      );
      assert.deepStrictEqual(
        links.map(({ targetRange }) => document.offsetAt(targetRange.start)),
        [PLAN.indexOf(to)],
        from,
      );
    }
  });

  test('F12 moves the cursor', async () => {
    const editor = await openPlan(PLAN);
    const at = positionOf(editor.document, 'ollama\n    parallel');
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    const line = positionOf(editor.document, 'ollama:').line;
    await until('the cursor at the definition', () => editor.selection.active.line === line);
  });

  test('Shift+F12 finds each place, and highlights are the same ones', async () => {
    const { document } = await openPlan(PLAN);
    const found = await ask<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document,
      'ollama:',
    );
    const lines = [7, 9, 17];
    assert.deepStrictEqual(found.map(({ range }) => range.start.line).sort(), [17, 7, 9].sort());
    const highlights = await ask<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document,
      'ollama:',
    );
    assert.deepStrictEqual(
      highlights.map(({ range }) => range.start.line).sort((a, b) => a - b),
      lines,
    );
  });

  test('F2 renames everywhere in one edit, and keeps quotes, aliases and comments', async () => {
    const { document } = await openPlan(PLAN);
    await rename(document, 'aws: {', 'eu west');
    await rename(document, 'fast enough":', 'fast');
    await rename(document, 'ollama:', 'true');
    const expected = PLAN.replace('  aws: {', '  eu west: {')
      .replace('&node aws', '&node eu west')
      .replace('"fast enough"', '"fast"')
      .replace("'fast enough'", "'fast'")
      .replace('engine: ollama,', 'engine: "true",')
      .replace('  ollama:\n', '  "true":\n')
      .replace('engine: ollama\n', 'engine: "true"\n');
    assert.strictEqual(document.getText(), expected);
  });

  test('F2 refuses a name that is taken, and says so', async () => {
    const { document } = await openPlan(PLAN);
    assert.match(await refusal(document, 'gcp'), /have a `gcp` already/);
    assert.strictEqual(document.getText(), PLAN);
  });

  test('Ctrl+Shift+O has the names with their figures', async () => {
    const { document } = await openPlan(PLAN);
    const symbols = await outlineOf(document);
    const scenarios = symbols.find(({ name }) => name === 'scenarios');
    const [a] = scenarios?.children ?? [];
    assert.strictEqual(a?.name, 'A');
    assert.match(a.detail, /125 nodes · .* 2 s.* · \$150\/h/);
    const engines = symbols.find(({ name }) => name === 'engines');
    assert.match(engines?.children[0]?.detail ?? '', /ollama on gcp · 1 observation/);
  });

  test('Format Document keeps comments, anchors and quotes', async () => {
    const editor = await openPlan(PLAN);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    const expected = PLAN.replace('gcp:   {', 'gcp: {').replace('    - {', '      - {');
    await untilHolds('the formatted plan', () =>
      assert.strictEqual(editor.document.getText(), expected),
    );
  });

  test('Format Selection changes its lines only', async () => {
    const editor = await openPlan(PLAN);
    const line = positionOf(editor.document, 'gcp:  ').line;
    editor.selection = new vscode.Selection(line, 0, line, 20);
    await vscode.commands.executeCommand('editor.action.formatSelection');
    await untilHolds('the formatted line', () =>
      assert.strictEqual(editor.document.getText(), PLAN.replace('gcp:   {', 'gcp: {')),
    );
  });

  test('links, folds and growing selections', async () => {
    const { document } = await openPlan(PLAN);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const ours = links.filter(({ target }) => target?.toString() === 'https://example.com/a');
    assert.ok(ours.length > 0, 'no link');
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(folds.some(({ start, end }) => start === 14 && end === 18));
    const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [positionOf(document, 'fast enough":')],
    );
    assert.ok(selection?.parent);
  });

  test('Ctrl+T finds names in every plan, opened or not', async () => {
    await writeFile('symbols.capacity.yaml', 'engines: { findable-engine: {} }\n');
    await untilHolds('the symbol', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'findable-eng',
      );
      const closed = found.filter(({ name }) => name === 'findable-engine');
      assert.strictEqual(closed.length, 1);
    });
    await openPlan('engines: { open-engine: {} }\n');
    await untilHolds('the symbol of an open plan', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'open-eng',
      );
      assert.ok(found.some(({ name }) => name === 'open-engine'));
    });
    await vscode.workspace.fs.delete(await writeFile('symbols.capacity.yaml', ''));
  });

  test('nothing fails in a text that is half typed', async () => {
    const { document } = await openPlan(PLAN.replace('{ gpu: L4,', '{ gpu: '));
    await ask('vscode.executeDefinitionProvider', document, 'ollama:');
    await outlineOf(document);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.match(await refusal(document, 'a'), /.+/);
  });
});

function ask<T>(command: string, document: vscode.TextDocument, text: string): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, document.uri, positionOf(document, text));
}

async function outlineOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return (
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    )) ?? []
  );
}

async function renameEdit(
  document: vscode.TextDocument,
  text: string,
  name: string,
): Promise<vscode.WorkspaceEdit> {
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    positionOf(document, text),
    name,
  );
}

async function rename(document: vscode.TextDocument, text: string, name: string): Promise<void> {
  const edit = await renameEdit(document, text, name);
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}

/** Returns the words with which renaming `aws` is refused. */
async function refusal(document: vscode.TextDocument, name: string): Promise<string> {
  try {
    await renameEdit(document, 'aws: {', name);
    return '';
  } catch (error) {
    return String(error);
  }
}
