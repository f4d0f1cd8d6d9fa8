import { expect, test, vi } from 'vitest';
import { during, Effort, Stopwatch } from '../../../src/vscode/effort';
import { processorTime } from '../../../src/vscode/processorTime';
import { inSlices } from '../../../src/vscode/charts/inSlices';

/** Time passes only where work says so. */
function handmadeClock() {
  let time = 0;
  return {
    now: () => time,
    worked: undefined,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

function effortAfter(...durations: readonly number[]): Effort {
  const clock = handmadeClock();
  const effort = new Effort(clock);
  for (const duration of durations) {
    effort.measure(
      () => clock.pass(duration),
      () => true,
    );
  }
  return effort;
}

test.for<[readonly number[], boolean]>([
  [[], false],
  [[50, 50], false],
  [[400], false],
  [[51, 51], true],
  [[10, 200], false],
  [[10, 200, 60], true],
  [[501], true],
  [[16_000, 10], false],
])('after assessments of %j ms a plan is expensive: %j', ([durations, expected]) => {
  expect(effortAfter(...durations).isExpensive).toBe(expected);
});

test('a text that cannot be assessed says nothing of how long that takes', () => {
  const clock = handmadeClock();
  const effort = new Effort(clock);
  effort.measure(
    () => clock.pass(900),
    () => true,
  );
  effort.measure(
    () => clock.pass(1),
    () => false,
  );
  expect(effort.isExpensive).toBe(true);
});

test.for<[string, number, number, number]>([
  ['a busy computer', 900, 5, 5],
  ['helper threads at work', 5, 9, 5],
])('a stopwatch counts own work, and no more than passes: %s', ([, passes, works, total]) => {
  const clock = { ...handmadeClock(), worked: () => worked };
  let worked = 0;
  const watch = new Stopwatch(clock);
  watch.time(() => {
    clock.pass(passes);
    worked += works;
  });
  expect(watch.total).toBe(total);
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

test('a stopwatch counts what throws, too', () => {
  const clock = handmadeClock();
  const watch = new Stopwatch(clock);
  watch.time(() => clock.pass(3));
  expect(() =>
    watch.time(() => {
      clock.pass(4);
      throw new Error('a bug');
    }),
  ).toThrow();
  expect(watch.total).toBe(7);
});

test('a time ends', () => {
  const clock = handmadeClock();
  const mayGoOn = during(30, clock);
  clock.pass(29);
  expect(mayGoOn()).toBe(true);
  clock.pass(1);
  expect(mayGoOn()).toBe(false);
});

function slices(each: number, count: number, most: number) {
  const clock = handmadeClock();
  const pieces = Array.from({ length: count }, (_, index) => () => {
    clock.pass(each);
    return index;
  });
  return new Promise<unknown>((resolve, reject) => {
    inSlices({
      pieces,
      wanted: () => true,
      watch: new Stopwatch(clock),
      most,
      done: (results) => resolve({ done: results }),
      paused: (results) => resolve({ paused: results }),
      failed: reject,
    });
  });
}

test('pieces are all done while they take no longer than they may', async () => {
  expect(await slices(100, 5, 500)).toEqual({ done: [0, 1, 2, 3, 4] });
});

test('the piece that takes too long is the last', async () => {
  expect(await slices(300, 5, 500)).toEqual({ paused: [0, 1] });
  expect(await slices(60_000, 2, 500)).toEqual({ paused: [0] });
});

test('what somebody asked for may take as long as it takes', async () => {
  expect(await slices(60_000, 3, Infinity)).toEqual({ done: [0, 1, 2] });
});
