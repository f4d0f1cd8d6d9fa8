import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  closedChain,
  closedFigures,
  solveClosedNodes,
} from '../../../../src/engine/queueing/closedNodes';
import { erlangC } from '../../../support/queueing/erlangC';
import { finiteRoom } from '../../../support/queueing/finiteRoom';
import { pool, solveOpenNodes } from '../../../../src/engine/queueing/openNodes';
import { pollaczekKhinchine } from '../../../support/queueing/pollaczekKhinchine';
import type { QueueFigures } from '../../../../src/engine/queueing/queueFigures';

/** S(b) = 1 + slope (b - 1). */
const rising =
  (slope: number) =>
  (b: number): number =>
    b / (1 + slope * (b - 1));

describe('special cases in closed form', () => {
  const load = fc.double({ min: 0.001, max: 0.999, noNaN: true });

  test('M/M/1: R = S / (1 - load)', () => {
    fc.assert(
      fc.property(load, (rho) => {
        const figures = erlangC({ arrivalRate: rho / 3, serviceTime: 3, servers: 1 });
        expect(relative(figures?.responseTime, 3 / (1 - rho))).toBeLessThan(1e-10);
        expect(relative(figures?.waitProbability, rho)).toBeLessThan(1e-10);
      }),
    );
  });

  test('M/G/1 with exponential service is M/M/1', () => {
    fc.assert(
      fc.property(load, (rho) => {
        const markov = { arrivalRate: rho / 3, serviceTime: 3 };
        const general = pollaczekKhinchine({ ...markov, serviceCv: 1 });
        const figures = erlangC({ ...markov, servers: 1 });
        expect(relative(general?.responseTime, figures?.responseTime)).toBeLessThan(1e-10);
      }),
    );
  });

  test('a server that all share at once: R = S / (1 - load), as with one slot', () => {
    const figures = solveOpenNodes({
      arrivalRate: 0.5,
      servers: 1,
      slots: 400,
      maxQueue: Infinity,
      throughput: () => 1,
    });
    expect(figures?.responseTime).toBeCloseTo(2, 10);
    expect(figures?.waitProbability).toBeLessThan(1e-100);
  });

  test('without a queue: Erlang’s loss formula', () => {
    const figures = finiteRoom({ arrivalRate: 2, serviceTime: 1, servers: 2, room: 2 });
    // (2^2 / 2!) / (1 + 2 + 2)
    expect(figures.rejectProbability).toBeCloseTo(0.4, 12);
    expect(figures.waitProbability).toBe(0);
  });

  test('no steady state at full load or above', () => {
    expect(erlangC({ arrivalRate: 4, serviceTime: 1, servers: 4 })).toBeUndefined();
    expect(pollaczekKhinchine({ arrivalRate: 2, serviceTime: 1, serviceCv: 0 })).toBeUndefined();
  });

  test('without think time every user is in: R = N / X(slots)', () => {
    const node = { servers: 2, slots: 4, maxQueue: Infinity, throughput: rising(0.25) };
    const figures = solveClosedNodes({ ...node, users: 20, thinkTime: 0 });
    expect(figures.responseTime).toBeCloseTo(20 / (2 * rising(0.25)(4)), 12);
    expect(figures.waitProbability).toBe(1);
  });
});

