/** Who waits for a slot, in words: by the mean, and by chance where the mean fits. */
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { isUpper } from '../engine/figure/bounds';
import type { Figure } from '../engine/figure/figure';
import type { ObservationAssessment } from '../engine/observation/observationAssessment';
import { mayHaveQueued } from '../engine/observation/observedArrivals';
import { formatFigure, formatFigureValue } from './figures';

/** `200 requests waiting on average`, `none waiting`; undefined where nothing known tells. */
export function describeWaiting({
  queueDepth,
  waiting,
}: Pick<ScenarioAssessment, 'queueDepth' | 'waiting'>): string | undefined {
  if (queueDepth && queueDepth.value > 0) return `${formatFigure(queueDepth)} waiting on average`;
  if (waiting && waiting.value > 0) return 'some waiting by chance';
  return isNone(queueDepth) ? 'none waiting' : undefined;
}

/** The queue depth of a benchmark, of which nothing tells what waited by chance: `0`, `at most 12`. */
export function describeQueueDepth(observed: ObservationAssessment): string | undefined {
  const { queueDepth } = observed;
  if (queueDepth && queueDepth.value > 0) return formatFigureValue(queueDepth);
  if (!isNone(queueDepth)) return undefined;
  return mayHaveQueued(observed) ? '0 on average, though some may have waited by chance' : '0';
}

/** Of at most so many in flight, at most none waits. */
function isNone(queueDepth: Figure | undefined): boolean {
  return queueDepth?.value === 0 && (queueDepth.bound === 'exact' || isUpper(queueDepth.bound));
}
