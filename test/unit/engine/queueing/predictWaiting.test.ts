import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurveSegment } from '../../../../src/engine/curve/predict';
import { closedLoad, openLoad, throughputAt } from '../../../../src/engine/fleet/balance';
import { ROUTINGS } from '../../../../src/engine/plan/plan';
import { solveClosedNodes } from '../../../../src/engine/queueing/closedNodes';
import { latencyDistribution } from '../../../../src/engine/queueing/latencyDistribution';
import { pollaczekKhinchine } from '../../../support/queueing/pollaczekKhinchine';
import { predictWaiting, type Waiting } from '../../../../src/engine/queueing/predictWaiting';
import type { WaitingQuestion } from '../../../../src/engine/queueing/waitingQuestion';
import { judgeFleet, type FleetCase } from '../../../support/fleetCases';

const oneSlot: WaitingQuestion = {
  arrivals: { kind: 'open', arrivalRate: 0.8 },
  servers: 1,
  slots: 1,
  maxQueue: Infinity,
  throughput: (b) => b,
  routing: 'least-busy',
  serviceCv: 1,
  arrivalCv: 1,
  balanceLoad: 0.8,
  loadIs: 'exact',
};

describe('mean latency', () => {
  test.each([0, 0.5, 1, 2])(
    'one slot, random arrivals, cv %d: Pollaczek–Khinchine',
    (serviceCv) => {
      const exact = pollaczekKhinchine({ arrivalRate: 0.8, serviceTime: 1, serviceCv });
      const ours = predictWaiting({ ...oneSlot, serviceCv });
      expect(ours?.latency).toBeCloseTo(exact?.responseTime ?? 0, 10);
    },
  );

  test.each([0, 0.5, 1, 2])('one slot, arrivals in batches, cv %d: M[X]/G/1', (serviceCv) => {
    const [load, dispersion] = [0.8, 4];
    const randomly = (load * (1 + serviceCv ** 2)) / (2 * (1 - load));
    const together = (dispersion - 1) / (2 * (1 - load));
    const ours = predictWaiting({ ...oneSlot, serviceCv, arrivalCv: Math.sqrt(dispersion) });
    expect(ours?.latency).toBeCloseTo(1 + randomly + together, 10);
  });

  test('even arrivals of requests of one length leave the balance', () => {
    const ours = predictWaiting({ ...oneSlot, serviceCv: 0, arrivalCv: 0 });
    expect(ours?.latency).toBeCloseTo(1, 10);
  });

  test('a curve whose load is a mean has the chance within slots in it already', () => {
    const shared = { ...oneSlot, slots: 64, throughput: (b: number) => b / Math.max(1, b) };
    expect(predictWaiting({ ...shared, loadIs: 'mean' })?.latency).toBeCloseTo(1, 4);
    expect(predictWaiting({ ...shared, loadIs: 'exact' })?.latency).toBeCloseTo(5, 2);
  });

  test('no steady state with an endless queue at full load; with a short one the rest is rejected', () => {
    const full = {
      ...oneSlot,
      arrivals: { kind: 'open', arrivalRate: 2 } as const,
      balanceLoad: undefined,
    };
    expect(predictWaiting(full)).toBeUndefined();
    const short = predictWaiting({ ...full, maxQueue: 50 });
    expect(short?.rejectProbability).toBeCloseTo(0.5, 6);
    expect(short?.latency).toBeCloseTo(50, 0);
  });

  test('many random servers for users: the exact answer for one user a server in balance', () => {
    // Without think time, exponential work, random routing: R = S (N + m - 1) / m (Gordon and Newell 1967)
    const arrivals = { kind: 'closed', users: 40, thinkTime: 0 } as const;
    const ours = predictWaiting({
      ...oneSlot,
      arrivals,
      servers: 20,
      routing: 'random',
      balanceLoad: 2,
    });
    expect(ours?.latency).toBeGreaterThan(2.95 * 0.97);
    expect(ours?.latency).toBeLessThan(2.95 * 1.03);
  });

  test('users without think time for whom there is no room ask again for ever', () => {
    const arrivals = { kind: 'closed', users: 40, thinkTime: 0 } as const;
    const ours = predictWaiting({ ...oneSlot, arrivals, maxQueue: 9, balanceLoad: 40 });
    expect(ours?.rejectProbability).toBe(1);
    expect(ours?.latency).toBeCloseTo(10, 10);
  });

  test('servers that slow down under load, least busy first: the state that the chain is in', () => {
    // Full servers answer less than four busy ones do; a fleet that is not full never gets there.
    const throughput = (b: number): number => b / (b <= 4 ? 1 + (b - 1) / 6 : 1.5 + 1.2 * (b - 4));
    const fleet = { servers: 49, slots: 8, maxQueue: Infinity, throughput };
    const users = { users: 1000, thinkTime: 10 };
    const exact = solveClosedNodes({ ...fleet, ...users }).responseTime;
    for (const serviceCv of [0, 0.5, 1, 2]) {
      const ours = predictWaiting({
        ...oneSlot,
        ...fleet,
        serviceCv,
        arrivals: { kind: 'closed', ...users },
        balanceLoad: 2.18,
        loadIs: 'mean',
      });
      // 1.21 s in a simulation of cv 0.5, of 60,000 requests
      expect(exact).toBeCloseTo(1.212, 3);
      expect(ours?.latency).toBeLessThan(exact * 1.001);
      expect(ours?.latency).toBeGreaterThan(exact * 0.98);
    }
  });

  test('more servers never raise it, and it is never below the balance', () => {
    const anyFleet = fc.record({
      routing: fc.constantFrom(...ROUTINGS),
      servers: fc.integer({ min: 1, max: 30 }),
      slots: fc.integer({ min: 1, max: 8 }),
      slope: fc.double({ min: 0, max: 0.9, noNaN: true }),
      serviceCv: fc.constantFrom(0, 0.5, 1, 1.5),
      loadIs: fc.constantFrom('exact', 'mean'),
      workload: fc.oneof(
        fc.record({
          kind: fc.constant('closed' as const),
          users: fc.integer({ min: 1, max: 200 }),
          thinkTime: fc.double({ min: 0, max: 30, noNaN: true }),
        }),
        fc.record({
          kind: fc.constant('open' as const),
          arrivalRate: fc.double({ min: 0.01, max: 30, noNaN: true }),
        }),
      ),
    });
    fc.assert(
      fc.property(anyFleet, ({ slope, workload, ...rest }) => {
        const ask = (servers: number): Waiting | undefined => {
          const segments = straight(slope, rest.slots);
          return predictWaiting({
            ...rest,
            servers,
            arrivals: workload,
            maxQueue: Infinity,
            throughput: (b) => throughputAt(segments, b),
            arrivalCv: 1,
            balanceLoad:
              workload.kind === 'closed'
                ? closedLoad(workload.users / servers, workload.thinkTime, segments, rest.slots)
                : openLoad(workload.arrivalRate / servers, segments, rest.slots),
          });
        };
        const [fewer, more] = [ask(rest.servers), ask(rest.servers + 1)];
        if (!fewer) return;
        expect(fewer.latency).toBeGreaterThanOrEqual(fewer.balance * (1 - 1e-9));
        expect(more?.latency).toBeLessThanOrEqual(fewer.latency * (1 + 1e-6));
      }),
      { numRuns: 300 },
    );
  });
});

