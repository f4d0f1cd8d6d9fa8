/** Words that formulas of several kinds share. */
import type { Figure } from '../engine/figure/figure';

/** Marks a number that the plan does not state: ` (default)`. */
export function byDefault(figure: Figure | undefined): string {
  return figure?.derivation.kind === 'default' ? ' (default)' : '';
}
