/** Fixes that are right without a look at each: another spelling of what the plan says. */
import type { Finding } from '../../lint/finding';
import type { TextEdit } from '../../plan/edit/textEdit';

export interface SafeFixes {
  readonly edits: readonly TextEdit[];
  /** Number of findings that they mend. */
  readonly count: number;
}

/** Returns the edits of all findings that can be mended in one way only, in the order of the text. */
export function safeFixes(findings: readonly Finding[], code?: string): SafeFixes {
  const fixes = findings
    .filter((finding) => (code === undefined || finding.code === code) && isSafe(finding))
    .flatMap(({ fixes: [edits = []] = [] }) => [[...edits].sort((a, b) => a.start - b.start)])
    .sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
  const edits: TextEdit[] = [];
  let count = 0;
  for (const each of fixes) {
    // of fixes that overlap, the first is made
    if ((each[0]?.start ?? 0) < (edits.at(-1)?.end ?? 0)) continue;
    edits.push(...each);
    count += 1;
  }
  return { edits, count };
}

export function isSafe({ fixes, code }: Finding): boolean {
  return fixes?.length === 1 && code !== 'plan.token-rate';
}
