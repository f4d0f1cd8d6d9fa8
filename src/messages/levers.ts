/** Lists what to change if nothing known meets a target. */
import { recordOf } from '../engine/plan/percentiles';
import { TIME_OBJECTIVES, type ObjectiveKind } from '../engine/plan/plan';

const FOR_SPEED =
  'a smaller or more quantised model, a faster GPU, fewer output tokens, or another engine';
const FOR_BUDGET = 'a cheaper node, a lower latency on the same node, or a larger budget';

const LEVERS: Readonly<Record<ObjectiveKind, string>> = {
  ...recordOf(TIME_OBJECTIVES, () => FOR_SPEED),
  rejected: FOR_SPEED,
  budget: FOR_BUDGET,
};

/** Describes what helps if an objective of this kind is missed. */
export function describeLevers(kind: ObjectiveKind): string {
  return LEVERS[kind];
}
