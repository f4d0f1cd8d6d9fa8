import { defineConfig } from 'vitest/config';
import { TEST_MS } from './test/support/patience.mjs';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    setupFiles: ['test/support/seedProperties.ts'],
    environment: 'node',
    // Pure functions share nothing: each process loads the engine once for all files. Not threads, which have no folder
    // of their own to run the command line in.
    pool: 'forks',
    isolate: false,
    // One process lives for minutes: with more room for short-lived objects it collects garbage less often.
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: TEST_MS,
    hookTimeout: TEST_MS,
    teardownTimeout: TEST_MS,
    // `npm run coverage`: the core by file, the least covered visible at a glance.
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // What VS Code or a worker runs is tested there.
      exclude: [
        'src/vscode/**',
        'src/extension*.ts',
        'src/worker/thread.ts',
        'src/worker/webWorker.ts',
      ],
      // Files of types alone have nothing to cover.
      reporter: [['text', { skipEmpty: true }], 'json-summary'],
      reportsDirectory: 'coverage',
    },
  },
});
