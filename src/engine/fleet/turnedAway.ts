/** Decides from when on rejections are too many to count as serving the load. */
import type { Figure } from '../figure/figure';
import { clearlyLess } from '../util/rounding';

/** Largest share of rejections that is ignored. */
const FEW_TURNED_AWAY = 0.01;

/**
 * Tells if too many requests are rejected.
 * @param turnedAway Share of the requests; undefined if hardly any is.
 */
export function turnsManyAway(turnedAway: Figure | undefined): boolean {
  return clearlyLess(FEW_TURNED_AWAY, turnedAway?.value ?? 0);
}
