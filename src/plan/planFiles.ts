/** Files that a plan names: the host reads them, and hands their text to the reader of the plan. */
import { MAX_CONFIG_BYTES } from '../engine/catalog/readConfig';

export type FileProblem = 'missing' | 'outside' | 'too-large' | 'unreadable';

export type PlanFile = { readonly text: string } | { readonly problem: FileProblem };

/** Files by their path as the plan writes it. A path that is not there yet is no problem: the host is reading. */
export type PlanFiles = ReadonlyMap<string, PlanFile>;

export const NO_FILES: PlanFiles = new Map();

/** Limit on the size of a file: beyond it nothing is read. */
export const MAX_FILE_BYTES = MAX_CONFIG_BYTES;
/** Tells if a path can be of a file beside the plan: relative, without a scheme or a drive. */
export function isInside(path: string): boolean {
  return !/^[/\\]|^[a-z][a-z0-9+.-]*:|\\|\0/i.test(path);
}
