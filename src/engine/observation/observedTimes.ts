/** Times that an observation has in addition to its mean latency: stated, or derived from other values. */
import { flipBound, joinBounds } from '../figure/bounds';
import type { Caveat, Figure } from '../figure/figure';
import { deriveFigure, observedFigure, statedFigure } from '../figure/figures';
import { withCaveats } from '../figure/provenance';
import type { Observation, Reading, Stated, TimeObjective, Workload } from '../plan/plan';
import { readingOf } from '../plan/readings';
import { hadEnoughRequests } from './enoughRequests';
import type { ObservationAssessment } from './observationAssessment';

export type ObservedQuantity = Exclude<TimeObjective, 'latency'>;

/** Seconds of a quantity; undefined if the observation does not have it. */
export function observedTime(
  assessed: ObservationAssessment,
  quantity: ObservedQuantity,
  workload: Workload | undefined,
): Figure | undefined {
  const reading = readingOf(assessed.observation, quantity);
  if (reading) return observedReading(reading, assessed, quantity);
  return quantity === 'tpot' ? timeBetweenTokens(assessed, workload) : undefined;
}

/** Seconds that an observation states. */
export function observedReading(
  reading: Reading,
  { observation, caveats }: ObservationAssessment,
  quantity: ObservedQuantity,
): Figure {
  const figure = observedFigure(reading, 's', observation.source.value);
  const own: readonly Caveat[] = hadEnoughRequests(observation, quantity) ? [] : ['few-requests'];
  return { ...figure, provenance: withCaveats(figure.provenance, [...caveats, ...own]) };
}

/** Length of the observation's answers; that of the workload if it does not state one. */
export function answerTokens(
  { outputTokens }: Observation,
  workload: Workload | undefined,
): Stated<number> | undefined {
  return outputTokens ?? workload?.outputTokens;
}

/** Time per output token: (latency - ttft) / (output tokens - 1). Queueing delays only the first token. */
function timeBetweenTokens(
  assessed: ObservationAssessment,
  workload: Workload | undefined,
): Figure | undefined {
  const { observation, latency } = assessed;
  const stated = answerTokens(observation, workload);
  if (!latency || !observation.ttftSeconds || !stated || !(stated.value > 1)) return undefined;
  const ttft = observedReading(observation.ttftSeconds, assessed, 'ttft');
  const tokens = statedFigure(stated, 'tokens', 'outputTokens');
  return tokenTime(latency, ttft, tokens);
}

/** Time per output token; undefined if the two times contradict each other, or are bounds that leave it open. */
export function tokenTime(latency: Figure, ttft: Figure, tokens: Figure): Figure | undefined {
  const seconds = (latency.value - ttft.value) / (tokens.value - 1);
  const bound = joinBounds(latency.bound, flipBound(ttft.bound));
  if (!(seconds > 0) || bound === 'undecided') return undefined;
  return deriveFigure('tpot.fromLatency', seconds, 's', { latency, ttft, tokens }, bound);
}
