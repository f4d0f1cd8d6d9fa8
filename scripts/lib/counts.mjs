// Counts passed and failed tests in the output of each kind of suite.

/** Counts from vitest's JSON reporter. A test that did not run counts as a failure. */
export function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests };
}

/**
 * Counts from the last lines of the suites inside VS Code (`5 passed, 1 failed`) and of mocha (`5 passing`, `1
 * failing`).
 */
export function countLines(output) {
  const summary = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (summary) {
    return { passed: Number(summary[1]), failed: Number(summary[2]) };
  }
  const number = (word) => Number(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'm').exec(output)?.[1] ?? 0);
  return { passed: number('passing'), failed: number('failing') + number('pending') };
}
