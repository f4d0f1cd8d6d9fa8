import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextMeasurements } from '../../../../src/engine/recommend/nextMeasurements';
import type { Observation, Routing, Target, Workload } from '../../../../src/engine/plan/plan';
import { byLength } from '../../../support/long';
import {
  assessOne,
  assessPlan,
  closed,
  engine,
  observe,
  open,
  reading,
  stated,
  type ObservationSketch,
} from '../../../support/plans';
import { simulateFleet, type Fleet } from '../../../support/simulateFleet';

/** S(b) = 1 + 0.1 (b - 1), measured with so many in flight; nothing waits. */
const CURVE = [1, 4, 8].map((users) => observe(8, 1 + 0.1 * (users - 1), { users: stated(users) }));

/** One server of 8 slots at 4 requests a second. */
function atRate(seconds: number, given: ObservationSketch = {}): Observation {
  return observe(8, seconds, {
    ratePerSecond: stated(4),
    percentileSeconds: { p95: reading(2.5) },
    path: '/run',
    ...given,
  });
}

function asking(kind: 'latency' | 'p50' | 'p95', limitSeconds: number): Target {
  const objective = { kind, limitSeconds, strict: true, path: `/targets/t/${kind}` } as const;
  return { name: 't', path: '/targets/t', objectives: [objective] };
}

interface Case {
  readonly workload?: Workload;
  readonly nodes?: number;
  readonly parallel?: number;
  readonly routing?: Routing;
  readonly maxQueue?: number;
  readonly target?: Target;
}

/** On 10 servers at 4 requests a second each, unless the case says otherwise. */
function judge(
  observations: readonly Observation[],
  {
    workload = open(40),
    nodes = 10,
    parallel = 8,
    routing = 'random',
    maxQueue,
    target,
  }: Case = {},
) {
  const assessed = assessOne(
    {
      engine: engine([...CURVE, ...observations], {
        maxQueue: maxQueue === undefined ? undefined : stated(maxQueue),
      }),
      workload,
      targets: [target ?? asking('latency', 3)],
      policy: { routing: stated(routing) },
    },
    { parallel, nodes },
  );
  const [verdict] = assessed.verdicts[0]?.objectives ?? [];
  if (!verdict) throw new Error('one objective has one verdict');
  return { ...verdict, latency: assessed.latency };
}

const PROVEN = {
  outcome: 'meets',
  verified: true,
  reasons: [],
  proof: { observation: { path: '/run' } },
};

describe('a measurement that is the only one', () => {
  // nothing says what a server answers with more than 20 in flight
  const only = observe(32, 2, {
    ratePerSecond: stated(10),
    throughputPerSecond: reading(10),
    percentileSeconds: { p95: reading(6) },
    path: '/run',
  });
  const judged = (rate: number, wanted: Target) => {
    const sketch = { engine: engine([only]), workload: open(rate), targets: [wanted] };
    const { latency, verdicts } = assessOne(sketch, { parallel: 32, nodes: 1 });
    return { latency, verdict: verdicts[0]?.objectives[0] };
  };

  test('proves a pass of the very same arrivals', () => {
    const { latency, verdict } = judged(10, asking('latency', 3));
    expect(latency).toMatchObject({ value: 2, bound: '<=' });
    expect(verdict).toMatchObject(PROVEN);
    expect(judged(10, asking('p95', 7)).verdict).toMatchObject(PROVEN);
  });

  test('leaves open whether more can be answered, and that is the reason given', () => {
    const { latency, verdict } = judged(11, asking('latency', 3));
    expect(latency).toBeUndefined();
    expect(verdict).toMatchObject({ outcome: 'unknown', reasons: ['capacity-undecided'] });
  });
});

