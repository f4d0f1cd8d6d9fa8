import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Objective, Observation, Target, Workload } from '../../../../src/engine/plan/plan';
import { assessOne, closed, engine, observe, open, reading, stated } from '../../../support/plans';

type TimeKind = 'p50' | 'p90' | 'p95' | 'p99' | 'ttft' | 'tpot' | 'latency';

function asking(kind: TimeKind, limitSeconds: number): Target {
  const path = `/targets/t/${kind}`;
  const objective: Objective = { kind, limitSeconds, strict: true, path };
  return { name: 't', path: '/targets/t', objectives: [objective] };
}

function judge(
  kind: TimeKind,
  limit: number,
  observations: readonly Observation[],
  given: { workload?: Workload; nodes?: number; maxQueue?: number } = {},
) {
  const assessed = assessOne(
    {
      engine: engine(observations, {
        maxQueue: given.maxQueue ? stated(given.maxQueue) : undefined,
      }),
      workload: given.workload ?? closed(80),
      targets: [asking(kind, limit)],
    },
    { parallel: 8, nodes: given.nodes ?? 10 },
  );
  const verdict = assessed.verdicts[0]?.objectives[0];
  if (!verdict) throw new Error('one objective has one verdict');
  return verdict;
}

const p95 = (load: number, seconds: number, value: number) =>
  observe(load, seconds, { percentileSeconds: { p95: reading(value) } });

describe('percentiles', () => {
  test('observed at the scenario’s load are the verdict, verified', () => {
    expect(judge('p95', 3, [p95(8, 2, 2.9)])).toMatchObject({
      outcome: 'meets',
      verified: true,
      figure: { value: 2.9 },
    });
    expect(judge('p95', 2.9, [p95(8, 2, 2.9)])).toMatchObject({
      outcome: 'misses',
      verified: true,
    });
  });

  test('are read between observations as the mean is', () => {
    const verdict = judge('p95', 3, [p95(4, 1, 2), p95(12, 2, 4)]);
    expect(verdict.figure).toMatchObject({ value: 3 });
  });

  test('measured, lighter load prove a miss', () => {
    const light = observe(8, 1, { users: stated(4), percentileSeconds: { p95: reading(5) } });
    expect(judge('p95', 3, [light])).toMatchObject({
      outcome: 'misses',
      verified: true,
      proofFigure: { value: 5 },
    });
  });

  test('without any observed follow from the mean and the spread of work, unverified', () => {
    const verdict = judge('p95', 100, [observe(8, 2)]);
    expect(verdict).toMatchObject({ outcome: 'meets', verified: false });
    expect(verdict.reasons).toContain('modelled-tail');
    // uniform with a coefficient of variation of 0.5: the 95th percentile is at 1 + 0.9 √3 / 2 times the mean
    expect((verdict.figure?.value ?? 0) / 2).toBeCloseTo(1.78, 2);
  });

  test('lie around the mean that is shown where several loads solve the balance', () => {
    // throughput falls from 2/s to 0.32/s: 33 users a server settle at 1 in flight, or at 27
    const observations = [observe(1, 1), observe(8, 4), observe(16, 20), observe(32, 100)];
    const given = { engine: engine(observations), workload: closed(200, 20) };
    const tail = (kind: TimeKind) =>
      assessOne({ ...given, targets: [asking(kind, 8)] }, { parallel: 32, nodes: 6 });
    const { latency, verdicts } = tail('p95');
    const mean = latency?.value ?? 0;
    expect(mean).toBeGreaterThan(40);
    expect(verdicts[0]?.outcome).toBe('misses');
    const values = (['p50', 'p95', 'p99'] as const).map(
      (kind) => tail(kind).verdicts[0]?.objectives[0]?.figure?.value ?? 0,
    );
    expect(values[0]).toBeGreaterThan(0.8 * mean);
    expect(values[1]).toBeGreaterThan(1.5 * mean);
    expect(values[2]).toBeGreaterThan(1.8 * mean);
  });

  test('rise with the share of requests, and with fewer nodes', () => {
    const load = fc.record({
      users: fc.integer({ min: 10, max: 400 }),
      thinkTime: fc.double({ min: 0, max: 20, noNaN: true }),
      nodes: fc.integer({ min: 2, max: 30 }),
    });
    fc.assert(
      fc.property(load, ({ users, thinkTime, nodes }) => {
        const observations = [observe(1, 1), observe(8, 3)];
        const at = (kind: TimeKind, n: number): number =>
          judge(kind, 1, observations, { workload: closed(users, thinkTime), nodes: n }).figure
            ?.value ?? Number.NaN;
        expect(at('p50', nodes)).toBeLessThanOrEqual(at('p95', nodes));
        expect(at('p95', nodes)).toBeLessThanOrEqual(at('p99', nodes));
        expect(at('p95', nodes + 1)).toBeLessThanOrEqual(at('p95', nodes) * 1.0001);
      }),
      { numRuns: 60 },
    );
  });
});

