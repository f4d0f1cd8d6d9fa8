/** Chooses the load of a measurement that would decide an objective, or verify it. */
import { REASONS } from '../../../engine/figure/reasons';
import { loadToMeasure } from '../../../engine/recommend/loadToMeasure';
import type { ObjectiveArgs } from './objectiveArgs';

export interface MeasurableArgs extends ObjectiveArgs {
  /** Requests in flight on one server of a measurement that would help; undefined where none would. */
  readonly measureAt: number | undefined;
}

/**
 * Where the latency lies outside what was observed, `scenario.extrapolated` says what to measure; what does not
 * fit into memory, or has one slot whatever it says, is to be changed first. No measurement replaces what the engine does
 * not model, lengths that need only be stated, or a price that is about right.
 */
export function helpfulLoad({ scenario, verdict }: ObjectiveArgs): number | undefined {
  const advice = verdict.reasons.map((reason) => REASONS[reason].advice);
  if (verdict.objective.kind === 'budget' || advice.includes('elsewhere')) return undefined;
  if (!advice.includes('load')) return undefined;
  const { curve, load, parallel } = scenario;
  return loadToMeasure(curve, load?.value, parallel.value);
}
