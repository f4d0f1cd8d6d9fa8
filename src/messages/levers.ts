/** Lists what to change if nothing known meets a target. */
import { t } from '@vscode/l10n';
import { isTimeObjective, partsOf, type Time } from '../engine/plan/objectives';
import type { ObjectiveKind } from '../engine/plan/plan';
import { textTable } from './textTable';

/** Levers against a time. More servers are not among them, since one server answers a request alone. */
const FOR_TIMES = textTable<Time>({
  latency: () =>
    t`a smaller or more quantized model, a faster GPU, fewer output tokens or another engine`,
  ttft: () =>
    t`shorter prompts, a prefix cache, a faster GPU, more GPUs per server or chunked prefill`,
  tpot: () =>
    t`GPUs with faster memory, a smaller or more quantized model, or a lower \`parallel\``,
});

/** Describes what helps if an objective of this kind is missed. */
export function describeLevers(kind: ObjectiveKind): string {
  if (isTimeObjective(kind)) return FOR_TIMES[partsOf(kind).of];
  return kind === 'budget'
    ? t`a cheaper node, a lower latency on the same node or a larger budget`
    : t`a higher \`maxQueue\`, a faster GPU or another engine`;
}
