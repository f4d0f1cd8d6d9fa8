/** Which time a figure is: an explanation may be of several, and seconds do not tell. */
import type { Figure } from '../engine/figure/figure';
import type { FormulaCode } from '../engine/figure/formulas';
import { PERCENTILE_SHARES } from '../engine/plan/percentiles';
import { PERCENTILES, TIME_OBJECTIVES, type KeyPath } from '../engine/plan/plan';

/** Returns `p95`, `ttft` or `waiting`, or undefined if the unit says enough. */
export function quantityOf(figure: Figure): string | undefined {
  if (figure.unit !== 's' || figure.derivation.kind !== 'formula') return undefined;
  const { formula, inputs } = figure.derivation;
  switch (formula) {
    case 'latency.chance':
    case 'latency.slotWait':
    case 'latency.waiting':
      return 'waiting';
    case 'percentile.modelled':
    case 'percentile.bySpread':
      return PERCENTILES.find((each) => PERCENTILE_SHARES[each] === inputs.share?.value);
    default:
      return observedKey(figure);
  }
}

/** Figures that follow from latencies but are none. */
const OF_TOKENS: Partial<Record<FormulaCode, string>> = {
  'tpot.fromLatency': 'tpot',
  'tpot.withinAnswer': 'tpot',
  'ttft.underArrivals': 'ttft',
  'ttft.withinAnswer': 'ttft',
};

/** `p95` for `/engines/A/observations/0/p95`. */
function timeAt(path: KeyPath): string | undefined {
  const key = /\/observations\/\d+\/([^/]+)$/.exec(path)?.[1];
  return TIME_OBJECTIVES.find((time) => time === key);
}

/**
 * Returns the kind of time in the observations behind a figure. The first one found decides, since all have one kind.
 */
function observedKey(figure: Figure): string | undefined {
  const { derivation } = figure;
  if (derivation.kind === 'stated') return timeAt(derivation.path);
  if (derivation.kind !== 'formula') return undefined;
  const own = OF_TOKENS[derivation.formula];
  if (own) return own;
  for (const input of Object.values(derivation.inputs)) {
    const found = input.unit === 's' ? observedKey(input) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
