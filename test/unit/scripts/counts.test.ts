/** What `npm test` says of its steps. */
import { expect, test } from 'vitest';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}
interface Module {
  readonly countLines: (output: string) => Counts;
  readonly reasonOfFailure: (end: object, counts?: Counts) => string | undefined;
}

const script = new URL('../../../scripts/lib/counts.mjs', import.meta.url).href;
const { countLines, reasonOfFailure } = (await import(script)) as Module;

test.for<[string, string, Counts]>([
  ['inside VS Code', '  ok   a (1 ms)\n3 passed, 1 failed\n', { passed: 3, failed: 1 }],
  ['mocha', '  ✔ a\n\n  2 passing (3s)\n  1 failing\n', { passed: 2, failed: 1 }],
  ['mocha, with a skipped test', '  2 passing (3s)\n  1 pending\n', { passed: 2, failed: 1 }],
  ['stopped, inside VS Code', '  ok   a (1 ms)\n  FAIL b\nwhy\n', { passed: 1, failed: 1 }],
  ['stopped, mocha', '  suite\n    ✔ a\n    ✔ b\n    1) c\n', { passed: 2, failed: 1 }],
  ['nothing', 'Cannot find module\n', { passed: 0, failed: 0 }],
])('counts the tests of a suite: %s', ([, output, counts]) => {
  expect(countLines(output)).toEqual(counts);
});

const none = { passed: 0, failed: 0 };
const some = { passed: 4, failed: 0 };
test.for<[object, Counts | undefined, string | undefined]>([
  [{ code: 0 }, some, undefined],
  [{ code: 0 }, undefined, undefined],
  [{ code: 1 }, { passed: 4, failed: 1 }, '1 test failed'],
  [{ code: 0 }, { passed: 4, failed: 2 }, '2 tests failed'],
  [{ code: 2 }, some, 'it ended with code 2'],
  [{ code: 2 }, undefined, 'it ended with code 2'],
  [{ code: 2 }, none, 'it ended with code 2 before any test did'],
  [{ code: 0 }, none, 'it ran no test'],
  [{ code: null, signal: 'SIGKILL' }, some, 'SIGKILL ended it'],
  [{ code: null, signal: 'SIGTERM', late: 15 }, some, 'it was stopped after 15 min without an end'],
  [{ error: 'spawn npm ENOENT' }, none, 'it did not start: spawn npm ENOENT'],
])('says why a step failed: %j with %j', ([end, counts, reason]) => {
  expect(reasonOfFailure(end, counts)).toBe(reason);
});
