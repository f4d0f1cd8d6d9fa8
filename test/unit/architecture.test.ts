import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';

// The snippets are no files of the project, so that rules which need types cannot see them.
const eslint = new ESLint({
  cwd: join(import.meta.dirname, '..', '..'),
  overrideConfig: [tseslint.configs.disableTypeChecked],
});

async function rulesBrokenBy(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? [])
    .map(({ ruleId, message }) => ruleId ?? message)
    .filter((rule) => rule !== '@typescript-eslint/no-unused-vars');
}

const importOf = (path: string): string => `import { x } from '${path}';\nexport const y = x;\n`;

test.for<[string, string]>([
  ['src/engine/a.ts', '../plan/b'],
  ['src/engine/a.ts', '../lint/b'],
  ['src/engine/a.ts', 'yaml'],
  ['src/engine/util/a.ts', '../../plan/b'],
  ['src/engine/util/a.ts', '../figure/b'],
  ['src/engine/catalog/data/a.ts', '../../hardware/b'],
  ['src/engine/curve/fit/a.ts', '../../fleet/b'],
  ['src/engine/recommend/a.ts', '../explore/b'],
  ['src/engine/a.ts', './../plan/b'],
  ['src/plan/a.ts', '../lint/b'],
  ['src/plan/a.ts', 'yaml'],
  ['src/plan/yamlReader.ts', 'vscode'],
  ['src/lint/rules/a.ts', '../../messages/b'],
  ['src/messages/a.ts', '../benchmark/b'],
  ['src/messages/a.ts', '../language/b'],
  ['src/benchmark/formats/a.ts', '../../language/b'],
  ['src/benchmark/formats/a.ts', 'node:fs'],
  ['src/benchmark/a.ts', 'vscode'],
  ['src/messages/a.ts', '../report/b'],
  ['src/language/a.ts', '../report/b'],
  ['src/language/a.ts', 'vscode'],
  ['src/report/a.ts', '../language/b'],
  ['src/report/a.ts', '../vscode/b'],
  ['src/report/a.ts', 'node:fs'],
  ['src/report/a.ts', '../../scripts/b'],
  ['src/measure/a.ts', '../network/b'],
  ['src/network/a.ts', 'node:http'],
  ['src/network/a.ts', '../benchmark/b'],
  ['src/query/a.ts', '../worker/b'],
  ['src/query/a.ts', '../vscode/b'],
  ['src/worker/client.ts', '../vscode/b'],
  ['src/worker/client.ts', 'node:worker_threads'],
  ['src/cli/a.ts', '../query/b'],
  ['src/vscode/a.ts', '../cli/b'],
  ['src/vscode/a.ts', 'node:fs'],
  ['src/vscode/a.ts', 'yaml'],
  ['src/extension.ts', './cli/b'],
  ['src/extension.ts', 'node:path'],
  ['src/cli/a.ts', '../vscode/b'],
  ['src/cli/a.ts', 'vscode'],
  ['src/cli/a.ts', 'yaml'],
])('%s may not import %s', async ([file, path]) => {
  expect(await rulesBrokenBy(file, importOf(path))).toEqual(['no-restricted-imports']);
});