describe('percentiles', () => {
  test('everything is finite and in order, for any fleet', () => {
    const anyFleet = fc.record({
      routing: fc.constantFrom(...ROUTINGS),
      servers: fc.integer({ min: 1, max: 100 }),
      slots: fc.integer({ min: 1, max: 64 }),
      maxQueue: fc.oneof(fc.integer({ min: 0, max: 600 }), fc.constant(Infinity)),
      serviceCv: fc.constantFrom(0, 0.01, 0.5, 1, 3),
      arrivalCv: fc.constantFrom(0, 1),
      loadIs: fc.constantFrom('exact', 'mean'),
    });
    const users = fc.integer({ min: 1, max: 3000 });
    const thinkTime = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 100, noNaN: true }));
    const slope = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyFleet, users, thinkTime, slope, (fleet, count, seconds, rise) => {
        const segments = straight(rise, fleet.slots);
        const ours = predictWaiting({
          ...fleet,
          arrivals: { kind: 'closed', users: count, thinkTime: seconds },
          throughput: (b) => throughputAt(segments, b),
          balanceLoad: closedLoad(count / fleet.servers, seconds, segments, fleet.slots),
        });
        if (!ours) throw new RangeError('users always have a steady state');
        const { latency, waiting, service, waitProbability, rejectProbability } = ours;
        const { percentile } = latencyDistribution(ours);
        const ascending = [0, waitProbability, 1, 1 + percentile(0.5), 1 + percentile(0.95)];
        expect(ascending.every((value, i) => value >= (ascending[i - 1] ?? 0) - 1e-9)).toBe(true);
        for (const value of [latency, waiting, service, rejectProbability, percentile(0.99)]) {
          expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
      }),
    );
  });

  test('one slot, exponential work: response time is exponential', () => {
    const ours = predictWaiting(oneSlot);
    const distribution = ours && latencyDistribution(ours);
    for (const p of [0.5, 0.9, 0.95, 0.99]) {
      const exact = -Math.log(1 - p) * 5;
      expect(Math.abs((distribution?.percentile(p) ?? 0) / exact - 1)).toBeLessThan(0.01);
    }
  });

  test('without think time, with work of one length, all wait alike', () => {
    const arrivals = { kind: 'closed', users: 6, thinkTime: 0 } as const;
    const ours = predictWaiting({ ...oneSlot, arrivals, balanceLoad: 6, serviceCv: 0 });
    expect(ours?.latency).toBeCloseTo(6, 10);
  });

  test('they rise with p and belong to the mean', () => {
    for (const serviceCv of [0, 0.5, 1, 2]) {
      const ours = predictWaiting({ ...oneSlot, serviceCv });
      if (!ours) throw new RangeError('there is a steady state');
      const { percentile } = latencyDistribution(ours);
      const steps = Array.from({ length: 999 }, (_, i) => percentile((i + 1) / 1000));
      expect(steps.every((value, i) => value >= (steps[i - 1] ?? 0) - 1e-6)).toBe(true);
      const mean = steps.reduce((sum, value) => sum + value, 0) / steps.length;
      expect(Math.abs(mean / ours.latency - 1)).toBeLessThan(0.03);
    }
  });
});

