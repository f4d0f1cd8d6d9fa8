import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../src/plan/readPlan';
import { byLength } from '../../support/long';
import { mutatePlan, RICH_PLANS, seededRandom } from '../../support/fuzzPlan';
import { around, problemsOf } from '../../support/markedPlan';

function expectOnly(marked: string, code: string, args: object = {}): void {
  const result = problemsOf(marked);
  expect(result.codes).toEqual([code]);
  expect(result.marked).toBe(marked);
  expect(result.problems[0]?.args).toMatchObject(args);
  expect(readPlan(marked.replace(/[«»]/g, '')).assessable).toBe(false);
}

const base = around({});

describe('texts that are no plan', () => {
  it.each(['', ' \n', '# a comment\n', '---\n', '\ufeff', '~', '%YAML 1.2\n'])(
    '%j is empty',
    (text) => {
      const { problems, assessable } = readPlan(text);
      expect(problems.map(({ code }) => code)).toEqual(['plan.empty']);
      expect(assessable).toBe(false);
    },
  );

  it('binary', () => {
    expectOnly('PK«\u0003»\u0004 version: 1', 'plan.not-text');
    expectOnly('version: 1\n«\u0000»', 'plan.not-text');
  });

  it('not UTF-8, which is read all the same', () => {
    const garbled = around({ top: 'title: caf«\ufffd» and \ufffd' });
    expect(problemsOf(garbled)).toMatchObject({ codes: ['plan.not-utf8'], marked: garbled });
    expect(readPlan(garbled.replace(/[«»]/g, '')).assessable).toBe(true);
    expect(readPlan('a: \ufffd\nb: {').problems.map(({ code }) => code)).toEqual([
      'plan.not-utf8',
      'plan.syntax',
    ]);
    expect(readPlan('version: 2\na: \ufffd').problems).toHaveLength(2);
  });

  it('too large, in bytes', () => {
    expectOnly(`«#»${' '.repeat(1_000_000)}`, 'plan.too-large', { what: 'bytes' });
    expectOnly(`«#»${'é'.repeat(500_000)}`, 'plan.too-large', { what: 'bytes' });
    expect(readPlan(`#${' '.repeat(999_999)}`).problems).toMatchObject([{ code: 'plan.empty' }]);
  });

  it('too deep', () => {
    for (const opening of ['[', '{ a: ', '- ', '? ']) {
      for (const rest of ['', '\n', '\nx']) {
        const { problems } = readPlan(opening.repeat(20_000) + rest);
        expect(problems).toMatchObject([
          { code: 'plan.too-large', args: { what: 'depth', limit: 64 } },
        ]);
      }
    }
  });

  it('not a map', () => {
    expect(problemsOf('«just a text»').codes).toEqual(['plan.wrong-type']);
    expect(problemsOf('«[1, 2]»').codes).toEqual(['plan.wrong-type']);
  });

  it('several documents', () => {
    expectOnly(`${base}«---»\n${base}`, 'plan.multiple-documents', { count: 2 });
    expectOnly(`a: 1\n«---»\nb: 1\n---\nc: 1\n`, 'plan.multiple-documents', { count: 3 });
  });

  it('a later version: one problem and nothing else', () => {
    expectOnly('version: «2»\nusres: 5\n', 'plan.version', { found: '2', supported: 1 });
    expectOnly('version: «1.1»\nusres: 5\n', 'plan.version');
  });
});

