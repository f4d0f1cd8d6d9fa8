import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    environment: 'node',
    // Pure functions share nothing: threads start faster than processes, and each loads the engine once for all files.
    pool: 'threads',
    isolate: false,
    testTimeout: 20_000,
  },
});