describe('against a simulation of every request', () => {
  const ten = { servers: 10, slots: 4, slope: 0.2, serviceCv: 0.5 };
  const many = { servers: 1, slots: 100, routing: 'least-busy', arrivalCv: 2 } as const;
  test.each<[FleetCase, number, number]>([
    [{ ...ten, workload: { load: 0.7 }, routing: 'random' }, 0.03, 0.04],
    [{ ...ten, workload: { load: 0.8 }, routing: 'round-robin' }, 0.04, 0.09],
    [{ ...ten, workload: { load: 0.8 }, routing: 'least-busy' }, 0.03, 0.05],
    [{ ...ten, workload: { users: 180, thinkTime: 6 }, routing: 'random' }, 0.05, 0.07],
    [{ ...ten, workload: { users: 180, thinkTime: 6 }, routing: 'least-busy' }, 0.04, 0.06],
    [{ ...ten, workload: { load: 0.9 }, routing: 'random', maxQueue: 4 }, 0.05, 0.08],
  ])('%o', (fleetCase, meanTolerance, p95Tolerance) => {
    const { simulated, ours, p95 } = judgeFleet(fleetCase, 60_000);
    expect(Math.abs(ours.latency / simulated.mean - 1)).toBeLessThan(meanTolerance);
    expect(Math.abs(p95 / simulated.percentile(0.95) - 1)).toBeLessThan(p95Tolerance);
    expect(Math.abs(ours.rejectProbability - simulated.rejectedShare)).toBeLessThan(0.01);
  });

  test.each<[FleetCase, number]>([
    [{ ...many, slope: 0.3, serviceCv: 0.5, workload: { load: 0.5 } }, 0.2],
    [{ ...many, slope: 0.3, serviceCv: 1, workload: { load: 0.5 } }, 0.12],
    [{ ...many, slope: 0.1, serviceCv: 0, workload: { load: 0.3 } }, 0.2],
    [{ ...ten, routing: 'least-busy', workload: { load: 0.7 }, arrivalCv: 2 }, 0.09],
  ])('arrivals that are less even than random ones: %o', (fleetCase, tolerance) => {
    const { simulated, ours, p95 } = judgeFleet(fleetCase, 100_000);
    expect(Math.abs(ours.latency / simulated.mean - 1)).toBeLessThan(0.1);
    expect(Math.abs(p95 / simulated.percentile(0.95) - 1)).toBeLessThan(tolerance);
  });

  test('requests of one length on a server that has a slot for each: they meet many states', () => {
    const fleetCase = { ...many, slope: 0.3, serviceCv: 0, workload: { load: 0.3 }, arrivalCv: 1 };
    const { simulated, ours } = judgeFleet(fleetCase, 100_000);
    const { percentile } = latencyDistribution(ours);
    for (const share of [0.95, 0.99]) {
      expect(Math.abs(percentile(share) / simulated.percentile(share) - 1)).toBeLessThan(0.04);
    }
  });

  test('the simulation itself: M/M/1', () => {
    const { simulated } = judgeFleet(
      { servers: 1, slots: 1, slope: 0, workload: { load: 0.6 }, routing: 'random', serviceCv: 1 },
      200_000,
    );
    expect(Math.abs(simulated.mean - 2.5)).toBeLessThan(2 * simulated.meanError);
    expect(simulated.waitProbability).toBeCloseTo(0.6, 2);
  });
});

/** S(b) = 1 + slope (b - 1), flat below 1. */
function straight(slope: number, slots: number): CurveSegment[] {
  return [
    { from: 0, to: 1, intercept: 1, slope: 0 },
    { from: 1, to: slots, intercept: 1 - slope, slope },
  ];
}
