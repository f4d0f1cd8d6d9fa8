/** Evidence of times of tokens. */
import { isLower } from '../figure/bounds';
import { waitingDelayOf } from './queueingDelay';
import { statedFigure } from '../figure/figures';
import type { Fleet } from './fleet';
import { slowedBy } from './timeDelay';
import { NO_POINTS, observedAt, plusWaiting, type Evidence } from './observedEvidence';
import { answerTokens, tokenTime } from '../observation/observedTimes';
import type { Waiting } from '../queueing/predictWaiting';
import { citedObservations } from '../curve/citedObservations';

/** Observed times to first token, plus the mean wait for a slot, which comes before it. */
export function timeToFirstToken(fleet: Fleet): Evidence | undefined {
  const observed = observedAt(fleet, 'ttft');
  if (!observed) return undefined;
  const { prediction, curve } = observed;
  const { modelledWaiting } = fleet;
  const added = modelledWaiting ? waitingDelayOf(modelledWaiting, 'ttft') : 0;
  return plusWaiting(fleet, prediction, curve, added, (all, base) =>
    Math.max(0, all.waiting - base.waiting + slowedBy(all) * prediction.latency.value),
  );
}

/** Observed times per token. Waiting delays the first token, not the others. */
export function timePerToken(fleet: Fleet): Evidence | undefined {
  const observed = observedAt(fleet, 'tpot');
  if (!observed) return tokenTimeOfMeans(fleet);
  const { prediction, curve } = observed;
  const slowed = (all: Waiting): number => slowedBy(all) * prediction.latency.value;
  return plusWaiting(fleet, prediction, curve, 0, slowed);
}

/** Time per token from separate observations of latency and of first token, if none has both. */
function tokenTimeOfMeans(fleet: Fleet): Evidence | undefined {
  const { latency, model } = fleet;
  const ttft = timeToFirstToken(fleet)?.figure;
  if (!ttft || !latency || ttft.bound !== 'exact' || isLower(latency.bound)) return undefined;
  const [tokens, ...others] = citedObservations(model.engine, [latency, ttft]).map(
    ({ observation }) => answerTokens(observation, model.workload),
  );
  if (!tokens || !(tokens.value > 1)) return undefined;
  if (others.some((other) => other?.value !== tokens.value)) return undefined;
  const figure = tokenTime(latency, ttft, statedFigure(tokens, 'tokens', 'outputTokens'));
  return figure && { figure, floor: 0, ...NO_POINTS };
}
