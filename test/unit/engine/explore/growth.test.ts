import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formulaText } from '../../../../src/messages/formulas';
import { describeCutOff } from '../../../../src/messages/growth';
import { findFleetBreak, monthlyGrowth } from '../../../../src/engine/explore/fleetBreak';
import { growthOf, type ScenarioGrowth } from '../../../../src/engine/explore/growth';
import type { Figure } from '../../../../src/engine/figure/figure';
import type {
  Engine,
  Growth,
  GrowthPeriod,
  Source,
  Workload,
} from '../../../../src/engine/plan/plan';
import {
  assessPlan,
  closed,
  engine,
  observe,
  open,
  reading,
  stated,
  target,
  type PlanSketch,
  type ScenarioSketch,
} from '../../../support/plans';

const eightSlots = engine([observe(2, 1.5), observe(8, 2.7)]);

function growing(
  workload: Workload,
  share: number,
  { per = 'month', horizon = 12 }: { per?: GrowthPeriod; horizon?: number } = {},
): Workload {
  const growth: Growth = { share: stated(share, '/workload/growth'), per };
  return { ...workload, growth, horizonMonths: stated(horizon, '/workload/horizon') };
}

function grow(
  workload: Workload,
  scenario: Partial<ScenarioSketch> = {},
  sketch: Partial<PlanSketch> = {},
): ScenarioGrowth {
  const plan = { engine: eightSlots, workload, ...sketch };
  const assessment = assessPlan({ ...plan, scenarios: [{ parallel: 8, ...scenario }] });
  const [only] = assessment.scenarios;
  const growth = only && growthOf(assessment, only);
  if (!growth) throw new Error('the scenario grows');
  expect(growthOf(assessment, only)).toBe(growth);
  return growth;
}

const nodesOf = ({ months }: ScenarioGrowth): number[] => months.map(({ nodes }) => nodes.value);
const textOf = (figure: Figure | undefined): string => (figure ? formulaText(figure) : 'none');

describe('growth', () => {
  test('is compounded by the month from today, and users are whole', () => {
    const { months } = grow(growing(closed(1000), 0.08, { horizon: 3 }));
    expect(months.map(({ asked }) => asked.value)).toEqual([1000, 1080, 1167, 1260]);
    expect(months.map(({ nodes }) => nodes.value)).toEqual([125, 135, 146, 158]);
    expect(textOf(months[2]?.asked)).toBe(
      '1,000 users × (1 + 8% a month)^2, rounded up = 1,167 users',
    );
  });

  test('by the week and by the year comes to the same after a year', () => {
    const yearly = { share: stated(1), per: 'year' } as const;
    expect((1 + monthlyGrowth(yearly).value) ** 12).toBeCloseTo(2, 12);
    const weekly = { share: stated(0.02), per: 'week' } as const;
    expect((1 + monthlyGrowth(weekly).value) ** 12).toBeCloseTo(1.02 ** (8760 / 168), 9);
  });

  test('of an open workload is that of its peak', () => {
    const workload = { ...growing(open(10), 0.5, { horizon: 1 }), peakFactor: stated(2) };
    const [, next] = grow(workload).months;
    expect(next?.asked.value).toBe(30);
    expect(textOf(next?.asked)).toBe('20/s × (1 + 50% a month)^1 = 30/s');
  });

  test('shows in the formulas of nodes instead of today’s number', () => {
    const [, next] = grow(growing(closed(1000), 0.08)).months;
    const { nodes } = next ?? {};
    expect(textOf(nodes)).toBe('1,080 users / 8 slots = 135 nodes');
    const inputs = nodes?.derivation.kind === 'formula' ? nodes.derivation.inputs : {};
    expect(inputs.users).toBe(next?.asked);
  });

  test('costs what each month needs at its heavier end', () => {
    const up = grow(growing(closed(80), 1, { horizon: 2 }));
    expect(nodesOf(up)).toEqual([10, 20, 40]);
    expect(up.cost?.value).toBe((20 + 40) * 730);
    expect(up.cost?.unit).toEqual({ currency: 'USD', per: 'horizon' });
    expect(up.keptCost?.value).toBe(2 * 10 * 730);
    const down = grow(growing(closed(80), -0.5, { horizon: 2 }));
    expect(nodesOf(down)).toEqual([10, 5, 3]);
    expect(down.cost?.value).toBe((10 + 5) * 730);
  });

  test('ends with the last month whose load the format can state, and says so', () => {
    const { months, horizon, keptCost, scenario } = grow(
      growing(closed(1000), 10, { horizon: 120 }),
    );
    expect(months.at(-1)?.asked.value).toBe(1000 * 11 ** 5);
    expect(horizon.value).toBe(5);
    expect(textOf(horizon)).toBe(
      'of 120 months, 5 months until 1,000 users × (1 + 1,000% a month)^months exceed 1,000,000,000 users',
    );
    expect(keptCost?.value).toBe((scenario.cost?.perMonth.value ?? 0) * 5);
    expect(describeCutOff({ horizon })).toBe(
      'shown for 5 of 120 months: later it exceeds 1,000,000,000 users, the most that a plan can have',
    );
    const reached = grow(growing(closed(1e6), 9, { horizon: 3 }));
    expect(reached.months.at(-1)?.asked.value).toBe(1e9);
    expect(describeCutOff(reached)).toBeUndefined();
  });

  test('that exceeds it within a month has today alone', () => {
    const { months, horizon, cost } = grow(growing(closed(1e9), 0.1));
    expect([months.length, horizon.value, cost]).toEqual([1, 0, undefined]);
  });

  test('is not there without growth, nor without nodes', () => {
    const still = assessPlan({ engine: eightSlots, scenarios: [{ parallel: 8 }] });
    const unknown = assessPlan({
      engine: engine([]),
      workload: growing(open(5), 0.1),
      scenarios: [{ parallel: 8 }],
    });
    for (const assessment of [still, unknown]) {
      const [only] = assessment.scenarios;
      expect(only && growthOf(assessment, only)).toBeUndefined();
    }
  });
});

