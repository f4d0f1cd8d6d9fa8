/** Chooses the load of a measurement that would decide an objective, or verify it. */
import { REASONS } from '../../../engine/figure/reasons';
import { loadToMeasure } from '../../../engine/recommend/loadToMeasure';
import type { ObjectiveArgs } from './objectiveArgs';

export interface MeasurableArgs extends ObjectiveArgs {
  /** Requests in flight on one server of a measurement that would help; undefined where none would. */
  readonly measureAt: number | undefined;
}

/**
 * Returns undefined if no measurement helps: what does not fit into memory, or has one slot whatever it says, is
 * changed first. Lengths need only be stated.
 */
export function helpfulLoad({ scenario, verdict }: ObjectiveArgs): number | undefined {
  const advice = verdict.reasons.map((reason) => REASONS[reason].advice);
  if (verdict.objective.kind === 'budget' || advice.includes('elsewhere')) return undefined;
  if (!advice.includes('load')) return undefined;
  const { curve, load, parallel } = scenario;
  return loadToMeasure(curve, load?.value, parallel.value);
}
