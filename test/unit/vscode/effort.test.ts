import { expect, test, vi } from 'vitest';
import { Effort } from '../../../src/vscode/effort';
import { processorTime } from '../../../src/vscode/processorTime';

/** Time passes only where work says so. */
function handmadeClock() {
  let time = 0;
  return {
    now: () => time,
    worked: undefined as (() => number) | undefined,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

/** Measures work that was estimated to take 20 ms. */
function effortAfter(...durations: readonly number[]): Effort {
  const clock = handmadeClock();
  const effort = new Effort(clock);
  for (const duration of durations) effort.measure(20, () => clock.pass(duration));
  return effort;
}

test.for<[readonly number[], boolean]>([
  [[], true],
  [[50, 50, 50], true],
  [[400], true],
  [[51, 51], true],
  [[51, 51, 51], false],
  [[200, 10, 200, 10, 60], false],
  [[501], false],
  [[16_000, 10], false],
])('after answers of %j ms more of the same are quick: %j', ([durations, expected]) => {
  expect(effortAfter(...durations).isQuick(20)).toBe(expected);
});

test('after slow work only what is far below its estimate is quick', () => {
  const effort = effortAfter(900);
  expect(effort.isQuick(11)).toBe(false);
  expect(effort.isQuick(9)).toBe(true);
});

test.for<[string, number, number, boolean]>([
  ['a busy computer', 900, 5, true],
  ['helper threads at work', 5, 900, true],
  ['work', 900, 900, false],
])('%s: own work counts, and no more than passes', ([, passes, works, expected]) => {
  const clock = handmadeClock();
  let worked = 0;
  const effort = new Effort({ ...clock, worked: () => worked });
  effort.measure(20, () => {
    clock.pass(passes);
    worked += works;
  });
  expect(effort.isQuick(20)).toBe(expected);
});

test('what throws is measured, too', () => {
  const clock = handmadeClock();
  const effort = new Effort(clock);
  expect(() =>
    effort.measure(20, () => {
      clock.pass(900);
      throw new Error('a bug');
    }),
  ).toThrow();
  expect(effort.isQuick(20)).toBe(false);
});

test('processor time goes on with work, and is unknown without Node', () => {
  const read = processorTime();
  const start = read?.() ?? Number.NaN;
  while ((read?.() ?? Number.NaN) <= start);
  expect(read?.()).toBeGreaterThan(start);
  vi.stubGlobal('process', undefined);
  expect(processorTime()).toBeUndefined();
  vi.unstubAllGlobals();
});
