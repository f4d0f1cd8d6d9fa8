import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    setupFiles: ['test/support/seedProperties.ts'],
    environment: 'node',
    // Pure functions share nothing: each process loads the engine once for all files. Not threads, which have no folder
    // of their own to run the command line in.
    pool: 'forks',
    isolate: false,
    // Milliseconds. Long, since a loaded machine is slow, and no test judges time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // `npm run coverage`: the core by file, the least covered visible at a glance.
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/vscode/**', 'src/extension.ts'],
      // Files of types alone have nothing to cover.
      reporter: [['text', { skipEmpty: true }], 'json-summary'],
      reportsDirectory: 'coverage',
    },
  },
});
