/** Loads the code that reads and assesses plans. Activation, for which VS Code waits, does without it. */
import type { AnalysisStore } from './analysisStore';
import type { Config } from './config';
import type { Clock } from './effort';

/** Returns the store of all views. */
export async function loadStore(config: Config, clock: Clock): Promise<AnalysisStore> {
  const { AnalysisStore } = await import('./analysisStore');
  return new AnalysisStore(config, clock);
}