describe('arrivals in batches of geometric size', () => {
  const oneSlot = { servers: 1, slots: 1, maxQueue: Infinity, throughput: () => 1 };

  test('one slot: R = S B / (1 - load), with batches of B on average (Gaver 1959)', () => {
    const share = fc.double({ min: 0.01, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(share, share, (load, together) => {
        const figures = solveOpenNodes({ ...oneSlot, arrivalRate: load, together });
        const batch = 1 / (1 - together);
        expect(relative(figures?.responseTime, batch / (1 - load))).toBeLessThan(1e-9);
        expectConsistent(figures);
      }),
    );
  });

  test('endless slots: the mean is that of single arrivals', () => {
    const node = { servers: 1, slots: 600, maxQueue: Infinity, throughput: (b: number) => b };
    const figures = solveOpenNodes({ ...node, arrivalRate: 20, together: 0.75 });
    expect(figures?.inSystem).toBeCloseTo(20, 8);
    expectConsistent(figures);
  });

  test('a full room rejects what the servers cannot answer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 20 }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 0.95, noNaN: true }),
        (slots, maxQueue, arrivalRate, together) => {
          const node = { servers: 2, slots, maxQueue, throughput: rising(0.2) };
          const figures = solveOpenNodes({ ...node, arrivalRate, together });
          if (!figures) throw new RangeError('a limited queue has a steady state');
          const accepted = arrivalRate * (1 - figures.rejectProbability);
          expect(relative(accepted, figures.throughput)).toBeLessThan(1e-9);
          expectConsistent(figures);
        },
      ),
    );
  });

  test('a server that hardly speeds up has two modes: idle, and busy with a batch', () => {
    const node = { servers: 1, slots: 4000, maxQueue: Infinity, throughput: kneeAt(10) };
    const figures = solveOpenNodes({ ...node, arrivalRate: 8, together: 0.99 });
    expect(relative(figures?.throughput, 8)).toBeLessThan(1e-9);
    expectConsistent(figures);
  });
});

/** Throughput that grows with each request up to `most` of them, and no further. */
const kneeAt =
  (most: number) =>
  (b: number): number =>
    Math.min(b, most);

describe('extreme sizes', () => {
  test.each([1, 100, 4000, 4999, 4999.9])('5000 servers, %d busy', (busy) => {
    const figures = erlangC({ arrivalRate: busy, serviceTime: 1, servers: 5000 });
    expectConsistent(figures);
    expect(relative(figures?.active, busy)).toBeLessThan(1e-9);
    // Erlang C by its recursion, which is stable: B(n) = a B(n - 1) / (n + a B(n - 1)).
    let blocking = 1;
    for (let n = 1; n <= 5000; n++) blocking = (busy * blocking) / (n + busy * blocking);
    const waits = blocking / (1 - (busy / 5000) * (1 - blocking));
    expect(Math.abs((figures?.waitProbability ?? 0) - waits)).toBeLessThan(2e-6);
  });

  test.each([
    [100_000, 100, 1000, 8],
    [100_000, 100, 100, 8],
    [100_000, 0.001, 5000, 1],
    [100_000, 1e6, 5000, 16],
    [100_000, 0, 5000, 4],
    [1, 1, 5000, 4],
  ])('%d users, %d s of think time, %d servers of %d slots', (users, thinkTime, servers, slots) => {
    const node = { servers, slots, maxQueue: Infinity, throughput: rising(0.1) };
    const figures = solveClosedNodes({ ...node, users, thinkTime });
    expectConsistent(figures);
    const cycle = figures.responseTime + thinkTime;
    expect(relative(figures.throughput * cycle, users)).toBeLessThan(1e-7);
  });

  test('an arrival rate far beyond what the servers can do fills the room', () => {
    const node = { servers: 100, slots: 8, maxQueue: 512, throughput: rising(0.1) };
    const figures = solveOpenNodes({ ...node, arrivalRate: 1e6 });
    expectConsistent(figures);
    expect(figures?.inSystem).toBeCloseTo(100 * 520, 0);
    expect(figures?.rejectProbability).toBeCloseTo(1 - (100 * rising(0.1)(8)) / 1e6, 9);
  });

  test('users without a limit on their requests are no closed network', () => {
    const servers = pool({ servers: 1, slots: 2, maxQueue: Infinity, throughput: rising(0.1) });
    const chain = closedChain(servers, 10, 1);
    expectConsistent(closedFigures(chain));
    const open = { ...chain, room: Infinity, users: undefined, arrivalRate: 10 };
    expect(() => closedFigures(open)).toThrow('a closed network always has a steady state');
  });
});

