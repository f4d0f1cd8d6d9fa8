/** Lists fleets for comparing the queueing formulas with the simulation, in docs/engine.md's table and in a test. */
import { closedLoad, openLoad } from '../../src/engine/fleet/balance';
import type { CurveSegment } from '../../src/engine/curve/predict';
import type { Routing } from '../../src/engine/plan/plan';
import { latencyDistribution } from '../../src/engine/queueing/latencyDistribution';
import { predictWaiting } from '../../src/engine/queueing/predictWaiting';
import type { Waiting } from '../../src/engine/queueing/predictWaiting';
import type { Arrivals } from '../../src/engine/queueing/routedChain';
import { simulateFleet } from './simulateFleet';
import type { Simulated } from './simulateFleet';

export interface FleetCase {
  readonly servers: number;
  readonly slots: number;
  /** Longest queue, unlimited if it is not given. */
  readonly maxQueue?: number;
  /** Slope of S(b) = 1 + slope (b - 1) seconds. */
  readonly slope: number;
  /** Users with their think time, or arrivals as a share of all servers' capacity. */
  readonly workload:
    { readonly users: number; readonly thinkTime: number } | { readonly load: number };
  readonly routing: Routing;
  readonly serviceCv: number;
  /** Coefficient of variation of arrivals, 1 (random) if it is not given. */
  readonly arrivalCv?: number;
}

const TEN = { servers: 10, slots: 4, slope: 0.2 };
const ONE_SLOT = { servers: 1, slots: 1, slope: 0, routing: 'least-busy' } as const;

export const FLEET_CASES: readonly FleetCase[] = [
  { ...TEN, workload: { load: 0.7 }, routing: 'least-busy', serviceCv: 0.5 },
  { ...TEN, workload: { load: 0.9 }, routing: 'least-busy', serviceCv: 0 },
  { ...TEN, workload: { load: 0.9 }, routing: 'least-busy', serviceCv: 1 },
  { ...TEN, workload: { load: 0.9 }, routing: 'round-robin', serviceCv: 0.5 },
  { ...TEN, workload: { load: 0.7 }, routing: 'round-robin', serviceCv: 2 },
  { ...TEN, workload: { load: 0.7 }, routing: 'random', serviceCv: 0.5 },
  { ...TEN, workload: { load: 0.9 }, routing: 'random', serviceCv: 0 },
  { ...TEN, workload: { load: 0.9 }, routing: 'random', serviceCv: 2 },
  { ...ONE_SLOT, workload: { load: 0.8 }, serviceCv: 2 },
  { ...ONE_SLOT, workload: { load: 0.8 }, serviceCv: 0.5, arrivalCv: 0 },
  { ...ONE_SLOT, workload: { load: 0.9 }, serviceCv: 0.5, maxQueue: 4 },
  { ...ONE_SLOT, workload: { load: 0.9 }, serviceCv: 2, maxQueue: 4 },
  { ...TEN, workload: { load: 1.2 }, routing: 'random', serviceCv: 0.5, maxQueue: 16 },
  { ...TEN, workload: { load: 0.7 }, routing: 'least-busy', serviceCv: 1, arrivalCv: 2 },
  {
    servers: 1,
    slots: 64,
    slope: 0.2,
    workload: { load: 0.5 },
    routing: 'least-busy',
    serviceCv: 0.5,
    arrivalCv: 2,
  },
  {
    servers: 40,
    slots: 8,
    slope: 0.1,
    workload: { load: 0.95 },
    routing: 'least-busy',
    serviceCv: 0.5,
  },
  { ...TEN, workload: { users: 60, thinkTime: 6 }, routing: 'random', serviceCv: 0.5 },
  { ...TEN, workload: { users: 180, thinkTime: 6 }, routing: 'least-busy', serviceCv: 0.5 },
  { ...TEN, workload: { users: 180, thinkTime: 6 }, routing: 'round-robin', serviceCv: 1 },
  { ...TEN, workload: { users: 180, thinkTime: 6 }, routing: 'random', serviceCv: 0 },
  { ...TEN, workload: { users: 180, thinkTime: 6 }, routing: 'random', serviceCv: 0.5 },
  { ...TEN, workload: { users: 180, thinkTime: 6 }, routing: 'random', serviceCv: 2 },
  { ...TEN, workload: { users: 240, thinkTime: 6 }, routing: 'least-busy', serviceCv: 0.5 },
  { ...TEN, workload: { users: 240, thinkTime: 6 }, routing: 'round-robin', serviceCv: 0.5 },
  { ...TEN, workload: { users: 240, thinkTime: 6 }, routing: 'random', serviceCv: 1 },
  { ...ONE_SLOT, workload: { users: 10, thinkTime: 10 }, serviceCv: 0 },
  { ...ONE_SLOT, workload: { users: 10, thinkTime: 10 }, serviceCv: 0.5, arrivalCv: 0 },
  {
    servers: 1,
    slots: 8,
    slope: 0.2,
    workload: { users: 12, thinkTime: 3 },
    routing: 'least-busy',
    serviceCv: 0.5,
  },
];

export interface JudgedFleet {
  readonly simulated: Simulated;
  readonly ours: Waiting;
  readonly p95: number;
}

export function judgeFleet(fleetCase: FleetCase, requests: number, seed = 1): JudgedFleet {
  const { servers, slots, slope, workload, routing, serviceCv } = fleetCase;
  const segments: CurveSegment[] = [
    { from: 0, to: 1, intercept: 1, slope: 0 },
    { from: 1, to: slots, intercept: 1 - slope, slope },
  ];
  const throughput = (b: number): number => b / (1 + slope * (Math.max(1, b) - 1));
  const [arrivals, balanceLoad]: readonly [Arrivals, number | undefined] =
    'users' in workload
      ? [
          { kind: 'closed', ...workload },
          closedLoad(workload.users / servers, workload.thinkTime, segments, slots),
        ]
      : [
          { kind: 'open', arrivalRate: workload.load * servers * throughput(slots) },
          openLoad(workload.load * throughput(slots), segments, slots),
        ];
  const { maxQueue = Infinity, arrivalCv = 1 } = fleetCase;
  const fleet = { servers, slots, maxQueue, throughput, routing, serviceCv, arrivalCv };
  const ours = predictWaiting({ ...fleet, arrivals, balanceLoad, loadIs: 'exact' });
  if (!ours) throw new RangeError('the fleet has no steady state');
  return {
    simulated: simulateFleet({ ...fleet, workload: arrivals, requests, seed }),
    ours,
    p95: latencyDistribution(ours).percentile(0.95),
  };
}
