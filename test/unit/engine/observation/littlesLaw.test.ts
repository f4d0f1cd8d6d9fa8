import { describe, expect, test } from 'vitest';
import { assessObservation } from '../../../../src/engine/observation/littlesLaw';
import { engine, observe, reading, stated } from '../../../support/plans';

const benchmark = observe(8, 2.7, {
  nodes: stated(10),
  users: stated(50),
  throughputPerSecond: reading(18),
});

describe('an observation held against itself', () => {
  test('50 users on 10 nodes of 8 slots leave 30 slots free', () => {
    const assessed = assessObservation(benchmark, engine([]));
    expect(assessed.slots?.value).toBe(80);
    expect(assessed.inFlight?.value).toBe(50);
    expect(assessed.load?.value).toBe(5);
    expect(assessed.queueDepth?.value).toBe(0);
    expect(assessed.utilisation?.value).toBeCloseTo(0.625, 12);
    expect(assessed.queued).toBe(false);
  });

  test('users / latency is the throughput that was to be expected', () => {
    const assessed = assessObservation(benchmark, engine([]));
    expect(assessed.expectedThroughput?.value).toBeCloseTo(50 / 2.7, 12);
    expect(assessed.throughputGap?.value).toBeCloseTo(0.028, 3);
  });

  test('users who think are in flight only while they wait', () => {
    const assessed = assessObservation(
      observe(8, 2, { users: stated(30), thinkTimeSeconds: stated(8) }),
      engine([]),
    );
    expect(assessed.inFlight?.value).toBeCloseTo(6, 12);
    expect(assessed.expectedThroughput?.value).toBeCloseTo(3, 12);
  });

  test('without users, throughput x latency are in flight, over all servers of the nodes', () => {
    const assessed = assessObservation(
      observe(8, 2, { nodes: stated(2), throughputPerSecond: reading(12) }),
      engine([], { servers: stated(3) }),
    );
    expect(assessed.inFlight?.value).toBe(24);
    expect(assessed.load?.value).toBe(4);
  });

  test('an arrival rate stands in for the throughput', () => {
    const assessed = assessObservation(observe(8, 2, { ratePerSecond: stated(3) }), engine([]));
    expect(assessed.load?.value).toBe(6);
  });

  test('more in flight than slots is a queue', () => {
    const assessed = assessObservation(observe(4, 2, { users: stated(10) }), engine([]));
    expect(assessed.queued).toBe(true);
    expect(assessed.queueDepth?.value).toBe(6);
    expect(assessed.utilisation?.value).toBe(1);
  });

  test('a missing latency follows from users and throughput', () => {
    const { latencySeconds: _, ...rest } = observe(8, 1, {
      users: stated(20),
      throughputPerSecond: reading(4),
      thinkTimeSeconds: stated(2),
    });
    const assessed = assessObservation({ ...rest, latencySeconds: undefined }, engine([]));
    expect(assessed.latency?.value).toBe(3);
    expect(assessed.latency?.provenance.known).toBe('measured');
  });

  test('a bound on the latency makes bounds of what follows, which contradict only what is beyond them', () => {
    const assessed = assessObservation(
      observe(50, 1, {
        latencySeconds: reading(1, '<'),
        users: stated(50),
        thinkTimeSeconds: stated(1),
        throughputPerSecond: reading(40),
      }),
      engine([]),
    );
    expect(assessed.inFlight).toMatchObject({ value: 25, bound: '<' });
    expect(assessed.expectedThroughput).toMatchObject({ value: 25, bound: '>' });
    expect(assessed.throughputGap).toBeUndefined();
  });
});