describe('what holds for every fleet', () => {
  const fleet = fc.record({
    servers: fc.integer({ min: 1, max: 12 }),
    slots: fc.integer({ min: 1, max: 8 }),
    slope: fc.double({ min: 0, max: 1, noNaN: true }),
    users: fc.integer({ min: 1, max: 150 }),
    thinkTime: fc.double({ min: 0.01, max: 50, noNaN: true }),
    rate: fc.double({ min: 0.01, max: 20, noNaN: true }),
    maxQueue: fc.integer({ min: 0, max: 30 }),
  });

  test('more servers never raise the response time of users', () => {
    fc.assert(
      fc.property(fleet, ({ slope, servers, ...rest }) => {
        const node = { ...rest, maxQueue: Infinity, throughput: rising(slope) };
        const fewer = solveClosedNodes({ ...node, servers });
        const more = solveClosedNodes({ ...node, servers: servers + 1 });
        expect(more.responseTime).toBeLessThanOrEqual(fewer.responseTime * (1 + 1e-9));
      }),
    );
  });

  test('more arrivals raise the response time and never lower the rejections', () => {
    fc.assert(
      fc.property(fleet, ({ slope, rate, ...rest }) => {
        const node = { ...rest, throughput: rising(slope) };
        const fewer = solveOpenNodes({ ...node, arrivalRate: rate });
        const more = solveOpenNodes({ ...node, arrivalRate: rate * 1.1 });
        if (!fewer || !more) throw new RangeError('a finite queue always has a steady state');
        expect(more.responseTime).toBeGreaterThanOrEqual(fewer.responseTime * (1 - 1e-9));
        expect(more.rejectProbability).toBeGreaterThanOrEqual(fewer.rejectProbability - 1e-12);
        expectConsistent(fewer);
      }),
    );
  });

  test('users: asymptotic bounds of the throughput (Muntz and Wong 1974), and Little’s law', () => {
    fc.assert(
      fc.property(fleet, ({ slope, ...rest }) => {
        const node = { ...rest, maxQueue: Infinity, throughput: rising(slope) };
        const figures = solveClosedNodes(node);
        const most = Math.min(
          node.servers * node.throughput(node.slots),
          node.users / (node.thinkTime + 1),
        );
        expect(figures.throughput).toBeLessThanOrEqual(most * (1 + 1e-9));
        expect(
          relative(figures.throughput * (figures.responseTime + node.thinkTime), node.users),
        ).toBeLessThan(1e-9);
        expectConsistent(figures);
      }),
    );
  });

  test('scaling time units scales the answers', () => {
    fc.assert(
      fc.property(fleet, ({ slope, thinkTime, ...rest }) => {
        const node = { ...rest, maxQueue: Infinity };
        const inSeconds = solveClosedNodes({ ...node, thinkTime, throughput: rising(slope) });
        const inMilliseconds = solveClosedNodes({
          ...node,
          thinkTime: 1000 * thinkTime,
          throughput: (b) => rising(slope)(b) / 1000,
        });
        expect(relative(inMilliseconds.responseTime, 1000 * inSeconds.responseTime)).toBeLessThan(
          1e-9,
        );
      }),
    );
  });
});

function relative(actual = Number.NaN, expected = Number.NaN): number {
  return Math.abs(actual - expected) / Math.abs(expected);
}

/** Finite, within range, and Little's law on the whole and on the queue. */
function expectConsistent(figures: QueueFigures | undefined): void {
  if (!figures) throw new RangeError('there is a steady state');
  for (const value of Object.values(figures)) expect(Number.isFinite(value)).toBe(true);
  for (const share of [figures.waitProbability, figures.rejectProbability, figures.utilisation]) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1 + 1e-12);
  }
  expect(relative(figures.throughput * figures.responseTime, figures.inSystem)).toBeLessThan(1e-9);
  const inSlots = figures.responseTime - figures.waitingTime;
  expect(relative(figures.throughput * inSlots, figures.active)).toBeLessThan(1e-6);
}
