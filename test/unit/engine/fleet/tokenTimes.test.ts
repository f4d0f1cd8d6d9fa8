/** Times per output token that no observation states: they follow from latency, first token and length of each one. */
import { describe, expect, test } from 'vitest';
import { formulaText } from '../../../../src/messages/formulas';
import { analyzePlan } from '../../../../src/lint/analyzePlan';

interface Sketch {
  readonly target: string;
  readonly observations: readonly string[];
  readonly workload?: string;
  readonly scenario?: string;
}

/** The verdict of a scenario with 32 slots a server on its first objective. */
function judge({ target, observations, workload = '', scenario = 'parallel: 32' }: Sketch) {
  const { assessment } = analyzePlan(`version: 1
workload: { users: 96, thinkTime: 0s${workload} }
targets: { t: { ${target} } }
nodes: { n: { price: 1 USD/h } }
engines:
  e:
    node: n
    observations:
${observations.map((each) => `      - { source: measured, parallel: 32, ${each} }\n`).join('')}
scenarios: { A: { engine: e, ${scenario} } }
`);
  const verdict = assessment?.scenarios[0]?.verdicts[0]?.objectives[0];
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

const LIGHT = 'users: 1, latency: 1s, ttft: 50ms';
const FULL = 'users: 32, latency: 4s, ttft: 150ms';
const of101 = (observation: string): string => `${observation}, outputTokens: 101`;

describe('the time per output token', () => {
  test('is that of the answers which were observed, scaled to the length that the workload asks for', () => {
    const verdict = judge({
      target: 'tpot: <10ms',
      workload: ', outputTokens: 1001',
      observations: [of101(LIGHT), of101(FULL)],
    });
    expect(verdict.figure?.provenance.reach).toBe('scaled');
    expect(verdict.figure?.value).toBeGreaterThan(0.0385 / 2);
    expect(verdict.figure?.value).toBeLessThan(0.0385 * 2);
    expect(verdict).toMatchObject({ outcome: 'misses', verified: false });
    expect(verdict.reasons).toEqual(['tokens-scaled']);
  });

  test('is that of the observation at its length', () => {
    const verdict = judge({
      target: 'tpot: <10ms',
      workload: ', outputTokens: 101',
      observations: [of101(LIGHT), of101(FULL)],
    });
    expect(verdict.figure?.value).toBeCloseTo(0.0385, 9);
    expect(verdict).toMatchObject({ outcome: 'misses', verified: true });
    expect(verdict.figure && formulaText(verdict.figure)).toBe(
      '(4 s − 150 ms to the first token) / (101 tokens − 1) = 38.5 ms a token',
    );
  });

  test('divides by the length of the workload where the observation does not say its own', () => {
    const verdict = judge({
      target: 'tpot: <10ms',
      workload: ', outputTokens: 1001',
      observations: [LIGHT, FULL],
    });
    expect(verdict.figure?.value).toBeCloseTo(0.00385, 9);
    expect(verdict).toMatchObject({ outcome: 'meets', reasons: ['tokens-unstated'] });
  });

  test('needs no length of the workload where the observations say theirs', () => {
    const verdict = judge({ target: 'tpot: <10ms', observations: [of101(LIGHT), of101(FULL)] });
    expect(verdict.figure?.value).toBeCloseTo(0.0385, 9);
    expect(verdict).toMatchObject({ outcome: 'misses', reasons: ['tokens-unstated'] });
  });

  test('is read between observations of different lengths, each with its own', () => {
    const { figure } = judge({
      target: 'tpot: <10ms',
      observations: [
        'users: 16, latency: 2.1s, ttft: 100ms, outputTokens: 201', // 10 ms a token
        'users: 32, latency: 4.1s, ttft: 100ms, outputTokens: 101', // 40 ms a token
      ],
      scenario: 'parallel: 24, nodes: 4',
    });
    expect(figure?.value).toBeCloseTo(0.025, 9);
    expect(figure?.provenance.reach).toBe('interpolated');
  });

  test('proves a miss where it was measured at the load and with the lengths', () => {
    const workload = ', outputTokens: 101';
    const verdict = judge({ target: 'tpot: <30ms', workload, observations: [of101(FULL)] });
    expect(verdict).toMatchObject({ outcome: 'misses', verified: true });
  });

  test('has no wait for a slot in it: a benchmark that queued tells it as well', () => {
    const workload = ', outputTokens: 101';
    const queued = of101('users: 64, latency: 8s, ttft: 4.2s');
    const verdict = judge({ target: 'tpot: <45ms', workload, observations: [queued] });
    expect(verdict.figure?.value).toBeCloseTo(0.038, 9);
    expect(verdict).toMatchObject({ outcome: 'meets', verified: true });
    const stated = `${queued}, tpot: 38ms`;
    expect(judge({ target: 'tpot: <45ms', workload, observations: [stated] })).toMatchObject({
      outcome: 'meets',
      verified: true,
    });
  });

  test('of a benchmark that queued by chance may be that of a lighter load: some slots were free at times', () => {
    const workload = ', outputTokens: 101';
    const queued = of101('users: 64, thinkTime: 1s, latency: 8s, ttft: 4.2s');
    const verdict = judge({ target: 'tpot: <45ms', workload, observations: [queued] });
    expect(verdict).toMatchObject({ outcome: 'meets', reasons: ['lighter-load'] });
  });

  test('bounds what rests on a bound', () => {
    const workload = ', outputTokens: 101';
    const below = of101('users: 32, latency: <4s, ttft: 200ms');
    expect(judge({ target: 'tpot: <40ms', workload, observations: [below] })).toMatchObject({
      outcome: 'meets',
      figure: { bound: '<' },
    });
    const late = of101('users: 32, latency: 4s, ttft: <200ms');
    expect(judge({ target: 'tpot: <30ms', workload, observations: [late] })).toMatchObject({
      outcome: 'misses',
      figure: { bound: '>' },
    });
  });

  test('follows from latency and first token of two observations only where both say one length', () => {
    const apart = (tokens: number) => [
      `users: 32, latency: 4s, outputTokens: 101`,
      `users: 32, ttft: 200ms, outputTokens: ${tokens}`,
    ];
    const figureOf = (observations: readonly string[]) =>
      judge({ target: 'tpot: <10ms', observations }).figure;
    expect(figureOf(apart(101))?.value).toBeCloseTo(0.038, 9);
    expect(figureOf(apart(201))).toBeUndefined();
  });
});

describe('where only the whole answer is known', () => {
  const answer = of101('users: 32, latency: 4s');
  const workload = ', outputTokens: 101';

  test('no token comes later: an answer that is fast enough shows the pass', () => {
    const first = judge({ target: 'ttft: <5s', workload, observations: [answer] });
    expect(first).toMatchObject({ outcome: 'meets', verified: true, figure: { value: 4 } });
    expect(first.figure?.bound).toBe('<=');
    const each = judge({ target: 'tpot: <60ms', workload, observations: [answer] });
    expect(each).toMatchObject({ outcome: 'meets', verified: true });
    expect(each.figure && formulaText(each.figure)).toBe(
      'no more than the whole answer of ≤4 s / (101 tokens − 1) = ≤40 ms a token',
    );
  });

  test('it shows no miss, and says nothing where it is slower than the limit', () => {
    for (const target of ['ttft: <3s', 'tpot: <39ms']) {
      expect(judge({ target, observations: [answer] })).toMatchObject({
        outcome: 'unknown',
        reasons: ['no-evidence'],
        figure: undefined,
      });
    }
  });

  test('the token model says more, which no measurement shows', () => {
    const verdict = judge({ target: 'ttft: <3s', workload, observations: [answer] });
    expect(verdict).toMatchObject({ outcome: 'meets', verified: false, reasons: ['extrapolated'] });
  });

  test('a longer answer than the workload asks for shows no more of a token', () => {
    // an answer of 1,001 tokens in 4 s shows 40 ms for one of 101 tokens at the most, not 4 ms
    const long = 'users: 32, latency: 4s, outputTokens: 1001';
    const verdict = judge({ target: 'tpot: <1.5ms', workload, observations: [long] });
    expect(verdict.outcome).not.toBe('meets');
  });

  test('the pass is as well known as the answer and its length', () => {
    const roughly = 'users: 32, latency: ~4s, outputTokens: 101';
    expect(judge({ target: 'ttft: <5s', observations: [roughly] })).toMatchObject({
      outcome: 'meets',
      reasons: expect.arrayContaining(['approximate']) as unknown,
    });
    const about = 'users: 32, latency: 4s, outputTokens: ~101';
    expect(judge({ target: 'tpot: <60ms', observations: [about] })).toMatchObject({
      outcome: 'meets',
      reasons: expect.arrayContaining(['approximate']) as unknown,
    });
    const between = ['users: 16, latency: 2s', 'users: 32, latency: 4s'].map(of101);
    const scenario = 'parallel: 24, nodes: 4';
    // 3 s on the line between, and up to 3 s by either throughput
    const near = judge({ target: 'ttft: <3.1s', workload, observations: between, scenario });
    expect(near).toMatchObject({ outcome: 'meets', reasons: [] });
    const rough = ['users: 16, latency: 2s', 'users: 32, latency: 3s'].map(of101);
    // 2.5 s on the line, and up to 3 s
    expect(judge({ target: 'ttft: <2.6s', observations: rough, scenario }).outcome).toBe('unknown');
  });

  test('the shortest of the answers counts, since its tokens have the most of it', () => {
    const observations = [
      'users: 16, latency: 2s, outputTokens: 51',
      'users: 32, latency: 4s, outputTokens: 101',
    ];
    const scenario = 'parallel: 24, nodes: 4';
    expect(judge({ target: 'tpot: <61ms', observations, scenario }).figure?.value).toBe(0.06);
    expect(judge({ target: 'tpot: <59ms', observations, scenario }).outcome).toBe('unknown');
  });

  test('no nodes are added until the whole answer is as fast as its first token has to be', () => {
    const observations = ['users: 1, latency: 1s', 'users: 32, latency: 4s'].map(of101);
    const scenario = 'parallel: 32, sizeFor: target';
    expect(judge({ target: 'ttft: <2s', observations, scenario })).toMatchObject({
      outcome: 'unknown',
      reasons: ['no-evidence'],
    });
  });
});

test('of answers of a single token there is no time per token, whatever was observed', () => {
  const observed = [
    'users: 32, latency: 4s, outputTokens: 1',
    'users: 32, latency: 4s, outputTokens: 201',
    'users: 32, latency: 4s, tpot: 20ms',
  ];
  for (const observation of observed) {
    const workload = ', outputTokens: 1';
    expect(judge({ target: 'tpot: <40ms', workload, observations: [observation] })).toMatchObject({
      outcome: 'unknown',
      reasons: ['single-token'],
      figure: undefined,
    });
  }
});