describe('a measurement with no less to do for a server', () => {
  test('proves a pass, waiting by chance and all, and the tail with it', () => {
    expect(judge([])).toMatchObject({ outcome: 'meets', verified: false });
    expect(judge([atRate(1.6)])).toMatchObject(PROVEN);
    expect(judge([atRate(1.6)], { target: asking('p95', 2.6) })).toMatchObject(PROVEN);
    expect(judge([atRate(1.6)], { nodes: 20 })).toMatchObject(PROVEN);
  });

  test('proves nothing where what it found is beyond the limit', () => {
    const p95 = { target: asking('p95', 2.5), routing: 'least-busy' } as const;
    expect(judge([atRate(1.6)], p95)).toMatchObject({ verified: false, proof: undefined });
  });

  test('bounds a percentile by a higher one that it states', () => {
    const p99 = { percentileSeconds: { p99: reading(2.9) } };
    expect(judge([atRate(1.6, p99)], { target: asking('p95', 3) })).toMatchObject(PROVEN);
    const p50 = { percentileSeconds: { p50: reading(1.1) } };
    expect(judge([atRate(1.6, p50)], { target: asking('p95', 9) }).proof).toBeUndefined();
  });

  test('is what is known where the model of waiting says more', () => {
    const modelled = judge([]).latency?.value ?? 0;
    const { latency } = judge([atRate(1.45)]);
    expect(modelled).toBeGreaterThan(1.45);
    expect(latency).toMatchObject({
      value: 1.45,
      bound: '<=',
      provenance: { known: 'measured', caveats: [] },
    });
  });

  test.each<[string, ObservationSketch, Case]>([
    ['fewer requests came', { ratePerSecond: stated(3.9) }, {}],
    ['it had other slots', { parallel: stated(16) }, {}],
    ['its slots are not stated', { parallel: undefined }, {}],
    ['somebody else reports it', { source: 'reported' }, {}],
    ['it is about so long', { latencySeconds: { ...reading(1.6), approximate: true } }, {}],
    ['the rate is about', { ratePerSecond: { ...stated(4), approximate: true } }, {}],
    ['requests failed', { errors: stated(3) }, {}],
    ['nothing is said of who was turned away', {}, { maxQueue: 8 }],
    [
      'only the answers are counted',
      { ratePerSecond: undefined, throughputPerSecond: reading(4) },
      {},
    ],
    [
      'several servers shared what comes to one',
      { nodes: stated(4), ratePerSecond: stated(16) },
      {},
    ],
    ['its answers had another length', { outputTokens: stated(100) }, {}],
  ])('proves no pass where %s', (_, given, changed) => {
    expect(judge([atRate(1.6, given)], changed)).toMatchObject({
      outcome: 'meets',
      verified: false,
      proof: undefined,
    });
  });

  test('proves no pass where nobody knows whether it kept up', () => {
    // 9.6 in flight for 8 slots: the longer such a run, the longer its requests wait
    const late = (given: ObservationSketch) => judge([atRate(2.4, given)]).verified;
    expect(late({})).toBe(false);
    expect(late({ throughputPerSecond: reading(4) })).toBe(true);
    expect(late({ throughputPerSecond: reading(3) })).toBe(false);
  });

  test('proves no pass where it is at least so long', () => {
    const { verified, proof } = judge([atRate(1.6, { latencySeconds: reading(1.6, '>=') })]);
    expect({ verified, proof }).toEqual({ verified: false, proof: undefined });
  });

  test('on several servers bounds as many or more that share a queue', () => {
    const four = [atRate(1.6, { nodes: stated(4), ratePerSecond: stated(16) })];
    const shared = { routing: 'least-busy' } as const;
    expect(judge(four, shared)).toMatchObject(PROVEN);
    const three = { ...shared, nodes: 3, workload: open(12) };
    expect(judge(four, three).proof).toBeUndefined();
  });

  test('without errors proves it where the queue is limited', () => {
    expect(judge([atRate(1.6, { errors: stated(0) })], { maxQueue: 8 })).toMatchObject(PROVEN);
  });

  test('is held against a lighter one that was slower: the careful one counts', () => {
    const slower = atRate(3.2, { ratePerSecond: stated(3), path: '/slower' });
    expect(judge([atRate(1.6), slower]).verified).toBe(false);
  });
});

describe('a measurement with waiting by chance in it', () => {
  const miss = { target: asking('latency', 1.55) };

  test('proves a miss where the fleet waits as long', () => {
    expect(judge([atRate(1.6)], miss)).toMatchObject({ outcome: 'misses', verified: true });
    const same = { ...miss, routing: 'least-busy', nodes: 1, workload: open(4) } as const;
    expect(judge([atRate(1.6)], same)).toMatchObject({ outcome: 'misses', verified: true });
  });

  test('proves none where more servers share a queue, or a fixed number is in flight', () => {
    const shared = judge([atRate(1.6)], { ...miss, routing: 'least-busy' });
    expect(shared).toMatchObject({ verified: false, proof: undefined });
    const batch = judge([atRate(1.6)], { ...miss, workload: closed(70) });
    expect(batch.proof).toBeUndefined();
  });

  test('proves none of fewer users, who wait less than requests at a rate', () => {
    // 7 users in 8 slots never wait, however little they think
    const few = { ...miss, nodes: 1, workload: closed(7, 0.01) };
    for (const routing of ['least-busy', 'random'] as const) {
      expect(judge([atRate(1.6)], { ...few, routing }).proof).toBeUndefined();
    }
  });

  test('proves one all the same where the wait cannot be the reason', () => {
    // 2.4 of 8 slots in use, where chance slows requests down by a tenth
    const light = atRate(1.2, { ratePerSecond: stated(2) });
    const near = { target: asking('latency', 1.05), routing: 'least-busy' } as const;
    expect(
      judge([light], { ...near, target: asking('latency', 1.19), workload: open(30) }).proof,
    ).toBeUndefined();
    expect(judge([light], { ...near, workload: open(30) })).toMatchObject({
      outcome: 'misses',
      verified: true,
      proof: { observation: { path: '/run' } },
    });
  });

  test('proves none where its slots are not stated: how long it waited nobody can tell', () => {
    const unstated = atRate(1.2, { ratePerSecond: stated(2), parallel: undefined });
    const near = { target: asking('latency', 1.19), workload: open(25) };
    expect(judge([unstated], near).proof).toBeUndefined();
  });
});

