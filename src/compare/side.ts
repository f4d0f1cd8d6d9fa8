/** Types the two sides of a comparison. */
import type { Run } from '../benchmark/run';
import type { PredictedTimes } from '../engine/explore/predictLoad';

export interface Side {
  /** Name of the file, or of the plan with its engine. */
  readonly name: string;
  readonly runs: readonly Run[];
  /** What was left out, and why. */
  readonly remarks: readonly string[];
  /** What the curve through this side's runs gives at the load and lengths of another run. */
  readonly predict: (run: Run) => PredictedTimes | undefined;
}
