import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    environment: 'node',
    // Pure functions share nothing: threads start faster than processes.
    pool: 'threads',
    testTimeout: 20_000,
  },
});