describe('with users', () => {
  const thinking = (users: number, thinkTime: number, seconds = 1.6) =>
    atRate(seconds, {
      ratePerSecond: undefined,
      users: stated(users),
      thinkTimeSeconds: stated(thinkTime),
    });
  const least = {
    workload: closed(160, 3),
    routing: 'least-busy',
    target: asking('p95', 3),
  } as const;

  test('as many for a server who think no longer prove a pass', () => {
    expect(judge([], least)).toMatchObject({ outcome: 'meets', verified: false });
    expect(judge([thinking(16, 3)], least)).toMatchObject(PROVEN);
    expect(judge([thinking(16, 2)], least)).toMatchObject(PROVEN);
    expect(judge([thinking(15, 3)], least).proof).toBeUndefined();
    expect(judge([thinking(16, 4)], least).proof).toBeUndefined();
  });

  test('prove nothing where each request goes to any server', () => {
    expect(judge([thinking(16, 3)], { ...least, routing: 'random' }).proof).toBeUndefined();
    expect(judge([thinking(16, 3)], { ...least, routing: 'round-robin' }).proof).toBeUndefined();
  });

  test('a rate of which they could ask no more proves a pass', () => {
    // 16 users who think for 3 s and wait for 1.4 s at least ask 3.7 times a second
    expect(judge([atRate(1.6)], least)).toMatchObject(PROVEN);
    const less = atRate(1.6, { ratePerSecond: stated(3.4) });
    expect(judge([less], least).proof).toBeUndefined();
  });

  test('a rate on one server proves it whatever the routing', () => {
    const random = { ...least, routing: 'random', workload: closed(100, 3) } as const;
    expect(judge([], random).verified).toBe(false);
    expect(judge([atRate(1.6)], random)).toMatchObject(PROVEN);
  });

  test('a rate tells nothing of users who do not think', () => {
    const batch = { ...least, workload: closed(70), target: asking('p95', 9) };
    expect(judge([atRate(1.6)], batch).proof).toBeUndefined();
    // nor where nothing at all is known of how often they could ask
    const alone = assessOne(
      {
        engine: engine([atRate(1, { ratePerSecond: stated(0.1) })]),
        workload: closed(800_000),
        targets: [asking('p95', 3)],
      },
      { parallel: 8, nodes: 1 },
    );
    expect(alone.verdicts[0]?.objectives[0]).toMatchObject({ outcome: 'unknown' });
  });
});

describe('what is measured as the plan asks for it', () => {
  test('is no longer to be measured', () => {
    const plan = (observations: readonly Observation[]) =>
      assessPlan({
        engine: engine([...CURVE, ...observations]),
        workload: open(40),
        targets: [asking('latency', 3)],
        scenarios: [{ parallel: 8, nodes: 10 }],
      });
    const [next] = nextMeasurements(plan([]));
    const option = next?.decides[0]?.option;
    if (!option) throw new Error('waiting by chance is open');
    const perServer = 40 / option.nodes.value;
    const measured = atRate(2.5, {
      parallel: stated(option.parallel),
      ratePerSecond: stated(perServer),
      throughputPerSecond: reading(perServer),
    });
    expect(nextMeasurements(plan([measured]))).toEqual([]);
  });

  test('is not to be measured where nothing on one server shows it', () => {
    // users who never pause are sent to any server; how they meet there one server alone cannot show
    const routed = (routing: Routing) =>
      assessPlan({
        engine: engine(CURVE),
        workload: closed(70),
        policy: { routing: stated(routing) },
        targets: [asking('latency', 3)],
        scenarios: [{ parallel: 8 }],
      });
    const open = routed('random').scenarios[0]?.verdicts[0]?.objectives[0];
    expect(open).toMatchObject({ outcome: 'meets', reasons: ['modelled-waiting'] });
    expect(nextMeasurements(routed('random'))).toEqual([]);
  });

  test('never knows more nodes to be slower', () => {
    // one of the curve's points and this run are all but at the same load, and 0.3 s apart
    const CONTRADICTION: [{ rate: number; seconds: number; servers: number }[], Routing, number] = [
      [
        { rate: 4, seconds: 1.0000000015000001, servers: 1 },
        { rate: 1, seconds: 1, servers: 1 },
      ],
      'least-busy',
      11,
    ];
    const run = fc.record({
      rate: fc.integer({ min: 1, max: 6 }),
      seconds: fc.double({ min: 1, max: 3, noNaN: true }),
      servers: fc.integer({ min: 1, max: 4 }),
    });
    const routing = fc.constantFrom<Routing>('least-busy', 'random', 'round-robin');
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 1, maxLength: 5 }),
        routing,
        fc.integer({ min: 8, max: 30 }),
        (runs, routes, nodes) => {
          const observations = runs.map(({ rate, seconds, servers }) =>
            atRate(seconds, { nodes: stated(servers), ratePerSecond: stated(rate * servers) }),
          );
          const bounded = (count: number) =>
            judge(observations, { nodes: count, routing: routes, target: asking('latency', 99) })
              .proofFigure?.value;
          const [fewer, more] = [bounded(nodes), bounded(nodes + 1)];
          if (fewer !== undefined) expect(more ?? Infinity).toBeLessThanOrEqual(fewer);
        },
      ),
      { examples: [CONTRADICTION] },
    );
  });
});

