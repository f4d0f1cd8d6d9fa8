import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assessOne,
  closed,
  engine,
  observe,
  open,
  reading,
  stated,
  target,
} from '../../../support/plans';

const tenSlots = engine([observe(1, 1), observe(10, 2)]);

describe('nodes for slots', () => {
  const nodes = (
    users: number,
    parallel: number,
    policy: { headroom?: number; spare?: number } = {},
    servers = 1,
  ) =>
    assessOne(
      {
        engine: engine([observe(parallel, 2)], { servers: stated(servers) }),
        workload: closed(users),
        policy: { headroom: stated(policy.headroom ?? 0), spare: stated(policy.spare ?? 0) },
      },
      { parallel },
    ).nodes?.value;

  test('a slot for every user', () => {
    expect(nodes(1000, 8)).toBe(125);
    expect(nodes(1001, 8)).toBe(126);
    expect(nodes(1, 8)).toBe(1);
  });

  test('headroom keeps slots free, spare nodes come on top', () => {
    expect(nodes(1000, 8, { headroom: 0.2 })).toBe(157);
    expect(nodes(1000, 8, { headroom: 0.2, spare: 2 })).toBe(159);
  });

  test('rounding costs no node: 700 / (10 x 0.7) is 100, whatever its last bit', () => {
    expect(nodes(700, 10, { headroom: 0.3 })).toBe(100);
    expect(nodes(21, 3, { headroom: 0.3 })).toBe(10);
  });

  test('several servers a node share its users', () => {
    expect(nodes(1000, 8, {}, 2)).toBe(63);
  });

  test('users who think need fewer slots', () => {
    const assessed = assessOne(
      {
        engine: engine([observe(8, 2.7)], { latencyFollows: stated('parallel') }),
        workload: closed(1000, 10),
      },
      { parallel: 8 },
    );
    expect(assessed.nodes?.value).toBe(27);
    expect(assessed.nodes?.provenance.caveats).toContain('balance-only');
    // on so many nodes the time is as well known as if they were stated
    expect(assessed.latency?.provenance.caveats).not.toContain('balance-only');
  });

  test('open arrivals: 100/s on 8 slots at 2.7 s take 34 nodes', () => {
    const assessed = assessOne(
      {
        engine: engine([observe(8, 2.7)], { latencyFollows: stated('parallel') }),
        workload: open(100),
      },
      { parallel: 8 },
    );
    expect(assessed.nodes?.value).toBe(34);
    // pooled, work varying by 0.5: between the balance (2.7 s) and exponential work (3.9 s)
    expect(assessed.latency?.value).toBeGreaterThan(2.8);
    expect(assessed.latency?.value).toBeLessThan(3.9);
  });

  test('arrivals that fill every slot need one more: there would be no steady state', () => {
    const assessed = assessOne(
      {
        engine: engine([observe(8, 2)], { latencyFollows: stated('parallel') }),
        workload: open(40),
      },
      { parallel: 8 },
    );
    expect(assessed.nodes?.value).toBe(11);
  });

  test('from a latency below a bound follows at most so many nodes, as they are rounded up', () => {
    const { nodes } = assessOne(
      {
        engine: engine([observe(50, 1, { latencySeconds: reading(1, '<') })]),
        workload: closed(1000, 10),
      },
      { parallel: 50 },
    );
    expect(nodes?.value).toBe(2);
    expect(nodes?.bound).toBe('<=');
  });

  test('with think time and no latency known there is no number of nodes', () => {
    const assessed = assessOne({ engine: engine([]), workload: closed(10, 1) }, { parallel: 8 });
    expect(assessed.nodes).toBeUndefined();
    expect(assessed.notSized).toBe('no-latency');
  });
});

