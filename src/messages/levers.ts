/** Lists what to change if nothing known meets a target. */
import { isTimeObjective, partsOf, type Time } from '../engine/plan/objectives';
import type { ObjectiveKind } from '../engine/plan/plan';

/** Levers against a time. More servers are not among them, since one server answers a request alone. */
const FOR_TIMES: Readonly<Record<Time, string>> = {
  latency: 'a smaller or more quantized model, a faster GPU, fewer output tokens or another engine',
  ttft: 'shorter prompts, a prefix cache, a faster GPU, more GPUs per server or chunked prefill',
  tpot: 'GPUs with faster memory, a smaller or more quantized model, or a lower `parallel`',
};
const FOR_REJECTIONS = 'a higher `maxQueue`, a faster GPU or another engine';
const FOR_BUDGET = 'a cheaper node, a lower latency on the same node or a larger budget';

/** Describes what helps if an objective of this kind is missed. */
export function describeLevers(kind: ObjectiveKind): string {
  if (isTimeObjective(kind)) return FOR_TIMES[partsOf(kind).of];
  return kind === 'budget' ? FOR_BUDGET : FOR_REJECTIONS;
}
