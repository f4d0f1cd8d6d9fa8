/** Which time a figure is: an explanation may be of several, and seconds do not tell. */
import { t } from '@vscode/l10n';
import type { Figure } from '../engine/figure/figure';
import type { FormulaCode } from '../engine/figure/formulas';
import { PERCENTILE_SHARES } from '../engine/plan/percentiles';
import { PERCENTILES, TIME_OBJECTIVES, type KeyPath } from '../engine/plan/plan';
import { nameOfKind } from '../messages/verdicts';

/** Returns `p95`, `ttft` or `waiting`, or undefined if the unit says enough. */
export function quantityOf(figure: Figure): string | undefined {
  if (figure.unit !== 's' || figure.derivation.kind !== 'formula') return undefined;
  const { formula, inputs } = figure.derivation;
  switch (formula) {
    case 'latency.chance':
    case 'latency.slotWait':
    case 'latency.waiting':
      return t`waiting`;
    case 'percentile.byOther':
      return nameOfPercentile(observedKey(figure), inputs.share?.value);
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

/** Percentile of the same time as a bound by another one has. */
function nameOfPercentile(other: string | undefined, share: number | undefined) {
  const percentile = PERCENTILES.find((each) => PERCENTILE_SHARES[each] === share);
  return other === undefined ? percentile : other.replace(/p\d+$/, percentile ?? '$&');
}

/** `p95` for `/engines/A/observations/0/p95`, `ttft p95` for one of a time of tokens. */
function timeAt(path: KeyPath): string | undefined {
  const [, key, part] = /\/observations\/\d+\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
  const kind = part === undefined || part === 'mean' ? key : `${key}.${part}`;
  const found = TIME_OBJECTIVES.find((time) => time === kind);
  return found && nameOfKind(found);
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
