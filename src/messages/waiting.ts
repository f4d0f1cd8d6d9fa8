/** Says how many wait for a slot on average, and that some wait randomly although the mean fits. */
import { t } from '@vscode/l10n';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { isUpper } from '../engine/figure/bounds';
import type { Figure } from '../engine/figure/figure';
import type { ObservationAssessment } from '../engine/observation/observationAssessment';
import { mayHaveQueued } from '../engine/observation/observedArrivals';
import { formatFigure, formatFigureValue } from './figures';

/** Returns `200 requests queueing on average` or `no queueing`. Returns undefined if it is unknown. */
export function describeWaiting({
  queueDepth,
  waiting,
}: Pick<ScenarioAssessment, 'queueDepth' | 'waiting'>): string | undefined {
  if (queueDepth && queueDepth.value > 0) return t`${formatFigure(queueDepth)} queueing on average`;
  if (waiting && waiting.value > 0) return t`some queueing at times`;
  return isNone(queueDepth) ? t`no queueing` : undefined;
}

/** Writes the queue depth of a benchmark: `0`, `at most 12`. An average of 0 may still hide random queueing. */
export function describeQueueDepth(observed: ObservationAssessment): string | undefined {
  const { queueDepth } = observed;
  if (queueDepth && queueDepth.value > 0) return formatFigureValue(queueDepth);
  if (!isNone(queueDepth)) return undefined;
  return mayHaveQueued(observed) ? t`0 on average, some queueing at times` : '0';
}

/** Tells if the queue is empty. An upper bound of zero counts too. */
function isNone(queueDepth: Figure | undefined): boolean {
  return queueDepth?.value === 0 && (queueDepth.bound === 'exact' || isUpper(queueDepth.bound));
}
