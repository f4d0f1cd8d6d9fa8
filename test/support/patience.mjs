// The only limits of the tests. Long, since a loaded machine is slow, and no test judges time.

/** Milliseconds that a condition may take. */
export const PATIENCE_MS = 120_000;

/** Milliseconds that a test may take in all, and that a suite may go without news. */
export const TEST_MS = 600_000;

/** Minutes that a step of `npm test` may take. */
export const STEP_MINUTES = 40;