describe('tokens', () => {
  test('time to first token is what observations state, and the wait for a slot', () => {
    const seen = observe(8, 2, { ttftSeconds: reading(0.2) });
    expect(judge('ttft', 0.3, [seen])).toMatchObject({ outcome: 'meets', verified: true });
    const waiting = judge('ttft', 0.3, [observe(1, 1, { ttftSeconds: reading(0.1) }), seen], {
      workload: open(38),
    });
    expect(waiting.figure?.value).toBeGreaterThan(0.2);
    expect(waiting.verified).toBe(false);
  });

  test('time per token follows from latency and first token where it is not stated', () => {
    const tokens = { ...closed(80), outputTokens: stated(101) };
    const seen = observe(8, 2.2, { ttftSeconds: reading(0.2), outputTokens: stated(101) });
    expect(judge('tpot', 0.03, [seen], { workload: tokens }).figure?.value).toBeCloseTo(0.02, 9);
  });

  test('nothing is made up where no observation states them', () => {
    expect(judge('ttft', 0.5, [observe(8, 1)])).toMatchObject({
      outcome: 'unknown',
      reasons: ['no-evidence'],
    });
    expect(judge('tpot', 0.5, [observe(8, 1)]).outcome).toBe('unknown');
  });
});

describe('rejections', () => {
  const rejected = (limitShare: number, maxQueue: number | undefined, rate: number) => {
    const path = '/targets/t/rejected';
    const objectives = [{ kind: 'rejected', limitShare, strict: false, path } as const];
    const assessed = assessOne(
      {
        engine: engine([observe(1, 1), observe(8, 2)], {
          maxQueue: maxQueue === undefined ? undefined : stated(maxQueue),
        }),
        workload: open(rate),
        targets: [{ name: 't', path: '/targets/t', objectives }],
      },
      { parallel: 8, nodes: 10 },
    );
    return assessed.verdicts[0]?.objectives[0];
  };

  test('a queue without a limit turns nobody away', () => {
    expect(rejected(0.001, undefined, 20)).toMatchObject({ outcome: 'meets', verified: true });
  });

  test('a short one does, more so the busier the nodes', () => {
    const [calm, busy] = [rejected(0.5, 2, 30), rejected(0.5, 2, 39)];
    expect(busy?.figure?.value).toBeGreaterThan(calm?.figure?.value ?? 1);
    expect(rejected(1e-9, 2, 39)?.outcome).toBe('misses');
  });
});

describe('with some turned away', () => {
  const flat = (bound: 'exact' | '<' = 'exact') =>
    engine([observe(2, 1, { latencySeconds: reading(1, bound) })], {
      latencyFollows: stated('parallel'),
      maxQueue: stated(0),
    });

  test('the throughput is what is answered, though the mean fits the slots', () => {
    // M/M/2/2 at 1 Erlang: B = 1/2 / (1 + 1 + 1/2)
    const scenario = { parallel: 2, nodes: 1 };
    const { throughput, cost } = assessOne({ engine: flat(), workload: open(1) }, scenario);
    expect(throughput?.value).toBeCloseTo(0.8, 9);
    expect(throughput?.provenance.caveats).toContain('modelled-waiting');
    expect(cost?.per1000Requests?.value).toBeCloseTo(1000 / (0.8 * 3600), 9);
  });

  test('users think before they try again', () => {
    // 3 users, 1 s of thinking: P(n) in proportion to 1, 3, 3; those at 2 turn the third away
    const sketch = { engine: flat(), workload: closed(3, 1) };
    const { throughput } = assessOne(sketch, { parallel: 2, nodes: 1 });
    expect(throughput?.value).toBeCloseTo(9 / 7, 6);
  });

  test('a latency below a bound leaves at least so much answered', () => {
    const { throughput } = assessOne(
      { engine: flat('<'), workload: open(5) },
      { parallel: 2, nodes: 1 },
    );
    expect(throughput?.bound).toBe('>');
    expect(throughput?.provenance.known).toBe('measured');
  });

  test('without any there is no more to it than arrivals', () => {
    const endless = engine([observe(2, 1)], { maxQueue: stated(500) });
    const { throughput } = assessOne(
      { engine: endless, workload: open(1) },
      { parallel: 2, nodes: 1 },
    );
    expect(throughput).toMatchObject({ value: 1, provenance: { caveats: [] } });
  });
});

