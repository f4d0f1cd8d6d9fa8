/** Writes findings as JSON, version 1: see docs/cli.md. */
import { findingJson, type FindingJson } from '../json/findingJson';
import { lazyList } from '../json/lazyList';
import {
  countSeverities,
  describeFindings,
  type CheckedFile,
  type SeverityCounts,
} from './checkedFile';

export interface CheckJson {
  readonly version: 1;
  readonly tool: { readonly name: 'capacity-plan'; readonly version: string };
  /** True if a finding is at or above `--fail-on`. */
  readonly failed: boolean;
  readonly counts: SeverityCounts;
  readonly files: readonly {
    readonly file: string;
    /** False if the text could not be read as a plan. Then only its problems are findings. */
    readonly assessed: boolean;
    readonly findings: Iterable<FindingJson>;
  }[];
}

export function checkJson(
  checked: readonly CheckedFile[],
  { toolVersion, failed }: { readonly toolVersion: string; readonly failed: boolean },
): CheckJson {
  return {
    version: 1,
    tool: { name: 'capacity-plan', version: toolVersion },
    failed,
    counts: countSeverities(checked),
    files: checked.map(({ file, analysis }) => ({
      file,
      assessed: analysis.assessment !== undefined,
      findings: lazyList(describeFindings(analysis), findingJson),
    })),
  };
}
