/** Reads the figures of a recommended option that tables and charts show. */
import { timeOf } from '../engine/assess/shownTime';
import type { Figure } from '../engine/figure/figure';
import type { TimeObjective } from '../engine/plan/plan';
import type { AnswerOption } from './answerOptions';

/** Returns undefined if no target of the answer limits the time, or nothing is known of it. */
export function timeOfOption(
  { option: { latency, verdictOn }, targets }: AnswerOption,
  time: TimeObjective,
): Figure | undefined {
  return timeOf({ latency, verdicts: targets.map(verdictOn) }, time);
}
