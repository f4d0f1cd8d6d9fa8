// Names the test files, for every host.
import { freezeClock } from './helpers';

/** Loads every test file, after mocha's `suite` and `test` exist. Add a line for a new file. */
export async function loadTests(): Promise<void> {
  suiteSetup('a clock that stands still', freezeClock);
  await import('./extension.test');
  await import('./hover.test');
  await import('./inlayHints.test');
  await import('./completion.test');
  await import('./quickFixes.test');
  await import('./navigation.test');
  await import('./status.test');
  await import('./commands.test');
  await import('./models.test');
  await import('./observedFiles.test');
  await import('./importBenchmark.test');
  await import('./compareBenchmarks.test');
  await import('./diagnostics.test');
  await import('./charts.test');
  await import('./readOnly.test');
  await import('./worker.test');
  await import('./cancel.test');
  await import('./hostileNames.test');
  await import('./workspacePlans.test');
}