describe('syntax', () => {
  it.each([
    ['a: { «b»', 'closing }'],
    ['a: [1, «2»', 'closing ]'],
    ['a: «"b, c»\nd: 1', 'closing "'],
    ['a:\n«\t»b: 1', 'spaces'],
    ['a: «b»: c', 'Two colons'],
    ['a: >2«s»', 'quotes'],
    ['a: «@»b', 'quotes'],
    ['a: «b»\n   c: d\ne: f', 'line below'],
    ['a: «1»\n  b: 2', 'line below'],
    ['a: 1\n«b»', 'colon'],
    ['a: 1\n«}»', 'closes nothing'],
    ['a: 1\n«-» b', 'A list begins'],
    ['a: «-» b', 'A list begins'],
    ['a:\n  «b:1»\n  c: 2', 'space is missing'],
    ['a:\n  b: 1\n  «c:2»\n  d: 3', 'space is missing'],
    ['a:\n  - «b:1»\n    c: 2', 'space is missing'],
    ['«version:1»\na: b', 'space is missing'],
    ['a:\n  B:{ c: «d», e: f }', 'space is missing'],
    ['a: «!<b» c', 'needs quotes'],
    ['%FOO\n«a»: b', 'begins with %'],
  ])('%j', (marked, words) => {
    const { problems, assessable } = readPlan(marked.replace(/[«»]/g, ''));
    expect(problems[0]).toMatchObject({ code: 'plan.syntax' });
    expect(problemsOf(marked).marked).toBe(marked);
    expect(problems.length).toBeLessThanOrEqual(3);
    expect(assessable).toBe(false);
    if (words !== undefined && problems[0]?.code === 'plan.syntax') {
      expect(problems[0].args.detail).toContain(words);
    }
  });

  it('gives a handful of problems, not one for each line', () => {
    expect(readPlan('a: b: c\n'.repeat(30)).problems).toHaveLength(1);
    expect(readPlan('a: @b\n'.repeat(30)).problems).toHaveLength(3);
  });

  it('says nothing that may only follow from the first', () => {
    for (const text of ['a: 1 }\nb: : c\n- d\n', 'a: "b\nc: @d\ne: {', '\ta: 1\n  b: 2\n c: @d']) {
      expect(readPlan(text).problems).toHaveLength(1);
    }
  });

  it('uses none of the words of the library, whatever the text', () => {
    const random = seededRandom(5);
    const seeds = [base, ...RICH_PLANS];
    const plans = byLength({ short: 300, long: 2_000 });
    for (let i = 0; i < plans; i += 1) {
      for (const { code, args } of readPlan(mutatePlan(random, seeds)).problems) {
        const detail = code === 'plan.syntax' ? args.detail : '';
        expect(detail).not.toMatch(/[Tt]oken|Unexpected|Implicit|flow|scalar|mapping|stream/);
      }
    }
  });

  it('reads what other systems write', () => {
    for (const text of [
      `\ufeff${base}`,
      base.replace(/\n/g, '\r\n'),
      `%YAML 1.2\n---\n${base}`,
      `---\n${base}...\n`,
    ]) {
      const { problems, plan } = readPlan(text);
      expect(problems).toEqual([]);
      expect(plan.scenarios).toHaveLength(1);
    }
  });
});

