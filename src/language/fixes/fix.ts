/** A way to mend a finding: a title with its figures, and one list of edits. */
import type { Analysis } from '../../lint/analysis';
import type { Finding } from '../../lint/finding';
import { editPlan, type ValueChange } from '../../plan/edit/editPlan';
import type { TextEdit } from '../../plan/edit/textEdit';
import type { Piece } from '../pieces';

/** An edit whose text may have tab stops. */
export interface FixEdit extends TextEdit {
  /** The text in pieces, if some are to be filled in. */
  readonly pieces?: readonly Piece[];
}

/** A fix that has not been checked yet. */
export interface Proposal {
  readonly title: string;
  readonly edits: readonly FixEdit[];
  /** Cost per hour, or number of nodes, of those that meet a target: the lowest is preferred. Absent for others. */
  readonly rank?: number | undefined;
  /** True if only people can know that it is right: it is never preferred. */
  readonly isChoice?: boolean;
  /** True if it leaves values empty, which end the finding when they are filled in. */
  readonly isToFill?: boolean;
}

export interface QuickFix extends Proposal {
  readonly finding: Finding;
  /** True for the likeliest way to mend the finding. */
  readonly isPreferred: boolean;
  /** True for a comment that silences the finding. */
  readonly silences?: boolean;
}

/** Proposes to write values. Returns nothing if they have no place of their own in the text. */
export function propose(
  { document }: Analysis,
  title: string,
  changes: readonly ValueChange[],
  rank?: number,
): readonly Proposal[] {
  const edit = editPlan(document, changes);
  return 'problem' in edit || edit.edits.length === 0 ? [] : [{ title, edits: edit.edits, rank }];
}
