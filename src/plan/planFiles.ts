/** Files that a plan names: the host reads them, and hands their content to the reader of the plan. */
import { MAX_CONFIG_BYTES } from '../engine/catalog/readConfig';

export type FileProblem = 'missing' | 'outside' | 'too-large' | 'unreadable';

/** Reasons why a file gives no observations. */
export type BenchmarkProblem =
  | FileProblem
  | 'benchmark-too-large'
  | 'benchmark-cut-off'
  | 'no-benchmark'
  | 'no-runs'
  | 'no-match'
  | 'too-many'
  | 'bad-pattern';

/** A file with results of benchmarks. `observations` is YAML, as a plan would have it. */
export type ObservedFile =
  | { readonly file: string; readonly observations: string }
  | { readonly file: string; readonly problem: BenchmarkProblem };

export type PlanFile =
  | { readonly text: string }
  | { readonly problem: FileProblem }
  | { readonly observed: readonly ObservedFile[] };

/** A path of a plan, as it writes it, and what the file should hold. */
export interface NamedFile {
  readonly path: string;
  readonly holds: 'model' | 'observations';
}

/** Files by their path as the plan writes it. A path that is not there yet is no problem: the host is reading. */
export type PlanFiles = ReadonlyMap<string, PlanFile>;

export const NO_FILES: PlanFiles = new Map();

/** Limit on the size of a file: beyond it nothing is read. */
export const MAX_FILE_BYTES = MAX_CONFIG_BYTES;

/** Limit on the files of one pattern. */
export const MOST_MATCHES = 50;

/** Tells if a path can be of a file beside the plan: relative, without a scheme or a drive. */
export function isInside(path: string): boolean {
  return !/^[/\\]|^[a-z][a-z0-9+.-]*:|\\|\0/i.test(path);
}