describe('anchors, aliases and merge keys', () => {
  const scenarios = (text: string) => readPlan(around({ scenario: text })).plan.scenarios;

  it('are followed', () => {
    const [a, b, c] = scenarios(
      '&a { engine: e, parallel: 8 }\n  B: *a\n  C: { <<: *a, parallel: 4 }',
    );
    expect(a?.parallel).toEqual({ value: 8, path: '/scenarios/A/parallel' });
    expect(b?.parallel).toEqual({ value: 8, path: '/scenarios/B/parallel' });
    expect(c?.parallel).toEqual({ value: 4, path: '/scenarios/C/parallel' });
    expect(c?.engine.name).toBe('e');
  });

  it('merge lists of maps, the first before the second', () => {
    const [, , c] = scenarios(
      '&a { engine: e, parallel: 8 }\n  B: &b { engine: e, parallel: 9, nodes: 2 }\n  C: { <<: [*a, *b] }',
    );
    expect(c).toMatchObject({ parallel: { value: 8 }, nodes: { value: 2 } });
  });

  it('have the range of what was written', () => {
    const text = around({ scenario: '&a { engine: e, parallel: 8 }\n  B: *a\n  C: { <<: *a }' });
    const document = readPlan(text);
    const shown = (path: string) => {
      const range = document.rangeOf(path, 'value');
      return range && text.slice(range.start, range.end);
    };
    expect(shown('/scenarios/B')).toBe('*a');
    expect(document.rangeOf('/scenarios/B/parallel', 'value')).toEqual(
      document.rangeOf('/scenarios/A/parallel', 'value'),
    );
    expect(document.rangeOf('/scenarios/C/parallel', 'value')).toEqual(
      document.rangeOf('/scenarios/A/parallel', 'value'),
    );
  });

  it.each([
    ['{ engine: e, parallel: «*x» }', { name: 'x', problem: 'unknown' }],
    ['&a { engine: e, parallel: 8, x-a: «*a» }', { name: 'a', problem: 'cycle' }],
    ['&a { engine: e, parallel: 8, <<: «*a» }', { name: 'a', problem: 'cycle' }],
    ['{ engine: e, parallel: 8, x-a: &a [«*a»] }', { name: 'a', problem: 'cycle' }],
    ['{ engine: e, parallel: 8, <<: «*x» }', { name: 'x', problem: 'unknown' }],
  ])('that lead nowhere: %s', (scenario, args) => {
    const result = problemsOf(around({ scenario }));
    expect(result.codes).toEqual(['plan.alias']);
    expect(result.marked).toBe(around({ scenario }));
    expect(result.problems[0]?.args).toEqual(args);
  });

  it('merge nothing but maps', () => {
    const scenario = '{ engine: e, parallel: 8, <<: «5» }';
    expect(problemsOf(around({ scenario }))).toMatchObject({
      codes: ['plan.wrong-type'],
      marked: around({ scenario }),
    });
  });

  it('expand only so far', () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) => `x-${i + 1}: &x${i + 1} [*x${i}, *x${i}]\n`,
    );
    const bomb = `x-0: &x0 [a, b]\n${levels.join('')}${base}`;
    expect(readPlan(bomb).problems).toMatchObject([
      { code: 'plan.too-large', args: { what: 'aliases' } },
    ]);
  });

  const keys = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => `k${from + i}: 1`).join(', ');

  it.each([
    [
      'one large map, merged often',
      `x-a: &a { ${keys(0, 5000)} }\nx-b: { <<: [${'*a, '.repeat(20_000)}] }`,
    ],
    [
      'a long chain of merges',
      `x-0: &x0 { k: 1 }\n${Array.from({ length: 20_000 }, (_, i) => `x-${i + 1}: &x${i + 1} { <<: *x${i}, k${i}: 1 }`).join('\n')}`,
    ],
    [
      'lists of merges that share all but one',
      `x-0: &x0 { k: 1 }\n${Array.from({ length: 500 }, (_, i) => `x-${i + 1}: &x${i + 1} { <<: [*x${i}, *x${Math.max(0, i - 1)}], k${i}: 1 }`).join('\n')}`,
    ],
  ])(
    'are counted as they are read, not afterwards: %s',
    (_, text) => {
      // It takes seconds to read so long a text, and took minutes, or all memory, to follow its aliases.
      expect(readPlan(`version: 1\n${text}\n`).problems).toMatchObject([
        { code: 'plan.too-large', args: { what: 'aliases' } },
      ]);
    },
    60_000,
  );

  it('one map that is merged twice is merged once', () => {
    const text = `x-a: &a { ${keys(0, 100)} }\nx-b: { <<: [${'*a, '.repeat(400)}] }\n`;
    const tree = readPlan(`version: 1\n${text}`).tree;
    const merged = tree?.kind === 'map' ? tree.entries.at(-1)?.value : undefined;
    expect(merged?.kind === 'map' && merged.entries).toHaveLength(100);
  });
});

describe('comments', () => {
  it('are found where YAML sees them, and only if one could silence a rule', () => {
    const text = `# capacity-plan-disable a.b\ntitle: "# none"\nnote: a #b # yes\nx: |\n  # none\n`;
    expect(readPlan(text).comments).toEqual([
      { line: 0, text: ' capacity-plan-disable a.b', range: { start: 0, end: 27 } },
      { line: 2, text: 'b # yes', range: { start: 52, end: 60 } },
    ]);
    expect(readPlan('# nothing to see\nversion: 1').comments).toEqual([]);
  });
});

describe('places', () => {
  const text = around({});
  const document = readPlan(text);

  it('lead from the text to a path', () => {
    expect(document.pathAt(text.indexOf('parallel') + 3)).toMatchObject({
      path: '/scenarios/A/parallel',
      part: 'key',
    });
    expect(document.pathAt(text.indexOf('8 }\n', text.indexOf('scenarios')))).toMatchObject({
      path: '/scenarios/A/parallel',
      part: 'value',
    });
    expect(document.pathAt(text.indexOf('measured'))).toMatchObject({
      path: '/engines/e/observations/0/source',
      part: 'value',
    });
    expect(document.pathAt(text.indexOf('e:\n    node'))).toMatchObject({
      path: '/engines/e',
      part: 'key',
    });
    expect(document.pathAt(text.indexOf('{ latency'))).toBeUndefined();
  });

  it('and back', () => {
    const range = document.rangeOf('/engines/e/observations/0/latency', 'value');
    expect(range && text.slice(range.start, range.end)).toBe('1s');
    expect(document.rangeOf('/engines/e/observations/0', 'key')).toBeUndefined();
    expect(document.rangeOf('/engines/zzz', 'value')).toBeUndefined();
    expect(document.rangeOf('/version/a', 'value')).toBeUndefined();
  });
});
