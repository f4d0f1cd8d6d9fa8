/** All that src/vscode and src/worker say to people is translated. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test, vi } from 'vitest';
import { readFiles } from '../../../src/benchmark/importRuns';
import { comparisonPage } from '../../../src/vscode/compare/comparisonPage';
import { previewPage } from '../../../src/vscode/import/previewPage';
import { bareEnglish, withPseudoLanguage } from '../../support/pseudoLanguage';

vi.mock('vscode', () => import('../../support/fakeVscode'));

const root = join(import.meta.dirname, '..', '..', '..');

/** Calls whose texts go into the log, or name a bug. */
const FOR_DEVELOPERS =
  /(?:^|[.#])(?:bug|warn|info|guard|guardAsync|problemOf|answer|onDeath|Error)$/;
/** Names of products, and of formats. */
const PRODUCTS = new Set(['Capacity Plan', 'Markdown']);
/** What takes texts that people never see. */
const ALLOWED = new Set([
  // the name of a task, which tasks.json refers to
  'check all plans',
  // ends of a worker, for the log
  'it was killed',
  'it ended',
  // for the log
  'capacityPlan.rules: … is no level for … (…)',
]);

function isWords(text: string): boolean {
  return /\p{L}{2,} \p{Ll}{2,}/u.test(text) || /^\p{Lu}\p{Ll}+[.…:]?$/u.test(text.trim());
}

/** Returns the texts of a file that are neither translated, nor for developers, nor code. */
function bareTexts(path: string): string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(root, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const add = (text: string): void => {
    const words = text.replace(/<[^<>]*>/g, '\n').replace(/\$\([\w~-]+\)/g, '');
    found.push(...words.split('\n').filter((line) => isWords(line) && !isCode(line)));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 't') {
      return ts.forEachChild(node.template, visitSpans);
    }
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && isForDevelopers(node)) {
      return node.arguments?.forEach((each) => {
        if (!ts.isStringLiteralLike(each) && !ts.isTemplateExpression(each)) visit(each);
      });
    }
    if (ts.isStringLiteralLike(node)) add(node.text);
    if (ts.isTemplateExpression(node)) {
      add([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
    }
    ts.forEachChild(node, visit);
  };
  /** What is put into a translated text. */
  const visitSpans = (node: ts.Node): void => {
    if (ts.isTemplateSpan(node)) visit(node.expression);
  };
  visit(source);
  return found.filter((text) => !PRODUCTS.has(text.trim()) && !ALLOWED.has(text.trim()));
}

function isForDevelopers(node: ts.CallExpression | ts.NewExpression): boolean {
  return FOR_DEVELOPERS.test(node.expression.getText());
}

/** Rules of a style, and of a content security policy. */
function isCode(line: string): boolean {
  return /[{};]|default-src|var\(|\/\*|<!DOCTYPE/.test(line);
}

describe('what VS Code shows', () => {
  const files = ['src/vscode', 'src/worker'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );

  test('is translated in every file', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(files.flatMap((file) => bareTexts(file).map((text) => `${file}: ${text}`))).toEqual([]);
  });
});

/** Returns what a page shows, without its style. */
function shown(page: string): string {
  return page.replace(/<style.*?<\/style>/s, '').replace(/<pre>.*?<\/pre>/s, '');
}

describe('pages', () => {
  const golden = readFileSync(join(root, 'test/data/benchmarks/vllm-json.golden.json'), 'utf8');
  const file = 'golden.json';
  const read = readFiles([{ file, text: golden }]);
  // What readers of benchmarks say is translated elsewhere.
  const quiet = {
    ...read,
    files: read.files.map((each) => ({
      ...each,
      remarks: ['⟦remark⟧'],
      runs: each.runs.map((run) => ({ ...run, words: [] })),
    })),
  };
  const names = read.files.flatMap(({ format = '', runs }) => [
    format,
    file,
    ...runs.map(({ name }) => name),
  ]);
  const one = { engine: 'vllm-l4', imported: quiet, hasChanged: true, measured: undefined };
  const other = { ...quiet, added: [], known: read.added.length };
  const time = { measuredSeconds: 1, predicted: '2 s', off: undefined };
  const compared = [{ load: '⟦8 users⟧', times: [{ ...time, name: 'latency' as const }] }];
  const imports: readonly (readonly [string, Parameters<typeof previewPage>[0]])[] = [
    ['an import', one],
    [
      'an import of several files',
      { ...one, imported: { ...quiet, files: [...quiet.files, ...quiet.files] } },
    ],
    ['an import of known runs', { ...one, imported: other }],
    ['an import of some known runs', { ...one, imported: { ...quiet, known: 1 } }],
    [
      'a refused file',
      {
        ...one,
        imported: {
          ...other,
          known: 0,
          files: [{ file: undefined, format: undefined, runs: [], remarks: ['⟦why⟧'] }],
        },
      },
    ],
    ['a measurement', { ...one, measured: { compared, remarks: ['⟦lost⟧'] } }],
  ];

  test.for(imports)('%s is translated', ([, preview]) => {
    const page = withPseudoLanguage(() => previewPage(preview));
    expect(page).toContain('<html lang="⟦en⟧">');
    expect(bareEnglish(shown(page), ['vllm-l4', ...names])).toEqual([]);
  });

  test.for([1, 2])('a comparison of %i runs is translated', (runs) => {
    const sides = [{ letter: 'A', name: 'a.json', runs, remarks: ['⟦remark⟧'] }];
    const page = withPseudoLanguage(() =>
      comparisonPage({ verdict: '⟦slower⟧', sides, loads: [], svg: undefined }),
    );
    expect(bareEnglish(shown(page), ['a.json'])).toEqual([]);
  });
});
