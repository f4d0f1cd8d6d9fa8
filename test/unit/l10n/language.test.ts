/** Whatever the editor says of a plan is translated: nothing of it is English under the pseudo language. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blockTexts } from '../../../src/language/blocks/blocks';
import { completionsAt } from '../../../src/language/completion';
import { fileCompletions } from '../../../src/language/fileCompletions';
import { hoverAt } from '../../../src/language/hover';
import { inlayHints } from '../../../src/language/inlayHints';
import { renamableAt, renameAt } from '../../../src/language/names/rename';
import { faultOfName } from '../../../src/language/names/writeName';
import { outlineOf, type PlanSymbol } from '../../../src/language/outline';
import { outOfDateHover } from '../../../src/language/outOfDate';
import { checkedFixes, quickFixesAt } from '../../../src/language/quickFixes';
import { describeStatus } from '../../../src/language/status';
import { summarize } from '../../../src/language/summary';
import { TEMPLATES } from '../../../src/language/templates';
import type { Analysis } from '../../../src/lint/analysis';
import { findGpu, findModel } from '../../../src/engine/catalog/catalog';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import type { Finding } from '../../../src/lint/finding';
import { leavesOf } from '../../../src/plan/edit/leaves';
import { splitPath } from '../../../src/plan/keyPath';
import { estimateWork, QUICK_MS } from '../../../src/query/estimateWork';
import { GOLDEN_DAY, withoutExpectations } from '../../support/goldenPlan';
import { bareEnglish, withPseudoLanguage } from '../../support/pseudoLanguage';

const plans = ['test/golden/plans', 'examples', 'test/data/fixes'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.capacity.yaml'))
    .map((name) => ({
      name,
      text: withoutExpectations(readFileSync(`${folder}/${name}`, 'utf8')),
    })),
);

/** Keys of a plan that stand in sentences without backticks, and units. */
const KEYS = [
  'parallel',
  'context',
  'thinkTime',
  'sizeFor',
  'ttft',
  'tpot',
  'rejected',
  'spare',
  'KiB',
  'MiB',
];

/** Defaults that are values. */
const DEFAULTS = ['12 months', 'least-busy', 'false', 'load', 'slots'];

/** Plans that are quick to assess, with their texts under the pseudo language. */
const analyses = plans.flatMap(({ name, text }) => {
  const analysis = analyzePlan(text, { asOf: GOLDEN_DAY });
  return estimateWork(text.length, analysis.document.plan).assess > QUICK_MS
    ? []
    : [{ name, analysis, names: namesIn(analysis) }];
});

/** Returns what the plan's writer wrote, and the keys of the format. */
function namesIn({ document: { tree } }: Analysis): readonly string[] {
  const leaves = tree ? [...leavesOf(tree)] : [];
  const values = leaves.map(([, { text }]) => text ?? '');
  const names = leaves.flatMap(([path]) => splitPath(path)[1] ?? []);
  const inCatalog = values.flatMap((text) => [
    findGpu(text)?.name ?? '',
    findModel(text)?.model.name ?? '',
  ]);
  return [...KEYS, ...names, ...values, ...inCatalog].filter((name) => name.length > 1);
}

/** Expects that no text has English words besides names. Shows each word once, with a text that has it. */
function expectNoEnglish(
  say: (analysis: Analysis) => readonly (string | undefined)[],
  more: readonly string[] = [],
): void {
  const found = new Map<string, string>();
  for (const { name, analysis, names } of analyses) {
    const texts = withPseudoLanguage(() => new Set(say(analysis)));
    for (const text of texts) {
      for (const word of bareEnglish(text ?? '', [...names, ...more])) {
        if (!found.has(word)) found.set(word, `${name}: ${text ?? ''}`);
      }
    }
  }
  expect(Object.fromEntries(found)).toEqual({});
}

function expectNoEnglishIn(say: () => readonly (string | undefined)[]): void {
  const texts = withPseudoLanguage(say);
  expect(texts.flatMap((text) => bareEnglish(text ?? ''))).toEqual([]);
}

/** Offsets at which words begin. */
function wordsIn({ document: { text } }: Analysis): readonly number[] {
  return [...text.matchAll(/[^\s{},[\]]+/g)].map(({ index }) => index);
}

describe('no English is left', () => {
  test('in hovers', () => {
    expectNoEnglish((analysis) => {
      const [first = 0] = wordsIn(analysis);
      const broken = `${analysis.document.text}\n{`;
      return [
        outOfDateHover(analysis, broken, first, () => '')?.markdown,
        ...wordsIn(analysis).map((offset) => hoverAt(analysis, offset, () => 'there')?.markdown),
      ];
    });
  });

  test('in fixes', () => {
    const shown = new Map<string, number>();
    const isNews = ({ code }: Finding): boolean => {
      shown.set(code, (shown.get(code) ?? 0) + 1);
      return (shown.get(code) ?? 0) <= 4;
    };
    expectNoEnglish((analysis) => {
      const { findings, document } = analysis;
      return [
        ...quickFixesAt(analysis, { start: 0, end: document.text.length }),
        ...findings.filter(isNews).flatMap((finding) => checkedFixes(analysis, finding)),
      ].map(({ title }) => title);
    });
  });

  test('in hints, outline and status', () => {
    const details = (symbols: readonly PlanSymbol[]): readonly string[] =>
      symbols.flatMap(({ detail, children }) => [detail, ...details(children)]);
    expectNoEnglish((analysis) => {
      const broken = analyzePlan(`${analysis.document.text}\n: {`);
      return [analysis, broken].flatMap((each) => [
        ...inlayHints(each, analysis).map(({ text }) => text),
        ...details(outlineOf(each, analysis)),
        describeStatus(each, analysis).text,
        describeStatus(each, undefined).text,
        describeStatus(each, analysis).detail,
        ...summarize(each, analysis).scenarios.map(({ text }) => text),
      ]);
    });
  });
});

