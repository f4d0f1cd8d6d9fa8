/** The noise that a run is said to have is the one that repeated runs show. */
import { describe, expect, test } from 'vitest';
import type { Run } from '../../../src/benchmark/run';
import { compareRuns } from '../../../src/compare/compareRuns';
import { noiseOf, throughputNoise } from '../../../src/compare/noise';
import type { Side } from '../../../src/compare/side';
import { drawLength } from '../../../src/measure/lengths';
import { timesOf } from '../../../src/measure/runOf';
import { meanOf } from '../../../src/measure/steadyPart';
import { seededRandom } from '../../support/mutatePlan';

const RUN: Run = {
  tool: 't',
  load: { kind: 'users', users: 8 },
  requests: 400,
  errors: 0,
  latency: {},
  ttft: {},
  tpot: {},
  remarks: [],
};

/** Runs of lognormal latencies, as a server with varying answers gives them. */
function runs(count: number, requests: number, factor = 1, seed = 3): readonly Run[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const times = Array.from(
      { length: requests },
      () => (factor * drawLength({ mean: 100_000, cv: 0.8 }, random)) / 1e5,
    );
    return { ...RUN, requests, latency: timesOf(times) };
  });
}

function side(run: Run): Side {
  return { name: 'x', runs: [run], remarks: [], predict: () => undefined };
}

describe('noise', () => {
  test.each(['mean', 'p50', 'p90', 'p95'] as const)('of the %s is that of repeated runs', (at) => {
    const repeated = runs(300, 400);
    const logs = repeated.map(({ latency }) => Math.log(latency[at] ?? 0));
    const mean = meanOf(logs);
    const seen = Math.sqrt(meanOf(logs.map((each) => (each - mean) ** 2)));
    const said = meanOf(repeated.map((run) => noiseOf(run, 'latency', at) ?? 0));
    expect(said / seen).toBeGreaterThan(0.8);
    expect(said / seen).toBeLessThan(1.25);
  });

  test('hardly ever calls the same server two different ones, and sees a fifth of difference', () => {
    const [a, b, slow] = [runs(200, 400), runs(200, 400, 1, 4), runs(200, 400, 1.2, 5)];
    const differing = (others: readonly Run[]): number =>
      a.filter((run, i) => {
        const other = others[i];
        const [load] = other ? compareRuns(side(run), side(other)).loads : [];
        return (
          load?.figures.find(({ quantity }) => quantity === 'latency.mean')?.outcome !== 'same'
        );
      }).length / a.length;
    expect(differing(b)).toBeLessThan(0.1);
    expect(differing(slow)).toBeGreaterThan(0.7);
  });

  test('more requests know it better, and without their number it is unknown', () => {
    const latency = { mean: 1, p50: 0.8, p95: 2 };
    const noise = (requests: number | undefined) =>
      noiseOf({ ...RUN, requests, latency }, 'latency', 'mean');
    expect(noise(100)).toBeGreaterThan(1.9 * (noise(400) ?? 1));
    expect(noise(undefined)).toBeUndefined();
    expect(noise(0)).toBeUndefined();
  });

  test('of a rate is that of chance, and of evenly spaced requests unknown', () => {
    const rate = { ...RUN, load: { kind: 'rate', perSecond: 4 } } as const;
    expect(throughputNoise(rate)).toBeCloseTo(0.05, 9);
    expect(throughputNoise({ ...RUN, load: { kind: 'unstated' } })).toBeUndefined();
  });
});

test('runs that were repeated at a load count together', () => {
  const repeat = { ...RUN, requests: 100, latency: { mean: 1 } };
  const a = { ...side(repeat), runs: [repeat, { ...repeat, latency: { mean: 3 } }] };
  const [load] = compareRuns(a, side({ ...repeat, latency: { mean: 2 } })).loads;
  expect(load?.figures).toMatchObject([{ quantity: 'latency.mean', a: 2, b: 2, outcome: 'same' }]);
});

test('loads on another number of servers are those of one server', () => {
  const two = { ...RUN, servers: 2, load: { kind: 'users', users: 16 }, latency: { mean: 1 } };
  const { loads } = compareRuns(side(two as Run), side({ ...RUN, latency: { mean: 1 } }));
  expect(loads[0]?.basis).toBe('measured');
});
