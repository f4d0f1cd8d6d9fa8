/** Lists what to change if nothing known meets a target. */
import type { Objective } from '../engine/plan/plan';

const FOR_SPEED =
  'a smaller or more quantised model, a faster GPU, fewer output tokens, or another engine';
const FOR_BUDGET = 'a cheaper node, a lower latency on the same node, or a larger budget';

/** Describes what helps if an objective of this kind is missed. */
export function describeLevers(kind: Objective['kind']): string {
  return kind === 'budget' ? FOR_BUDGET : FOR_SPEED;
}
