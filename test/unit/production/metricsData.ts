/** Dumps of /metrics in test/data/metrics, and what is read of them. */
import { readFileSync } from 'node:fs';
import { readFiles } from '../../../src/benchmark/importRuns';
import { observationsYaml } from '../../../src/benchmark/yamlText';
import { readMetricsText } from '../../../src/production/metricsText';
import { readLooks, type LooksReading } from '../../../src/production/readLooks';
import { runOfWindow, type ToldFacts } from '../../../src/production/runOfWindow';
import type { Wanted } from '../../../src/production/service';

export const dumpText = (name: string): string =>
  readFileSync(`test/data/metrics/${name}.txt`, 'utf8');

/** 2026-11-30 15:00 UTC. */
const END = Date.UTC(2026, 10, 30, 15) / 1000;

export function looksOf(
  texts: readonly string[],
  wanted: Wanted = {},
  seconds = 300,
): LooksReading {
  return readLooks(texts.map(readMetricsText), wanted, { end: END, seconds });
}

const NOTHING_TOLD: ToldFacts = {
  servers: undefined,
  parallel: undefined,
  outputTokens: undefined,
};

/** Returns the observation as YAML, with what is left out as comments; or the kind of problem. */
export function observed(looks: LooksReading, told: Partial<ToldFacts> = {}): string {
  if (looks.kind !== 'window') return looks.kind;
  const reading = runOfWindow(looks.window, { ...NOTHING_TOLD, ...told });
  if (reading.kind !== 'run') return reading.kind;
  const { files, added } = readFiles([{ file: undefined, text: { measured: [reading.run] } }]);
  const [file] = files;
  const remarks = [...(file?.remarks ?? []), ...(file?.runs ?? []).flatMap(({ words }) => words)];
  return remarks.map((words) => `# ${words}\n`).join('') + observationsYaml(added);
}
