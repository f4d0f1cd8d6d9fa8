import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  closedLoad,
  mostUsers,
  openLoad,
  throughputAt,
} from '../../../../src/engine/fleet/balance';
import type { CurveSegment } from '../../../../src/engine/curve/predict';
import { assessOne, closed, engine, observe } from '../../../support/plans';

const flat = (seconds: number): CurveSegment[] => [
  { from: 0, to: 8, intercept: seconds, slope: 0 },
];

describe('the balance of a closed workload', () => {
  test('without think time every user is in flight', () => {
    expect(closedLoad(12.5, 0, flat(2), 8)).toBe(12.5);
  });

  test('users think or wait: n (1 + Z / S) = D where latency does not depend on load', () => {
    expect(closedLoad(6, 4, flat(2), 8)).toBeCloseTo(2, 12);
  });

  test('beyond the slots what waits is the rest', () => {
    // X(8) = 8 / 2 = 4/s; 40 users, of whom 4 x 4 = 16 think
    expect(closedLoad(40, 4, flat(2), 8)).toBeCloseTo(24, 12);
  });

  test('n + Z X(n) = D holds on any rising curve', () => {
    const rising = fc.record({
      users: fc.double({ min: 0.1, max: 60, noNaN: true }),
      thinkTime: fc.double({ min: 0.01, max: 100, noNaN: true }),
      first: fc.double({ min: 0.05, max: 5, noNaN: true }),
      slopes: fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(rising, ({ users, thinkTime, first, slopes }) => {
        const segments = chain(first, slopes);
        const slots = 2 * slopes.length;
        const n = closedLoad(users, thinkTime, segments, slots);
        const balance = n + thinkTime * throughputAt(segments, Math.min(n, slots));
        expect(Math.abs(balance - users) / users).toBeLessThan(1e-6);
      }),
    );
  });

  test('of several solutions the one with the highest latency counts', () => {
    // S(b) = -8 + 5 b beyond 2: throughput falls from 1/s at 2 to 0.25/s at 8
    const falling: CurveSegment[] = [
      { from: 0, to: 2, intercept: 2, slope: 0 },
      { from: 2, to: 8, intercept: -8, slope: 5 },
    ];
    const [users, thinkTime] = [11, 10];
    const balance = (n: number): number => n + thinkTime * throughputAt(falling, Math.min(n, 8));
    const solutions = [];
    for (let n = 0.001; n < 12; n += 0.001) {
      if ((balance(n) - users) * (balance(n + 0.001) - users) <= 0) solutions.push(n);
    }
    expect(solutions.length).toBeGreaterThan(1);
    expect(closedLoad(users, thinkTime, falling, 8)).toBeCloseTo(Math.max(...solutions), 2);
  });

  test('a server is never asked for more users than keep its load, wherever the balance turns', () => {
    const turning: CurveSegment[] = [
      { from: 0, to: 2, intercept: 2, slope: 0 },
      { from: 2, to: 8, intercept: -8, slope: 5 },
    ];
    const { value } = mostUsers(10, turning, 2, 8);
    expect(closedLoad(value * 0.999, 10, turning, 8)).toBeLessThanOrEqual(2);
    expect(closedLoad(value * 1.001, 10, turning, 8)).toBeGreaterThan(2);
  });
});

describe('the balance of open arrivals', () => {
  test('n = rate x latency', () => {
    expect(openLoad(2, flat(2), 8)).toBe(4);
  });

  test('no steady state once the arrivals reach what full slots can serve', () => {
    expect(openLoad(3.99, flat(2), 8)).toBeCloseTo(7.98, 12);
    expect(openLoad(4, flat(2), 8)).toBeUndefined();
  });
});

/** Segments of length 2, each starting where the one before ends. */
function chain(first: number, slopes: readonly number[]): CurveSegment[] {
  let seconds = first;
  return slopes.map((slope, index) => {
    const from = 2 * index;
    const intercept = seconds - slope * from;
    seconds += 2 * slope;
    return { from, to: from + 2, intercept, slope };
  });
}

interface ThinkTimeData {
  readonly curves: readonly {
    readonly points: readonly (readonly [number, number])[];
    readonly thinkTime: {
      readonly users: number;
      readonly points: readonly (readonly [number, number])[];
    };
  }[];
}

// pauses and answers of these runs are fixed: nothing is left to chance
test('think time on a real server: within 3% up to 0.5 s, within 8% at 2 s', () => {
  const file = new URL('../../../data/measured/rtx4080-ollama-think-time.json', import.meta.url);
  const { curves } = JSON.parse(readFileSync(file, 'utf8')) as ThinkTimeData;
  const [curve] = curves;
  expect(curve?.thinkTime.points).toHaveLength(4);
  const server = engine((curve?.points ?? []).map(([users, seconds]) => observe(users, seconds)));
  for (const [thinkTime, seconds] of curve?.thinkTime.points ?? []) {
    const assessed = assessOne(
      { engine: server, workload: closed(curve?.thinkTime.users ?? 0, thinkTime) },
      { parallel: 8, nodes: 1 },
    );
    const users = curve?.thinkTime.users ?? 0;
    const load = assessed.load?.value ?? 0;
    const latency =
      thinkTime > 0 ? (load * thinkTime) / (users - load) : (assessed.latency?.value ?? 0);
    const error = Math.abs(latency - seconds) / seconds;
    expect(error, `think time ${thinkTime} s`).toBeLessThan(thinkTime > 1 ? 0.08 : 0.03);
  }
});
