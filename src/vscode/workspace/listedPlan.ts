/** Types the plans of the workspace as their list shows them. */
import type * as vscode from 'vscode';
import type { Summary } from '../../language/summary';

export interface ListedPlan {
  readonly uri: vscode.Uri;
  /** Its path in the workspace, without the ending. */
  readonly label: string;
  readonly state: PlanState;
}

export type PlanState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'checked'; readonly summary: Summary }
  /** `words` say why. */
  | { readonly kind: 'unchecked'; readonly words: string };
