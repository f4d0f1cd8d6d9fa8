/** Lists the changes of the text that mend the findings at a place. */
import type { Finding } from '../lint/finding';
import type { TextEdit } from '../plan/edit/textEdit';
import type { Range } from '../plan/range';

export interface QuickFix {
  readonly title: string;
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
  /** True for the likeliest way to mend the finding. */
  readonly isPreferred: boolean;
}

/** Returns the fixes of every finding that touches the range. */
export function quickFixesAt(findings: readonly Finding[], at: Range): readonly QuickFix[] {
  return findings
    .filter(({ range }) => range.start <= at.end && at.start <= range.end)
    .flatMap((finding) =>
      (finding.fixes ?? []).map((edits, index) => ({
        title: `Write \`${edits.map(({ text }) => text).join('')}\``,
        finding,
        edits,
        isPreferred: index === 0,
      })),
    );
}