describe('a fleet that is kept', () => {
  test('breaks in the first month with more in flight than slots', () => {
    const { breaks } = grow(growing(closed(80), 0.08), { nodes: 12 });
    expect([breaks?.month.value, breaks?.because]).toEqual([3, 'slots']);
    expect(textOf(breaks?.month)).toBe('12 nodes are too few for 101 users: in 3 months');
  });

  test('breaks earlier when spare nodes are gone', () => {
    const policy = { spare: stated(1) };
    const { breaks } = grow(growing(closed(80), 0.08), { nodes: 12 }, { policy });
    expect(breaks?.month.value).toBe(2);
  });

  test('breaks when its target is no longer met, but not by one that it misses today', () => {
    const by = (seconds: number) =>
      grow(growing(closed(80), 0.08), { nodes: 20 }, { targets: [target(seconds)] }).breaks;
    // in month 5 it is 2.28 s, with the limit in its band; in month 7 all of the band is beyond
    expect([by(2.2)?.month.value, by(2.2)?.because]).toEqual([7, 'target']);
    // below all that was measured
    expect([by(1.4)?.month.value, by(1.4)?.because]).toEqual([10, 'slots']);
  });

  test('is overloaded where more arrives than it can answer', () => {
    const { breaks } = grow(growing(open(5), 10, { horizon: 1 }), { nodes: 12 });
    expect([breaks?.month.value, breaks?.because]).toEqual([1, 'overloaded']);
    expect(breaks?.month.provenance.known).toBe('measured');
  });

  test('falls short today, or lasts', () => {
    expect(grow(growing(closed(80), 0.08), { nodes: 9 }).breaks?.month.value).toBe(0);
    expect(grow(growing(closed(80), 0.08), { nodes: 26 }).breaks).toBeUndefined();
    expect(grow(growing(closed(80), -0.08), { nodes: 12 }).breaks).toBeUndefined();
  });

  test('as sized today breaks as soon as its slots are used up', () => {
    expect(grow(growing(closed(80), 0.08)).breaks?.month.value).toBe(1);
  });
});

