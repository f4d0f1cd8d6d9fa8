import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arrivalsAt,
  departuresAt,
  type BirthDeath,
} from '../../../../src/engine/queueing/birthDeath';
import { closedChain } from '../../../../src/engine/queueing/closedNodes';
import { openChain, pool } from '../../../../src/engine/queueing/openNodes';
import { sumStates } from '../../../../src/engine/queueing/stateSums';

interface Means {
  readonly active: number;
  readonly throughput: number;
  readonly queueing: number;
  readonly queued: number;
  readonly serviceSpread: number;
}

/** Means over every single state, from the first one on. */
function walkAll(chain: BirthDeath): Means {
  const last = chain.users === undefined ? chain.slots : chain.room;
  const logs = new Float64Array(last + 1);
  for (let n = 1; n <= last; n++) {
    const arrivals = arrivalsAt(chain, n - 1, departuresAt(chain, n - 1));
    logs[n] = (logs[n - 1] ?? 0) + Math.log(arrivals / departuresAt(chain, n));
  }
  const most = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  let [total, active, throughput, queueing, queued, squares] = [0, 0, 0, 0, 0, 0];
  logs.forEach((log, n) => {
    const weight = Math.exp(log - most);
    const departures = departuresAt(chain, n);
    total += weight;
    if (n > chain.slots) {
      queueing += weight;
      queued += (n - chain.slots) * weight;
    } else if (n > 0) {
      active += n * weight;
      throughput += departures * weight;
      squares += (n * n * weight) / departures;
    }
  });
  const serviceSpread = throughput > 0 ? squares / throughput / (active / throughput) ** 2 - 1 : 0;
  return {
    active: active / total,
    throughput: throughput / total,
    queueing: queueing / total,
    queued: queued / total,
    serviceSpread,
  };
}

function meansOf(chain: BirthDeath): Means {
  const { total, active, throughput, queueing, queued, squaresByThroughput } = sumStates(chain);
  return {
    active: active / total,
    throughput: throughput / total,
    queueing: queueing / total,
    queued: queued / total,
    serviceSpread:
      throughput > 0 ? squaresByThroughput / throughput / (active / throughput) ** 2 - 1 : 0,
  };
}

const anyChain = fc
  .record({
    users: fc.integer({ min: 5000, max: 200_000 }),
    thinkTime: fc.double({ min: 0.01, max: 100, noNaN: true }),
    servers: fc.constantFrom(1, 3, 40, 1000),
    slots: fc.constantFrom(1, 7, 64, 4096),
    maxQueue: fc.constantFrom(0, 5, 1000, Infinity),
    /** Of X(b) = b / (1 + slope b + fall b²): with a fall, servers slow down and the chain may have two modes. */
    slope: fc.constantFrom(0, 0.02, 0.5),
    fall: fc.constantFrom(0, 0, 1e-5, 1e-3),
    busy: fc.option(fc.double({ min: 0.1, max: 0.999, noNaN: true }), { nil: undefined }),
    together: fc.constantFrom(0, 0, 0.5, 0.9, 0.99),
  })
  .map(({ users, thinkTime, slope, fall, busy, together, ...servers }) => {
    const throughput = (b: number): number => b / (1 + slope * b + fall * b * b);
    const nodes = { ...servers, throughput };
    if (busy === undefined) return closedChain(pool(nodes), users, thinkTime);
    const arrivalRate = busy * servers.servers * throughput(servers.slots);
    return openChain({ ...nodes, arrivalRate, together });
  })
  .filter(({ slots }) => slots <= 500_000);

test('strides sum the same as a walk over every state', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      const [ours, exact] = [meansOf(chain), walkAll(chain)];
      for (const key of ['active', 'throughput', 'queued'] as const) {
        const scale = Math.max(exact[key], 1e-3);
        expect(Math.abs(ours[key] - exact[key]) / scale, key).toBeLessThan(2e-3);
      }
      expect(Math.abs(ours.queueing - exact.queueing)).toBeLessThan(1e-3);
      // matters as far as requests find a slot
      const inSlots = 1 - exact.queueing;
      const off = Math.abs(ours.serviceSpread - exact.serviceSpread) * inSlots;
      expect(off).toBeLessThan(1e-6 + 5e-3 * exact.serviceSpread);
    }),
    { numRuns: 150 },
  );
});
