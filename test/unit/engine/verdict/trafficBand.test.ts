/** The band of a figure with modelled queueing: that of the same fleet with slower and with faster servers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../../src/engine/assess/assess';
import { readPlan } from '../../../../src/plan/readPlan';

/** A closed loop of one server, which answers up to about 34 requests a second. */
const OBSERVED = [
  [1, 1.125],
  [4, 1.206],
  [16, 1.509],
  [64, 2.722],
  [256, 7.567],
] as const;

interface Asked {
  readonly rate: number;
  readonly nodes?: number;
  readonly target: string;
  readonly burstiness?: number;
}

function judged({ rate, nodes = 1, target, burstiness = 1 }: Asked) {
  const observations = OBSERVED.map(
    ([users, latency]) =>
      `      - { source: measured, parallel: 256, users: ${users}, latency: ${latency}s, promptTokens: 512, outputTokens: 200 }`,
  );
  const text = `version: 1
workload: { rate: ${rate}/s, promptTokens: 512, outputTokens: { mean: 200, cv: 1 }, burstiness: ${burstiness} }
targets:
  t: { ${target} }
nodes: { n: {} }
engines:
  e:
    type: vllm
    node: n
    observations:
${observations.join('\n')}
scenarios: { s: { engine: e, parallel: 256, nodes: ${nodes} } }
`;
  const { plan, problems } = readPlan(text);
  expect(problems).toEqual([]);
  const [scenario] = assess(plan).scenarios;
  const verdict = scenario?.verdicts[0]?.objectives[0];
  return { outcome: verdict?.outcome, seconds: verdict?.figure?.value ?? 0, verdict, scenario };
}

describe('latency under random arrivals', () => {
  const limitAbove = (rate: number, share: number): string =>
    `latency: <${(judged({ rate, target: 'latency: <99s' }).seconds * share).toFixed(3)}s`;

  test('is decided at half of the capacity, and not at nine tenths of it', () => {
    expect(judged({ rate: 17, target: limitAbove(17, 1.25) }).outcome).toBe('meets');
    expect(judged({ rate: 31, target: limitAbove(31, 1.25) }).outcome).toBe('unknown');
  });

  test('has the same band in the verdict and beside the figure', () => {
    const { verdict, scenario } = judged({ rate: 25, target: 'latency: <99s' });
    expect(verdict?.band?.high.value).toBeGreaterThan((verdict?.figure?.value ?? 0) * 1.05);
    expect(scenario?.band?.high.value).toBeCloseTo(verdict?.band?.high.value ?? 0, 9);
    expect(scenario?.band?.low.value).toBeCloseTo(verdict?.band?.low.value ?? 0, 9);
  });

  test('has no upper end where servers a little slower could not keep up', () => {
    const { outcome, verdict } = judged({ rate: 32, target: 'latency: <99s' });
    expect(outcome).toBe('unknown');
    expect(verdict?.reasons).toContain('within-band');
  });

  test('bursts leave open what neither all at once nor random arrivals decide', () => {
    const bursts = { rate: 17, burstiness: 300 };
    const [random, together] = [
      judged({ rate: 17, target: 'p95: <999s' }),
      judged({ ...bursts, target: 'p95: <999s' }),
    ].map(({ seconds }) => seconds);
    const between = ((random ?? 0) + (together ?? 0)) / 2;
    expect(together).toBeGreaterThan(1.5 * (random ?? 0));
    expect(judged({ ...bursts, target: `p95: <${between.toFixed(2)}s` }).outcome).toBe('unknown');
    const slow = ((together ?? 0) * 1.5).toFixed(2);
    expect(judged({ ...bursts, target: `p95: <${slow}s` }).outcome).toBe('meets');
  });

  test('more nodes never take away a pass', () => {
    const kinds = fc.constantFrom('latency', 'p95', 'ttft', 'tpot');
    const limit = fc.double({ min: 0.02, max: 10, noNaN: true });
    const rate = fc.double({ min: 1, max: 120, noNaN: true });
    fc.assert(
      fc.property(
        rate,
        kinds,
        limit,
        fc.integer({ min: 1, max: 8 }),
        (perSecond, kind, most, n) => {
          const asked = {
            rate: Number(perSecond.toFixed(3)),
            target: `${kind}: <${most.toFixed(4)}s`,
          };
          const fewer = judged({ ...asked, nodes: n }).outcome;
          const more = judged({ ...asked, nodes: n + 1 }).outcome;
          if (fewer === 'meets') expect(more).toBe('meets');
        },
      ),
      { numRuns: 150 },
    );
  });
});