test.for<[string, string]>([
  ['src/engine/a.ts', './b'],
  ['src/engine/curve/fit/a.ts', '../b'],
  ['src/engine/curve/fit/a.ts', '../../util/b'],
  ['src/engine/explore/a.ts', '../util/b'],
  ['src/plan/a.ts', '../engine/b'],
  ['src/plan/yamlReader.ts', 'yaml'],
  ['src/lint/rules/a.ts', '../finding'],
  ['src/lint/rules/a.ts', '../../engine/b'],
  ['src/messages/a.ts', '../lint/b'],
  ['src/benchmark/formats/a.ts', '../../plan/yamlReader'],
  ['src/benchmark/a.ts', '../messages/b'],
  ['src/language/a.ts', '../messages/b'],
  ['src/report/a.ts', '../messages/b'],
  ['src/query/a.ts', '../panel/b'],
  ['src/worker/client.ts', '../query/b'],
  ['src/worker/thread.ts', 'node:worker_threads'],
  ['src/vscode/a.ts', '../query/b'],
  ['src/vscode/a.ts', 'vscode'],
  ['src/vscode/a.ts', '../language/b'],
  ['src/extension.ts', './vscode/b'],
  ['src/cli/a.ts', 'node:fs'],
  ['src/cli/a.ts', 'tinyglobby'],
  ['src/cli/a.ts', '../report/b'],
  ['src/cli/a.ts', '../network/b'],
  ['src/vscode/a.ts', '../network/b'],
])('%s may import %s', async ([file, path]) => {
  expect(await rulesBrokenBy(file, importOf(path))).toEqual([]);
});

test.for<[string, string]>([
  ['Date.now()', 'no-restricted-properties'],
  ['new Date()', 'no-restricted-syntax'],
  ['Date()', 'no-restricted-syntax'],
  ['Math.random()', 'no-restricted-properties'],
  ['(1.5).toLocaleString()', 'no-restricted-syntax'],
  ["'a'.localeCompare('b')", 'no-restricted-syntax'],
  ["new Intl.NumberFormat('en')", 'no-restricted-globals'],
  ["console.log('x')", 'no-console'],
  ["import('../cli/main')", 'no-restricted-syntax'],
  ["JSON.parse('1') as any", '@typescript-eslint/no-explicit-any'],
  ["'a'.at(0)!", '@typescript-eslint/no-non-null-assertion'],
])('the core may not say %s', async ([code, rule]) => {
  for (const folder of [
    'engine',
    'plan',
    'lint',
    'messages',
    'benchmark',
    'language',
    'report',
    'query',
  ]) {
    expect(await rulesBrokenBy(`src/${folder}/a.ts`, `export const x = ${code};\n`)).toEqual([
      rule,
    ]);
  }
});

test.for<[string, string]>([
  ['src/vscode/a.ts', "vscode.window.showErrorMessage('x')"],
  ['src/vscode/charts/a.ts', "vscode.window.showInformationMessage('x')"],
  ['src/extension.ts', "vscode.window.showWarningMessage('x')"],
  ['src/vscode/a.ts', "vscode.window.showQuickPick(['x'])"],
  ['src/vscode/a.ts', 'vscode.window.createQuickPick()'],
  ['src/vscode/a.ts', 'vscode.window.showInputBox()'],
  ['src/vscode/a.ts', "vscode.window.setStatusBarMessage('x')"],
  ['src/vscode/a.ts', 'vscode.window.createStatusBarItem()'],
  ['src/vscode/a.ts', "vscode.languages.createLanguageStatusItem('x', 'y')"],
  ['src/vscode/a.ts', "vscode.window['showErrorMessage']('x')"],
  ['src/vscode/a.ts', 'vscode.window.withProgress({ title }, work)'],
  ['src/vscode/a.ts', "new vscode.InlayHint(position, 'x')"],
  ['src/vscode/a.ts', "new vscode.CompletionItem('x')"],
  ['src/vscode/a.ts', "new vscode.Diagnostic(range, 'x')"],
  ['src/vscode/a.ts', "(panel.title = 'x')"],
])('%s may not show text by %s', async ([file, code]) => {
  expect(await rulesBrokenBy(file, `export const x = ${code};\n`)).toContain(
    'no-restricted-syntax',
  );
});

test('the one file that makes text harmless may show it', async () => {
  const code = "export const x = vscode.window.showErrorMessage('x');\n";
  expect(await rulesBrokenBy('src/vscode/showText.ts', code)).toEqual([]);
});

test('the extension may not use what a web worker does not have', async () => {
  const code = 'export const home = process.env.HOME;\n';
  expect(await rulesBrokenBy('src/vscode/a.ts', code)).toEqual(['no-restricted-globals']);
});
