/** How many requests may be turned away before that is no answer to what is asked. */
import type { Figure } from '../figure/figure';
import { clearlyLess } from '../util/rounding';

/** As few as nobody plans for. */
const FEW_TURNED_AWAY = 0.01;

/** @param turnedAway Share of the requests; undefined where hardly any is. */
export function turnsManyAway(turnedAway: Figure | undefined): boolean {
  return clearlyLess(FEW_TURNED_AWAY, turnedAway?.value ?? 0);
}