describe('nodes for a target', () => {
  test('the fewest that meet it', () => {
    const halfway = observe(10, 1.5, { nodes: stated(2), users: stated(11) });
    const observed = engine([observe(1, 1), halfway, observe(10, 2)]);
    const sketch = { engine: observed, workload: closed(1000), targets: [target(1.5, false)] };
    const assessed = assessOne(sketch, { parallel: 10, sizeFor: 'target' });
    // measured at a load of 5.5; with 181 nodes it would be 5.52
    expect(assessed.nodes?.value).toBe(182);
    expect(assessed.verdicts[0]?.outcome).toBe('meets');
    const fewer = assessOne(sketch, { parallel: 10, nodes: 181 });
    expect(fewer.verdicts[0]?.outcome).toBe('unknown');
  });

  test('so many that the band around the latency keeps to the limit', () => {
    const sketch = { engine: tenSlots, workload: closed(1000), targets: [target(1.5)] };
    const assessed = assessOne(sketch, { parallel: 10, sizeFor: 'target' });
    // between 1 s at 1 and 2 s at 10 in flight a server may take up to 1.5 s from 1.5 in flight on
    expect(assessed.nodes?.value).toBe(667);
    expect(assessed.verdicts[0]).toMatchObject({ outcome: 'meets', verified: true });
    const outcomeOf = (nodes: number) =>
      assessOne(sketch, { parallel: 10, nodes }).verdicts[0]?.outcome;
    expect(outcomeOf(666)).toBe('unknown');
    expect(outcomeOf(182)).toBe('unknown');
    expect(outcomeOf(100)).toBe('misses');
  });

  test('where one request alone is too slow, no number of nodes helps', () => {
    const assessed = assessOne(
      { engine: tenSlots, workload: closed(1000), targets: [target(0.9)] },
      { parallel: 10, sizeFor: 'target' },
    );
    expect(assessed.nodes?.value).toBe(100);
    expect(assessed.verdicts[0]?.outcome).toBe('misses');
  });
});

describe('properties of sizing', () => {
  const server = fc.record({
    slots: fc.integer({ min: 1, max: 32 }),
    latencies: fc.array(fc.double({ min: 0.05, max: 2, noNaN: true }), {
      minLength: 1,
      maxLength: 4,
    }),
    users: fc.integer({ min: 1, max: 5000 }),
    thinkTime: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 60, noNaN: true })),
    headroom: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.9, noNaN: true })),
  });

  /** Rising observations at loads 1, 4, 7, …: each adds to the one before. */
  const rising = (latencies: readonly number[], scale = 1) => {
    let seconds = 0;
    return engine(latencies.map((more, i) => observe(1 + 3 * i, (seconds += more) * scale)));
  };

  const sized = (given: ServerSketch) =>
    assessOne(
      {
        engine: rising(given.latencies, given.scale),
        workload: closed(given.users, given.thinkTime * (given.scale ?? 1)),
        policy: { headroom: stated(given.headroom) },
      },
      given.nodes === undefined
        ? { parallel: given.slots }
        : { parallel: given.slots, nodes: given.nodes },
    );

  test('the load of a sized server keeps its slots less the headroom, and one node fewer does not', () => {
    fc.assert(
      fc.property(server, (given) => {
        const assessed = sized(given);
        const limit = given.slots * (1 - given.headroom) * (1 + 1e-8);
        const nodes = assessed.nodes?.value ?? 0;
        expect(assessed.load?.value).toBeLessThanOrEqual(limit);
        if (nodes > 1) {
          const fewer = sized({ ...given, nodes: nodes - 1 });
          expect(fewer.load?.value).toBeGreaterThan(limit * (1 - 1e-7));
        }
      }),
    );
  });

  test('more nodes never raise latency or queue', () => {
    fc.assert(
      fc.property(server, fc.integer({ min: 1, max: 50 }), (given, nodes) => {
        const [few, more] = [sized({ ...given, nodes }), sized({ ...given, nodes: nodes + 1 })];
        expect(more.latency?.value).toBeLessThanOrEqual((few.latency?.value ?? 0) * (1 + 1e-9));
        expect(more.queueDepth?.value).toBeLessThanOrEqual(
          (few.queueDepth?.value ?? 0) * (1 + 1e-9) + 1e-9,
        );
      }),
    );
  });

  test('more users never need fewer nodes', () => {
    fc.assert(
      fc.property(server, fc.integer({ min: 1, max: 1000 }), (given, more) => {
        const grown = sized({ ...given, users: given.users + more });
        expect(grown.nodes?.value).toBeGreaterThanOrEqual(sized(given).nodes?.value ?? 0);
      }),
    );
  });

  test('nodes do not depend on the unit of time, and latencies scale with it', () => {
    fc.assert(
      fc.property(server, fc.constantFrom(0.25, 2, 64), (given, scale) => {
        const [plain, scaled] = [sized(given), sized({ ...given, scale })];
        expect(scaled.nodes?.value).toBe(plain.nodes?.value);
        const ratio = (scaled.latency?.value ?? 0) / (plain.latency?.value ?? 1);
        expect(ratio / scale).toBeCloseTo(1, 6);
      }),
    );
  });

  test('cost is linear in nodes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (nodes) => {
        const assessed = assessOne({ engine: tenSlots }, { parallel: 10, nodes });
        expect(assessed.cost?.perHour.value).toBeCloseTo(nodes, 6);
      }),
    );
  });
});

interface ServerSketch {
  readonly slots: number;
  readonly latencies: readonly number[];
  readonly users: number;
  readonly thinkTime: number;
  readonly headroom: number;
  readonly nodes?: number;
  readonly scale?: number;
}
