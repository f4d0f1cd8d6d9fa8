import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waitingTime, type Histogram } from '../../../../src/engine/queueing/waitingTime';

/** One slot that answers one request a second, with a queue of so many places; requests come at `ratio` a second. */
const queueOf = (ratio: number, places: number): Histogram => {
  const chain = {
    slots: 1,
    room: 1 + places,
    full: 1,
    users: undefined,
    together: 0,
    arrivalRate: ratio,
  };
  const found = waitingTime(chain);
  if (!found) throw new RangeError('requests wait');
  return found;
};

/** P(wait > x): each place by its probability, and as many departures as it takes, term by term. */
function survivalBySum(ratio: number, places: number, x: number): number {
  const weights = Array.from({ length: places }, (_, j) => ratio ** (j - (ratio > 1 ? places : 0)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [fewer, pmf, sum] = [0, Math.exp(-x), 0];
  weights.forEach((weight, j) => {
    fewer += pmf;
    pmf *= x / (j + 1);
    sum += weight * fewer;
  });
  return sum / total;
}

const survivalAt = ({ shares }: Histogram, cell: number): number =>
  shares.slice(cell + 1).reduce((sum, share) => sum + share, 0);

describe('how long a request waits in a limited queue', () => {
  test('property: as the sum over all places says, whatever the ratio', () => {
    const ratio = fc.oneof(
      fc.double({ min: 0.05, max: 3, noNaN: true }),
      fc.double({ min: 0.99, max: 1.01, noNaN: true }),
      fc.constant(1),
    );
    const places = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(ratio, places, fc.integer({ min: 0, max: 94 }), (r, n, cell) => {
        const found = queueOf(r, n);
        const expected = survivalBySum(r, n, found.edges[cell + 1] ?? Number.NaN);
        expect(Math.abs(survivalAt(found, cell) - expected)).toBeLessThan(1e-6);
      }),
      { numRuns: 300 },
    );
  });

  test('an end that is hardly ever reached changes nothing', () => {
    const [limited, endless] = [queueOf(0.5, 60), queueOf(0.5, Infinity)];
    expect(limited).toEqual(endless);
  });

  test('of a queue that is nearly always full it is that of its last place, however long it is', () => {
    for (const places of [5e3, 2e4, 1e9]) {
      const { edges, shares } = queueOf(2, places);
      const middles = shares.map(
        (share, i) => (share * ((edges[i] ?? 0) + (edges[i + 1] ?? 0))) / 2,
      );
      const mean = middles.reduce((sum, part) => sum + part, 0);
      // the mean place is one before the last
      expect(Math.abs(mean - (places - 1)) / Math.sqrt(places)).toBeLessThan(0.05);
      const variance = shares.reduce((sum, share, i) => {
        const middle = ((edges[i] ?? 0) + (edges[i + 1] ?? 0)) / 2;
        return sum + share * (middle - mean) ** 2;
      }, 0);
      expect(Math.sqrt(variance / places)).toBeCloseTo(1, 1);
    }
  });

  test('nobody waits where nobody can', () => {
    const full = { slots: 1, room: 1, full: 1, users: undefined, together: 0, arrivalRate: 0.5 };
    expect(waitingTime(full)).toBeUndefined();
  });
});