test('completions have no English but keys and values', () => {
  const say = (analysis: Analysis, changed: string, offset: number) => {
    const found = completionsAt(changed, offset, analysis.document, GOLDEN_DAY);
    return (found?.items ?? []).flatMap(({ kind, label, detail, documentation, insert }) => [
      // a block begins with a key or a noun, which is in its list of texts, and its detail lists keys
      kind === 'block' ? label.replace(/^\w+(?= )/, '') : undefined,
      kind === 'block' || detail === insert ? undefined : detail,
      documentation,
    ]);
  };
  expectNoEnglish(
    (analysis) => {
      const { text } = analysis.document;
      const inWords = wordsIn(analysis)
        .filter((_, index) => index % 3 === 0)
        .flatMap((at) => say(analysis, text, at));
      const onLines = [...text.matchAll(/\n( *)/g)].flatMap(({ index, 1: indent = '' }) =>
        ['- ', 'x: '].flatMap((typed) => {
          const begun = `${text.slice(0, index)}\n${indent}${typed}`;
          return say(analysis, begun + text.slice(index), begun.length);
        }),
      );
      return [...inWords, ...onLines];
    },
    ['engine', 'node', 'source', ...DEFAULTS],
  );
});

test('a default that is a value stays as a plan has it, and one in words does not', () => {
  const detailOf = (text: string, key: string) =>
    completionsAt(text, text.length, analyzePlan(text).document)?.items.find(
      ({ label }) => label === key,
    )?.detail;
  const [follows, queue] = withPseudoLanguage(() =>
    ['latencyFollows', 'maxQueue'].map((key) => detailOf('engines:\n  e:\n    ', key)),
  );
  expect(follows).toBe('⟦default: ⟧load⟦⟧');
  expect(queue).toBe('⟦default: ⟧⟦unlimited⟧⟦⟧');
});

test('templates, files of a folder and names have no English', () => {
  const entries = ['a.json', 'b.json', 'runs'].map((name) => ({ name, isFolder: name === 'runs' }));
  const templates = () =>
    (completionsAt('', 0, analyzePlan('').document)?.items ?? []).filter(
      ({ kind }) => kind === 'template',
    );
  expectNoEnglishIn(() => [
    ...TEMPLATES.flatMap(({ name, detail }) => [name, detail]),
    ...templates().flatMap(({ label, detail, documentation }) => [label, detail, documentation]),
    ...fileCompletions('', entries).map(({ detail }) => detail),
    ...['', 'a'.repeat(300), 'a\nb', 'x-a', '<<', 'a:{'].map(faultOfName),
  ]);
});

test('why a name cannot be changed is no English', () => {
  const text =
    'version: 1\nnodes: { m: {}, n: &a {} }\nengines: { e: { node: o }, f: { node: *a } }\n';
  const { document } = analyzePlan(text);
  const at = (word: string): number => text.indexOf(word);
  const problems = () =>
    [
      renamableAt(document, at('version')),
      renamableAt(analyzePlan('a: {').document, 1),
      renamableAt(document, at('o }')),
      renameAt(document, at('m:'), 'n'),
      renameAt(document, at('e:'), 'f'),
      renameAt(document, at('&a') + 1, 'x y'),
    ].map((each) => ('problem' in each ? each.problem : 'renamed'));
  expect(problems()).toMatchInlineSnapshot(`
    [
      "Only names of engines, nodes, targets and scenarios, and anchors, can be renamed.",
      "This text is no valid YAML yet. Mend it first.",
      "The plan's nodes have no \`o\`.",
      "The plan's nodes have a \`n\` already. Choose another name.",
      "The plan's engines have a \`f\` already. Choose another name.",
      "An anchor has no blanks, commas, brackets or braces.",
    ]
  `);
  expectNoEnglishIn(problems);
});

test('labels of blocks are in the list of texts', () => {
  const texts = new Set(blockTexts());
  const said = new Set<string>();
  for (const { analysis } of analyses) {
    const { text } = analysis.document;
    for (const { index } of text.matchAll(/\n/g)) {
      const found = completionsAt(`${text.slice(0, index)}\n  \n`, index + 3, analysis.document);
      for (const { kind, label } of found?.items ?? []) if (kind === 'block') said.add(label);
    }
  }
  expect(said.size).toBeGreaterThan(10);
  for (const label of said) {
    const [subject = '', ...has] = label.split(' ');
    expect(texts.has(has.join(' ')), label).toBe(true);
    expect(subject).toMatch(/^[a-z]+$/i);
  }
});