describe('the simulation of every request', () => {
  const THROUGHPUT = (b: number) => b / (1 + 0.1 * (b - 1));
  const ONE = { servers: 1, slots: 4, maxQueue: Infinity, throughput: THROUGHPUT, arrivalCv: 1 };
  const simulate = (fleet: Pick<Fleet, 'workload'> & Partial<Fleet>) =>
    simulateFleet({
      ...ONE,
      routing: 'random',
      serviceCv: 0.5,
      seed: 7,
      requests: 60_000,
      ...fleet,
    });
  const spreads = byLength({ short: [0.5], long: [0, 0.5, 2] });
  const cases = spreads.flatMap((serviceCv) => [2, 2.6].map((rate) => ({ serviceCv, rate })));

  test.each(cases)(
    'waits less on many servers: cv $serviceCv, $rate/s each',
    ({ serviceCv, rate }) => {
      const one = simulate({ serviceCv, workload: { kind: 'open', arrivalRate: rate } });
      const slack = one.meanError / one.mean + 0.03;
      for (const routing of ['least-busy', 'round-robin', 'random'] as const) {
        const many = simulate({
          serviceCv,
          routing,
          servers: 8,
          workload: { kind: 'open', arrivalRate: 8 * rate },
        });
        expect(many.mean).toBeLessThan(one.mean * (1 + slack));
        expect(many.percentile(0.95)).toBeLessThan(one.percentile(0.95) * (1 + 2 * slack));
      }
    },
  );

  test.each(cases)(
    'waits less with users than at a rate: cv $serviceCv, $rate/s',
    ({ serviceCv, rate }) => {
      const open = simulate({ serviceCv, workload: { kind: 'open', arrivalRate: rate } });
      for (const [users, thinkTime] of [
        [6, 6 / rate - 1],
        [24, 24 / rate - 1],
      ] as const) {
        const workload = { kind: 'closed', users, thinkTime } as const;
        const closed = simulate({ serviceCv, workload });
        // they ask no more than the rate: each takes 1 s and more
        expect(users / (thinkTime + closed.mean)).toBeLessThan(rate * 1.01);
        const slack = open.meanError / open.mean + 0.03;
        expect(closed.mean).toBeLessThan(open.mean * (1 + slack));
        expect(closed.percentile(0.95)).toBeLessThan(open.percentile(0.95) * (1 + 2 * slack));
      }
    },
  );

  test.each(spreads)('waits less where users go to any server: cv %d', (serviceCv) => {
    const open = simulate({ serviceCv, workload: { kind: 'open', arrivalRate: 2.4 } });
    const slack = open.meanError / open.mean + 0.03;
    for (const routing of ['random', 'round-robin'] as const) {
      const closed = simulate({
        serviceCv,
        routing,
        servers: 8,
        workload: { kind: 'closed', users: 96, thinkTime: 12 / 2.4 - 1 },
      });
      expect(closed.mean).toBeLessThan(open.mean * (1 + slack));
      expect(closed.percentile(0.95)).toBeLessThan(open.percentile(0.95) * (1 + 2 * slack));
    }
  });

  test.each(spreads)('waits less where users share a queue: cv %d', (serviceCv) => {
    const one = simulate({ serviceCv, workload: { kind: 'closed', users: 12, thinkTime: 3 } });
    const many = simulate({
      serviceCv,
      routing: 'least-busy',
      servers: 8,
      workload: { kind: 'closed', users: 96, thinkTime: 3 },
    });
    const slack = one.meanError / one.mean + 0.03;
    expect(many.mean).toBeLessThan(one.mean * (1 + slack));
    expect(many.percentile(0.95)).toBeLessThan(one.percentile(0.95) * (1 + 2 * slack));
  });
});
