import { config } from '@vscode/l10n';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { afterEach, describe, expect, test } from 'vitest';
import { quickCharts, slowCharts } from '../../../src/charts/drawCharts';
import { legendEntries } from '../../../src/charts/svg/legendEntries';
import type { Chart } from '../../../src/charts/chart';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { whatIfFields } from '../../../src/panel/whatIf/fields';

const AREAS = ['src/charts', 'src/panel', 'webview'];

const FILES = AREAS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

const PLANS = ['examples', 'test/golden/reports', 'test/golden/plans'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.capacity.yaml') && !/too-|hostile/.test(name))
    .map((name) => `${folder}/${name}`),
);

/** Text in files of these areas that nobody reads as a sentence, or that is the same in every language. */
const SAME_EVERYWHERE: ReadonlySet<string> = new Set([
  // written into a plan
  'Cheapest',
  'Fewest nodes',
  '{} that {} {}',
  // for developers
  'Capacity Plan: a message of an unknown shape was dropped.',
  // names
  'CSV',
  'Markdown',
  'Segoe UI',
  '{}, parallel {}',
  'parallel {}',
  'auto ({})',
  'USD',
  // keys of the keyboard, and of lists
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'End',
  'Enter',
  'Escape',
  'Home',
  'row {}',
  'add {}',
]);

describe('in the files of charts and panel', () => {
  test.for(FILES)('%s: all words for people are translated', (path) => {
    expect(untranslated(path)).toEqual([]);
  });
});

describe('under a pseudo language', () => {
  afterEach(() => {
    config({ contents: {} });
  });

  test.for(PLANS)('%s: charts and controls say nothing in English alone', (path) => {
    config({ contents: PSEUDO });
    const analysis = analyzePlan(readFileSync(path, 'utf8'));
    const { assessment } = analysis;
    if (!assessment) return;
    const charts = [
      ...quickCharts(assessment),
      ...slowCharts(assessment).flatMap((draw) => draw() ?? []),
    ];
    const texts = [...charts.flatMap(textsOf), ...whatIfFields(analysis).map(({ label }) => label)];
    const names = new Set(
      [...assessment.scenarios, ...assessment.engines].map(({ spec }) => spec.name),
    );
    expect(texts.filter((text) => !names.has(text) && hasBareWords(text))).toEqual([]);
  });
});

/** Puts every text into brackets. */
const PSEUDO = new Proxy<Record<string, string>>(
  {},
  { get: (_, key) => (typeof key === 'string' ? `⟦${key}⟧` : undefined) },
);

/** Returns the texts whose words are all of the charts themselves. */
function textsOf(chart: Chart): readonly string[] {
  const { id, title, conclusion, notes = [], x, y, rules } = chart;
  const ownRules = rules.filter(({ kind }) => kind === 'today' || id.startsWith('growth'));
  return [
    title,
    conclusion,
    ...notes,
    ...[x, y].flatMap(({ label, categories = [] }) => [label, ...categories]),
    ...ownRules.map(({ label }) => label),
    ...legendEntries(chart).map(({ text }) => text),
  ];
}

/**
 * Tells if a text has words outside of brackets. Brackets may be within brackets. Units and the last comma of a list are
 * words of others.
 */
function hasBareWords(text: string): boolean {
  let rest = text.replace(/`[^`]*`|\/month|⟧ and ⟦/g, ' ');
  for (let last = ''; last !== rest;) {
    last = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  return /\p{L}{3}/u.test(rest);
}

/** Returns literals that read as words for people, outside of translated texts. */
function untranslated(path: string): readonly string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  visit(file);
  return found;

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 't') {
      if (ts.isTemplateExpression(node.template)) {
        for (const { expression } of node.template.templateSpans) visit(expression);
      }
      return;
    }
    if (!ts.isSourceFile(node) && isNameOfClass(node)) return;
    const text = textOf(node);
    if (text !== undefined && !SAME_EVERYWHERE.has(text)) {
      if (isSentence(text) || (isLabel(node) && /\p{L}{2}/u.test(text))) found.push(text);
    }
    ts.forEachChild(node, visit);
  }
}

/** Returns the text of a literal, with `{}` for what is put into it. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}

/** Tells if a node is the name or the value of an attribute `class`, or the name of a field. */
function isNameOfClass(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isPropertyAssignment(parent)) {
    return (
      (ts.isCallExpression(parent) && parent.arguments[0]?.getText() === "'class'") ||
      (ts.isBinaryExpression(parent) && parent.left.getText().endsWith('.className'))
    );
  }
  return node === parent.name || parent.name.getText() === 'class';
}

/** Tells words apart from names of events, paths and colours: a capital, or a word beside a blank. */
function isSentence(text: string): boolean {
  const isMarkup = /[<>=/{};#]\S|^[.#(]|--|\bbutton[.:]|^M-?\d|^data:/.test(
    text.replaceAll('{}', ''),
  );
  if (isMarkup || !/^\p{Lu}| /u.test(text)) return false;
  return /^\p{Lu}\p{Ll}+$/u.test(text) || /(^|[\p{L},:] )\p{L}{2,}( |[.:]?$)/u.test(text);
}

/** Tells if a literal is the value of a field for people. */
function isLabel({ parent }: ts.Node): boolean {
  if (!ts.isPropertyAssignment(parent)) return false;
  const name = parent.name.getText().replace(/'/g, '');
  return LABELS.has(name);
}

const LABELS: ReadonlySet<string> = new Set([
  'aria-label',
  'aria-valuetext',
  'conclusion',
  'heading',
  'label',
  'name',
  'problem',
  'tag',
  'text',
  'title',
  'words',
]);