describe('a limited queue that is full', () => {
  const full = (workload: Workload, maxQueue: number) =>
    assessOne(
      { engine: engine([observe(1, 1), observe(8, 2)], { maxQueue: stated(maxQueue) }), workload },
      { parallel: 8, nodes: 10 },
    );

  test.each<[string, Workload, number]>([
    ['arrivals beyond what the servers can do', open(60), 4],
    ['arrivals of just what they can do', open(40), 20],
    ['arrivals without a queue', open(60), 0],
    ['users who think', closed(2000, 5), 4],
  ])('%s: no request is in for longer than its place takes', (_, workload, maxQueue) => {
    const { latency, throughput, overloaded, inFlight } = full(workload, maxQueue);
    expect(overloaded).toBe(false);
    expect(latency?.value).toBeLessThanOrEqual((2 * (8 + maxQueue)) / 8 + 1e-9);
    expect(throughput?.value).toBeLessThanOrEqual(40 + 1e-9);
    expect(throughput?.value).toBeGreaterThan(36);
    expect(inFlight?.value).toBe(10 * (8 + maxQueue));
    expect((throughput?.value ?? 0) * (latency?.value ?? 0)).toBeLessThanOrEqual(
      (inFlight?.value ?? 0) * (1 + 1e-9),
    );
  });

  test('without think time too', () => {
    const { latency, inFlight } = full(closed(2000), 4);
    expect([latency?.value, inFlight?.value]).toEqual([3, 120]);
  });

  test('without a limit the queue of arrivals has no end', () => {
    const scenario = { parallel: 8, nodes: 10 };
    const sketch = { engine: engine([observe(1, 1), observe(8, 2)]), workload: open(60) };
    expect(assessOne(sketch, scenario).overloaded).toBe(true);
  });
});

describe('a percentile that no observation states, beside one that is stated', () => {
  const curve = [p95(1, 1, 1.1), p95(8, 2, 2.1)];
  const at = (kind: 'p50' | 'p90' | 'p95' | 'p99') =>
    judge(kind, 99, curve, { workload: closed(80, 5), nodes: 6 }).figure;

  test('never leaves the order of percentiles', () => {
    const [p90Value, p95Value, p99Value] = (['p90', 'p95', 'p99'] as const).map(at);
    expect(p90Value?.bound).toBe('<=');
    expect(p90Value?.value).toBeLessThanOrEqual(p95Value?.value ?? 0);
    expect(p99Value?.value).toBeGreaterThanOrEqual(p95Value?.value ?? Infinity);
  });

  test('goes on as far as mean and stated one are apart, and is never verified', () => {
    // p95 at 1.1 times the mean is gamma with a cv of 0.06, and p99 at 1.145 times
    const steady = [p95(1, 1, 1.1), p95(16, 2.5, 2.75), p95(32, 4, 4.4)];
    const sketch = { engine: engine(steady), workload: closed(320) };
    const judged = (limit: number) =>
      assessOne({ ...sketch, targets: [asking('p99', limit)] }, { parallel: 32, nodes: 10 })
        .verdicts[0]?.objectives[0];
    expect((judged(5)?.figure?.value ?? 0) / 4).toBeCloseTo(1.145, 2);
    expect(judged(5)).toMatchObject({ outcome: 'meets', reasons: ['modelled-tail'] });
    expect(judged(4.5)).toMatchObject({ outcome: 'misses', verified: false });
    // p95 alone is no less than that
    expect(judged(4.4)).toMatchObject({ outcome: 'misses', verified: true });
  });

  test('is that of the model where the stated one is the median', () => {
    const median = observe(8, 2, { percentileSeconds: { p50: reading(1.9) } });
    // uniform with a cv of 0.5
    expect((judge('p95', 99, [median]).figure?.value ?? 0) / 2).toBeCloseTo(1.78, 2);
  });
});

test('a little waiting by chance counts: it can miss what the balance alone would meet', () => {
  // as fast at 8 in flight as alone, so that no band leaves it open
  const sketch = { engine: engine([observe(1, 0.5), observe(8, 0.5)]), workload: open(130) };
  const { latency } = assessOne(sketch, { parallel: 8, nodes: 10 });
  const balance = latency?.derivation.kind === 'formula' && latency.derivation.inputs.latency;
  if (!latency || !balance) throw new Error('the latency has waiting by chance in it');
  expect(latency.value).toBeGreaterThan(balance.value);
  expect(latency.value).toBeLessThan(balance.value * 1.01);
  expect(latency.provenance.caveats).not.toContain('modelled-waiting');
  const between = asking('latency', (latency.value + balance.value) / 2);
  const judged = assessOne({ ...sketch, targets: [between] }, { parallel: 8, nodes: 10 });
  expect(judged.verdicts[0]?.outcome).not.toBe('meets');
});
