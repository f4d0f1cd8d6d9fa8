/** No English is left in what is said of plans and imports in another language, and the German of them reads well. */
import { readdirSync, readFileSync } from 'node:fs';
import { config } from '@vscode/l10n';
import { afterEach, describe, expect, test } from 'vitest';
import { describeRefusal } from '../../../src/benchmark/readBenchmark';
import { importInto, readFiles } from '../../../src/benchmark/importRuns';
import {
  describeRemark,
  remark,
  type Remark,
  type RemarkCode,
} from '../../../src/benchmark/remarks';
import { fieldTexts } from '../../../src/plan/fields/fieldTexts';
import type { Fields, ScalarShape, Shape } from '../../../src/plan/fields/shape';
import { PLAN_SHAPE } from '../../../src/plan/fields/tables';
import type { PlanProblem } from '../../../src/plan/problems';
import { isIssue } from '../../../src/plan/quantities/outcome';
import { readPlan } from '../../../src/plan/readPlan';
import { syntaxTexts } from '../../../src/plan/syntaxWords';
import { withoutExpectations } from '../../support/goldenPlan';
import { DATA_FILES, dataText } from '../benchmark/benchmarkData';
import { dumpText, looksOf, observed } from '../production/metricsData';

/** Placeholders are outside, so that English that is put into a text is found too. */
const PSEUDO = new Proxy<Record<string, string>>(
  {},
  {
    get: (_, key) => (typeof key === 'string' ? `⟦${key.replace(/\{\d+\}/g, '⟧$&⟦')}⟧` : undefined),
  },
);
const GERMAN = JSON.parse(readFileSync('l10n/parts/plan.de.json', 'utf8')) as Record<
  string,
  string
>;

afterEach(() => {
  config({ contents: {} });
});

const GOLDEN = 'test/golden/plans';
const PLANS = readdirSync(GOLDEN)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => withoutExpectations(readFileSync(`${GOLDEN}/${name}`, 'utf8')));

/** Faults that no golden plan has. */
const FAULTS = [
  'a: [1, 2',
  'a: "1',
  "a: '1",
  'a: { b: 1',
  'a:\n\tb: 1',
  'a: 1\n  b: 2',
  'a: 1\nb',
  'a: { b: 1 c: 2 }',
  'a: [1 2]',
  'a: @b',
  'a: >2s',
  'a: "\\q"',
  'a: &b',
  '%a\nb: 1',
  'a: {b: 1,, c: 2}',
  'a: ]',
  'a: "1"#b',
  'version: 1\nengines: {}\nscenarios: [1]\nnodes: x',
  'version: !!binary 1\n? [a]\n: 1\n<<: 3',
  'version: 1\nworkload: { users: 1, outputTokens: { p50: 3, p95: 2 } }\npolicy:',
  'version: 1\nworkload: { rate: 3/s, profile: [1, 2], burstiness: {} }\npolicy:',
  `version: 1\nworkload: { rate: 3/s, profile: [${Array<string>(24).fill('50%').join(', ')}] }`,
  'version: 1\nnodes: { a: { gpu: L4 }, b: {} }\nengines: { e: { node: [a, b] }, f: { node: {} } }',
  'version: 1\nnodes: { a: { gpu: L4 }, b: { gpu: MI300X } }\nengines: { e: { node: a, like: e }, f: { node: b, like: g }, g: { node: a } }',
  'version: 1\nengines: { e: { type: vllm, like: f }, f: { type: tgi }, g: { model: a, like: h }, h: { model: b } }',
  'version: 1\nengines: { e: { observations: 3 }, f: { observations: { source: measured, from: [] } } }',
  'version: 1\nengines: { e: { observations: [{ source: guess, latency: 1s, users: 3, requests: 2, errors: 3 }] } }',
  'version: 1\nengines: { e: { latencyFollows: parallel, observations: [{ source: guess, latency: 1s }, {}, { source: guess, latency: 1s, nodes: 2 }] } }',
  'version: 1\nscenarios: { A: { workload: , policy: }, B: { workload: { users: 1, rate: 2/s }, policy: { spar: 1 } } }',
];

