/** Which time a figure is: an explanation may be of several, and seconds do not tell. */
import type { Figure } from '../engine/figure/figure';
import type { FormulaCode } from '../engine/figure/formulas';

/** `p95`, `ttft`, `waiting`; undefined for what its unit says. */
export function quantityOf(figure: Figure): string | undefined {
  if (figure.unit !== 's' || figure.derivation.kind !== 'formula') return undefined;
  const { formula, inputs } = figure.derivation;
  switch (formula) {
    case 'latency.chance':
    case 'latency.waiting':
      return 'waiting';
    case 'percentile.modelled':
    case 'percentile.bySpread':
      return inputs.share && `p${Math.round(inputs.share.value * 100)}`;
    default:
      return observedKey(figure);
  }
}

/** What follows from latencies, and is none. */
const OF_TOKENS: Partial<Record<FormulaCode, string>> = {
  'tpot.fromLatency': 'tpot',
  'tpot.withinAnswer': 'tpot',
  'ttft.withinAnswer': 'ttft',
};

const OBSERVED = /\/observations\/\d+\/(latency|p50|p90|p95|p99|ttft|tpot)$/;

/** What the observations tell that it was read from: the first that is found tells, since all are of one kind. */
function observedKey(figure: Figure): string | undefined {
  const { derivation } = figure;
  if (derivation.kind === 'stated') return OBSERVED.exec(derivation.path)?.[1];
  if (derivation.kind !== 'formula') return undefined;
  const own = OF_TOKENS[derivation.formula];
  if (own) return own;
  for (const input of Object.values(derivation.inputs)) {
    const found = input.unit === 's' ? observedKey(input) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
