// Counts passed and failed tests in the output of each kind of suite, and says why a step failed.

/** Counts from vitest's JSON reporter. A test that did not run counts as a failure. */
export function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests };
}

/**
 * Counts from the last lines of the suites inside VS Code (`5 passed, 1 failed`) and of mocha (`5 passing`, `1
 * failing`). A suite that was stopped has no such lines. Then its lines of single tests are counted.
 */
export function countLines(output) {
  const summary = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (summary) {
    return { passed: Number(summary[1]), failed: Number(summary[2]) };
  }
  if (/^\s*\d+ passing\b/m.test(output)) {
    const number = (word) =>
      Number(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'm').exec(output)?.[1] ?? 0);
    return { passed: number('passing'), failed: number('failing') + number('pending') };
  }
  const lines = (pattern) => [...output.matchAll(pattern)].length;
  return {
    passed: lines(/^ +(?:✔|ok {2}) /gm),
    failed: lines(/^ +(?:\d+\)|FAIL) /gm),
  };
}

/**
 * Returns why a step failed, or undefined if it did not.
 * @param end How its process ended: `code`, or the `signal` that stopped it, or the `error` that kept it from starting.
 * `late` is the limit in minutes, if it was stopped for that.
 * @param counts Counts of its tests. Undefined for a step without tests.
 */
export function reasonOfFailure({ code, signal, error, late }, counts) {
  if (error !== undefined) return `it did not start: ${error}`;
  if (late !== undefined) return `it was stopped after ${late} min without an end`;
  if (counts !== undefined && counts.failed > 0) {
    return `${counts.failed} ${counts.failed === 1 ? 'test' : 'tests'} failed`;
  }
  if (signal) return `${signal} ended it`;
  if (code !== 0 && counts?.passed === 0) return `it ended with code ${code} before any test did`;
  if (code !== 0) return `it ended with code ${code}`;
  return counts?.passed === 0 ? 'it ran no test' : undefined;
}
