import { describe, expect, test } from 'vitest';
import { addedDelay, delayIn } from '../../../../src/engine/fleet/timeDelay';
import { predictWaiting } from '../../../../src/engine/queueing/predictWaiting';

const ARRIVALS_PER_SECOND = 0.8;

/** M/M/1 with a service time of 1 s. */
const queue = required(
  predictWaiting({
    arrivals: { kind: 'open', arrivalRate: ARRIVALS_PER_SECOND },
    servers: 1,
    slots: 1,
    maxQueue: Infinity,
    throughput: (b) => b,
    routing: 'least-busy',
    serviceCv: 1,
    arrivalCv: 1,
    balanceLoad: ARRIVALS_PER_SECOND,
    loadIs: 'exact',
  }),
);

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('no steady state');
  return value;
}

/** P(W > t) = rho exp(-(1 - rho) t) */
const waitingPercentile = (share: number): number =>
  Math.log(ARRIVALS_PER_SECOND / (1 - share)) / (1 - ARRIVALS_PER_SECOND);

describe('the queueing delay in a percentile', () => {
  test.each(['p50', 'p95', 'p99'] as const)('of TTFT is the waiting time’s: %s', (percentile) => {
    const exact = waitingPercentile({ p50: 0.5, p95: 0.95, p99: 0.99 }[percentile]);
    expect(addedDelay(queue, `ttft.${percentile}`) / exact).toBeCloseTo(1, 2);
  });

  test('of TTFT is none where most requests find a slot free', () => {
    expect(addedDelay({ ...queue, waitProbability: 0.04 }, 'ttft.p95')).toBe(0);
  });

  test('of TPOT is none: a request waits before its first token', () => {
    expect(addedDelay(queue, 'tpot.p95')).toBe(0);
  });

  test('of a measured TTFT is no more than the TTFT', () => {
    const delay = delayIn(queue, 'ttft.p95', 100);
    expect(delay).toBeGreaterThanOrEqual(addedDelay(queue, 'ttft.p95'));
    expect(delay).toBeLessThan(100);
  });
});
