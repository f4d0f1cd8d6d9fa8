/** What the benchmark times at the sizes that a plan may reach: one call each. */
import { fitText } from '../../src/charts/svg/text';
import { solveClosedNodes } from '../../src/engine/queueing/closedNodes';

const LONG_TEXT = 'a name '.repeat(20_000);

/** Users, seconds of think time, servers, and slots of each. */
const CHAINS = [
  [100_000, 100, 1000, 8],
  [100_000, 0.001, 5000, 1],
  [100_000, 1e6, 5000, 16],
  [100_000, 0, 5000, 4],
] as const;

export const EXTREMES: Readonly<Record<string, () => unknown>> = {
  'a text of 140,000 characters, cut': () => fitText(LONG_TEXT, 12, 600),
  ...Object.fromEntries(
    CHAINS.map(([users, thinkTime, servers, slots]) => [
      `${users} users, ${thinkTime} s of think time, ${servers} servers of ${slots} slots`,
      () =>
        solveClosedNodes({
          users,
          thinkTime,
          servers,
          slots,
          maxQueue: Infinity,
          throughput: rising(),
        }),
    ]),
  ),
};

/** A new function each time, since rates are kept by it; each request slows the others down by a tenth. */
function rising(): (b: number) => number {
  return (b) => b / (1 + 0.1 * (b - 1));
}
