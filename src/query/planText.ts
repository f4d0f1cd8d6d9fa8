/** Everything that the reading of a plan depends on, as plain data. */
import type { RuleLevel } from '../lint/finding';
import type { PlanFiles } from '../plan/planFiles';

export interface PlanText {
  readonly text: string;
  /** Last text that could be assessed. Views show it while `text` is broken. Undefined if none is known. */
  readonly lastGood: string | undefined;
  /** Levels of rules that the user set. */
  readonly levels: Readonly<Record<string, RuleLevel>>;
  /** Today's date in ISO format. */
  readonly asOf: string;
  /** Files that the plan names, as far as the editor has read them. */
  readonly files: PlanFiles;
}