describe('a fleet that is kept, with a limited queue', () => {
  // 8 slots at 2.7 s: 12 nodes answer 35.6/s, which 30/s growing by 8% a month exceed in the third
  const limited = (maxQueue: number, source: Source = 'measured') =>
    engine([observe(2, 1.5), observe(8, 2.7, { source })], { maxQueue: stated(maxQueue) });
  const workload = growing(open(30), 0.08);

  test.each([0, 4, 500])(
    'of %d breaks in the month in which more arrives than is answered',
    (places) => {
      const endless = grow(workload, { nodes: 12 });
      const { breaks } = grow(workload, { nodes: 12 }, { engine: limited(places) });
      expect([breaks?.month.value, breaks?.because]).toEqual([3, 'overloaded']);
      expect(endless.breaks?.month.value).toBe(breaks?.month.value);
      expect(breaks?.then.overloaded).toBe(false);
      expect(breaks?.then.latency?.value).toBeLessThanOrEqual((2.7 * (8 + places)) / 8);
      expect(breaks?.then.throughput?.value).toBeLessThan(30 * 1.08 ** 3);
    },
  );

  test('breaks earlier by a target for what is turned away', () => {
    const objective = { kind: 'rejected', limitShare: 0.001, strict: true } as const;
    const targets = [
      {
        name: 't',
        path: '/targets/t',
        objectives: [{ ...objective, path: '/targets/t/rejected' }],
      },
    ];
    const { breaks } = grow(workload, { nodes: 12 }, { engine: limited(4), targets });
    expect([breaks?.month.value, breaks?.because]).toEqual([2, 'target']);
  });

  test('is known no better than what a full server answers', () => {
    const known = (source: Source) =>
      grow(workload, { nodes: 12 }, { engine: limited(4, source) }).breaks?.month.provenance.known;
    expect([known('measured'), known('guess')]).toEqual(['measured', 'guess']);
    const endless = engine([observe(2, 1.5), observe(8, 2.7, { source: 'guess' })]);
    const { breaks } = grow(growing(open(10), 0.2), { nodes: 12 }, { engine: endless });
    expect(breaks?.month.provenance.known).toBe('guess');
  });
});

describe('a fleet of which only the most that it may take is known', () => {
  const below = (given: Partial<Engine> = {}) =>
    engine([observe(8, 1, { latencySeconds: reading(1, '<') })], given);

  test.each<[string, Workload, Partial<Engine>, number]>([
    // above 8/s are answered
    ['arrivals', open(4), {}, 4],
    ['arrivals at a limited queue', open(4), { maxQueue: stated(4) }, 4],
    // below 8 in flight up to 24 users
    ['users who think', closed(6, 2), {}, 8],
  ])('breaks in a month at the earliest: %s', (_, workload, given, month) => {
    const { breaks } = grow(growing(workload, 0.2), { nodes: 1 }, { engine: below(given) });
    expect(breaks?.month).toMatchObject({ value: month, bound: '>=' });
    const exact = engine([observe(8, 1)], given);
    const certain = grow(growing(workload, 0.2), { nodes: 1 }, { engine: exact });
    expect(certain.breaks?.month).toMatchObject({ value: month, bound: 'exact' });
  });

  test('is too small for certain where more users are than slots', () => {
    const { breaks } = grow(growing(closed(6), 0.2), { nodes: 1 }, { engine: below() });
    expect(breaks?.month.bound).toBe('exact');
  });
});

const users = fc.integer({ min: 1, max: 5000 });
const shares = fc.double({ min: 0, max: 0.5, noNaN: true });

describe('always', () => {
  test('no growth is the same in every month, at the same cost', () => {
    fc.assert(
      fc.property(users, (count) => {
        const growth = grow(growing(closed(count), 0, { horizon: 6 }));
        expect(new Set(nodesOf(growth)).size).toBe(1);
        expect(growth.cost?.value).toBeCloseTo(growth.keptCost?.value ?? -1, 6);
        expect(growth.breaks).toBeUndefined();
      }),
    );
  });

  test('more growth never takes fewer nodes, and never lets a fleet last longer', () => {
    fc.assert(
      fc.property(users, shares, shares, (count, a, b) => {
        const [slower, faster] = [Math.min(a, b), Math.max(a, b)].map((share) =>
          grow(growing(closed(count), share, { horizon: 6 })),
        );
        if (!slower || !faster) throw new Error('two of them');
        const after = nodesOf(faster);
        nodesOf(slower).forEach((nodes, month) => {
          expect(after[month]).toBeGreaterThanOrEqual(nodes);
        });
        const lasts = (growth: ScenarioGrowth): number => growth.breaks?.month.value ?? Infinity;
        expect(lasts(faster)).toBeLessThanOrEqual(lasts(slower));
      }),
    );
  });

  test('bisection finds the first month', () => {
    fc.assert(
      fc.property(users, shares, (count, share) => {
        const workload = growing(closed(count), share, { horizon: 24 });
        const assessment = assessPlan({
          engine: eightSlots,
          workload,
          scenarios: [{ parallel: 8 }],
        });
        const [only] = assessment.scenarios;
        if (!only) throw new Error('one scenario');
        const found = findFleetBreak(assessment.plan, only)?.month.value;
        const slots = only.slots?.value ?? 0;
        const first = growthOf(assessment, only)?.months.find(({ asked }) => asked.value > slots);
        expect(found).toBe(first?.month);
      }),
    );
  });
});
