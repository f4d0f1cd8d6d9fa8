/** Makes observations from files that a plan names. Whoever reads files hands the result to the reader of the plan. */
import type { BenchmarkProblem, FileProblem, ObservedFile } from '../plan/planFiles';
import { writeRun } from './observation';
import { readBenchmark, type Refusal } from './readBenchmark';
import { observationsYaml } from './yamlText';

export interface FileText {
  /** Path as the plan writes it, or as its pattern matches it. */
  readonly file: string;
  /** The text, or why the host did not read it. */
  readonly text: string | { readonly problem: FileProblem };
}

const PROBLEMS: Readonly<Record<Refusal, BenchmarkProblem>> = {
  'too-large': 'benchmark-too-large',
  'cut-off': 'benchmark-cut-off',
  empty: 'no-benchmark',
  'not-text': 'no-benchmark',
  plan: 'no-benchmark',
  unknown: 'no-benchmark',
};

/** Reads one file. */
export function observeFile({ file, text }: FileText): ObservedFile {
  if (typeof text !== 'string') {
    const { problem } = text;
    return { file, problem: problem === 'too-large' ? 'benchmark-too-large' : problem };
  }
  const reading = readBenchmark(text);
  if (reading.kind === 'refused') return { file, problem: PROBLEMS[reading.why] };
  const name = file.slice(file.lastIndexOf('/') + 1);
  const runs = reading.runs.flatMap((run) => writeRun(run, name) ?? []);
  if (runs.length === 0) return { file, problem: 'no-runs' };
  return { file, observations: observationsYaml(runs) };
}