/** Returns the words that a text has in no language, without those of the plan itself. */
function bareEnglish(text: string, plan = ''): readonly string[] {
  const given = new Set(plan.replace(/#.*/g, '').match(/[\w.-]+/g) ?? []);
  const bare = text.replace(/`[^`]*`|⟦[^⟦⟧]*⟧/g, ' ').match(/(?<![\w.-])[A-Za-z][\w.-]+/g) ?? [];
  return bare.filter((word) => !given.has(word) && !NO_LANGUAGE.has(word));
}

/** Names and units. */
const NO_LANGUAGE: ReadonlySet<string> = new Set([
  ...['AMD', 'NVIDIA', 'TTFT', 'TPOT', 'GB', 'ms', 'P50', 'P90', 'P95', 'P99', 'nothing'],
  ...[
    'vllm',
    'bench',
    'serve',
    'SGLang',
    'bench_serving',
    'llama-bench',
    'llama-batched-bench',
    'llama3.1',
  ],
  // between items of a list, which is translated with the list
  'and',
]);

/** Returns the arguments of a problem that are words. */
function wordsOf({ code, args }: PlanProblem): readonly string[] {
  switch (code) {
    case 'plan.syntax':
      return [args.detail];
    case 'plan.wrong-type':
      return [args.expected, args.found];
    case 'plan.value':
    case 'plan.out-of-range':
      return [args.expected];
    case 'plan.missing-key':
      return [args.where.noun, ...(args.why === undefined ? [] : [args.why])];
    case 'plan.unknown-key':
    case 'plan.conflict':
      return [args.where.noun];
    default:
      return [];
  }
}

function scalarsIn(shape: Shape): readonly ScalarShape<unknown>[] {
  switch (shape.kind) {
    case 'scalar':
      return [shape];
    case 'either':
      return [shape.scalar, ...scalarsIn(shape.map)];
    case 'map':
      return [...scalarsOf(shape.fields), ...(shape.instead ? scalarsIn(shape.instead) : [])];
    case 'named':
      return scalarsIn(shape.of);
    case 'list':
      return [...scalarsIn(shape.of), ...(shape.instead ? scalarsIn(shape.instead) : [])];
    case 'series':
      return [shape.word, shape.of];
    case 'several':
      return [shape.of];
  }
}

function scalarsOf(fields: Fields): readonly ScalarShape<unknown>[] {
  return Object.values(fields).flatMap(({ shape }) => scalarsIn(shape));
}

/** Values that most fields refuse, each for another reason. */
const REFUSED = (
  '-1|x|0.5|1e30 h|1e30|1e30%|<3s|>3s|~3s|~3|<3|<1|>1|~5%|>5%|<0%|<5%/month|~3 months|0 months|' +
  '1e30 months|<1 months|-200%/month|~1 USD/h|>1 USD/h|<1 USD/h|1e30 USD/h|>=3 GB|1e30 GB|1e30/s|<3/s|<1us'
).split('|');

/** Arguments of every remark, since the data has not all of them. */
const REMARKS: { readonly [C in RemarkCode]: Extract<Remark, { code: C }>['args'] } = {
  'no-field': { what: [] },
  itl: {},
  'tpot-with-first-token': { what: '' },
  'tokens-do-not-add-up': { tpotSeconds: 1, expectedSeconds: 2 },
  'not-streamed': {},
  'no-time': { what: '' },
  'percentiles-fall': { what: '' },
  'not-accepted': { what: '', found: '' },
  'all-failed': { errors: 2 },
  'all-at-once': { requests: 2 },
  'even-arrivals': { perSecond: 1 },
  'unknown-arrivals': { perSecond: 1 },
  'ramped-arrivals': {},
  'rate-unreached': { asked: 2, reached: 1 },
  'cap-unreached': { concurrency: 2 },
  'rate-capped': { perSecond: 1, concurrency: 2 },
  'rate-exceeded': { perSecond: 1, answered: 2 },
  'users-varied': { from: 1, to: 2 },
  'fewer-requests': { concurrency: 2, requests: 1 },
  incomplete: { count: 2 },
  cancelled: {},
  'all-stages': {},
  retokenized: { counted: 1, retokenized: 2 },
  'no-server': { tool: '' },
  'depth-zero': {},
  'first-batch': {},
  'shared-prompt': {},
  'load-duration': { seconds: 1 },
  'prompt-time': {},
  'requests-an-iteration': { requests: 2 },
  'failed-in-times': { errors: 2 },
  invalid: {},
  offline: { scenario: '' },
  'accuracy-only': {},
  disaggregated: {},
  'no-unit': { column: '' },
  'assumed-mean': { column: '' },
  'unknown-columns': { columns: [] },
  'cut-line': { line: 1 },
  'unread-cell': { line: 1, column: '', found: '' },
  'other-model': { model: '', served: '' },
  'nothing-known': {},
  'parts-counted': {},
  'ends-itself': {},
  'last-bucket': { what: '', lowSeconds: 1 },
  'wide-bucket': { what: '', lowSeconds: 1, highSeconds: 2 },
  'no-latency': { metric: '' },
  restarted: {},
  'cut-off-in-times': { errors: 2 },
  'in-flight-differs': { expected: 1, gauge: 2 },
};

describe('under a pseudo language', () => {
  test('no problem of a plan has bare English', () => {
    const words = [...PLANS, ...FAULTS].flatMap((text) => {
      config({ contents: PSEUDO });
      const { problems } = readPlan(text);
      return problems.flatMap((problem) =>
        wordsOf(problem).map((each) => ({ each, bare: bareEnglish(each, text) })),
      );
    });
    expect(words.filter(({ bare }) => bare.length > 0)).toEqual([]);
    expect(new Set(words.map(({ each }) => each)).size).toBeGreaterThan(60);
  });

  test('no refusal of a value has bare English', () => {
    config({ contents: PSEUDO });
    const expected = scalarsIn(PLAN_SHAPE).flatMap(({ parse }) =>
      REFUSED.flatMap((text) => {
        const outcome = parse(text, 'key');
        return isIssue(outcome) && 'expected' in outcome.issue.args
          ? [outcome.issue.args.expected]
          : [];
      }),
    );
    expect(expected.filter((each) => bareEnglish(each).length > 0)).toEqual([]);
    expect(new Set(expected).size).toBeGreaterThan(60);
  });

  test('no remark of an import has bare English', () => {
    config({ contents: PSEUDO });
    const words = DATA_FILES.flatMap((name) => {
      const text = dataText(name);
      const said = readFiles([{ file: name, text }], undefined, 'llama3.1:8b').files.flatMap(
        ({ remarks, runs, format = '' }) => [
          ...remarks,
          ...runs.flatMap((run) => run.words),
          ...(format.includes('⟦') ? [format] : []),
        ],
      );
      return said.map((each) => ({ each, bare: bareEnglish(each, text) }));
    });
    const others = [
      describeRefusal('unknown'),
      ...['engines: {}', 'engines: { e: }'].map((text) => {
        const edit = importInto(readPlan(text), 'e', []);
        return 'problem' in edit ? edit.problem : '';
      }),
    ].map((each) => ({ each, bare: bareEnglish(each) }));
    expect([...words, ...others].filter(({ bare }) => bare.length > 0)).toEqual([]);
    expect(new Set(words.map(({ each }) => each)).size).toBeGreaterThan(40);
  });

  test('no remark has bare English', () => {
    config({ contents: PSEUDO });
    const said = Object.entries(REMARKS).map(([code, args]) =>
      describeRemark({ code, args } as Remark),
    );
    expect(said.filter((each) => bareEnglish(each).length > 0)).toEqual([]);
  });

  test('no remark about metrics has bare English', () => {
    config({ contents: PSEUDO });
    const words = [
      [['vllm.before', 'vllm.after'], {}],
      [['vllm-0.6.before', 'vllm-restarted.after', 'vllm-0.6.after'], {}],
      [['sglang.before', 'sglang.after'], {}],
      [['tgi.before', 'tgi.after'], { servers: 1 }],
      [['llamacpp.before', 'llamacpp.after'], { outputTokens: 150 }],
    ] as const;
    const said = words.flatMap(([dumps, told]) =>
      observed(looksOf(dumps.map(dumpText)), told)
        .split('\n')
        .filter((line) => line.startsWith('#')),
    );
    expect(said.filter((each) => bareEnglish(each).length > 0)).toEqual([]);
    expect(said.length).toBeGreaterThan(2);
  });
});

describe('in German', () => {
  const problemOf = (text: string): readonly (readonly string[])[] =>
    readPlan(text).problems.map(wordsOf);

  test('every text of the format and of syntax errors is there', () => {
    const texts = [...fieldTexts(), ...syntaxTexts()];
    expect(texts.filter((text) => !(text in GERMAN))).toEqual([]);
    expect(texts.length).toBeGreaterThan(250);
  });

  test('a problem says in German what is needed', () => {
    config({ contents: GERMAN });
    expect(problemOf('a:\n\tb: 1')).toEqual([
      ['YAML wird mit Leerzeichen eingerückt: ersetzen Sie den Tabulator'],
    ]);
    expect(problemOf('version: 1\nworkload: { users: 0 }')).toEqual([
      ['der Plan'],
      ['eine ganze Zahl von 1 bis 1,000,000,000'],
    ]);
    expect(problemOf('version: 1\nworkload: { rate: <3/s }')).toContainEqual([
      'eine Rate ohne < oder >',
    ]);
    expect(problemOf('version: 1\nworkload: { thinkTime: 1s }')).toContainEqual([
      '„workload“',
      'eine Last hat genau einen davon',
    ]);
  });

  test('an import says in German what it leaves out', () => {
    config({ contents: GERMAN });
    expect(describeRemark(remark('fewer-requests', { concurrency: 64, requests: 32 }))).toBe(
      '64 gleichzeitige Anfragen wurden nie erreicht: nur 32 Anfragen wurden gesendet.',
    );
    expect(describeRemark(remark('incomplete', { count: 1 }))).toBe(
      '1 Anfrage wurde am Ende abgeschnitten und zählt nicht.',
    );
  });
});
