/**
 * Bounds percentiles of one time by each other: fewer requests stay within a lower one, so p50 <= p90 <= p95 <= p99.
 * If observed percentiles contradict that, the longer time counts.
 */
import { isLower, isUpper } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { constantFigure, deriveFigure } from '../figure/figures';
import { lowestOf, type Evidence } from './observedEvidence';
import { partsOf, type AnyPercentile } from '../plan/objectives';
import type { Bound } from '../plan/plan';
import { PERCENTILE_SHARES } from '../plan/percentiles';
import { clearlyLess } from '../util/rounding';

interface KnownPercentile {
  readonly percentile: AnyPercentile;
  readonly evidence: Evidence;
}

/** A figure that a percentile is no lower than, or no higher than. */
interface Limit extends KnownPercentile {
  readonly figure: Figure;
}

/**
 * @param own Evidence of the percentile itself, if there is any.
 * @param isObserved True if the evidence is observed. A higher percentile that is lower replaces a prediction, but not
 * an observation.
 * @param others Observed percentiles of the same time.
 */
export function boundByOrder(
  quantity: AnyPercentile,
  own: Evidence | undefined,
  isObserved: boolean,
  others: readonly KnownPercentile[],
): Evidence | undefined {
  const share = shareOf(quantity);
  const lower = others.filter(({ percentile }) => shareOf(percentile) < share);
  const higher = others.filter(({ percentile }) => shareOf(percentile) > share);
  const evidence = bound(quantity, own, isObserved, { low: mostOf(lower), high: leastOf(higher) });
  if (!evidence) return undefined;
  // a measurement of a lower percentile beyond the limit proves a miss of this one too
  const points = lower.flatMap((each) => each.evidence.points);
  return points.length === 0 ? evidence : { ...evidence, points: [...points, ...evidence.points] };
}

function bound(
  quantity: AnyPercentile,
  own: Evidence | undefined,
  isObserved: boolean,
  { low, high }: Readonly<Record<'low' | 'high', Limit | undefined>>,
): Evidence | undefined {
  if (own?.figure.bound === 'exact') {
    if (low && clearlyLess(own.figure.value, low.figure.value)) {
      return isObserved || !high ? atLeast(quantity, low, own) : between(quantity, low, high);
    }
    const isTooHigh = high && clearlyLess(high.figure.value, own.figure.value);
    return isTooHigh && !isObserved ? between(quantity, low, high) : own;
  }
  const ownHigh = own && upperOf({ percentile: quantity, evidence: own });
  const upper = high && !(ownHigh && ownHigh.figure.value <= high.figure.value) ? high : undefined;
  const ownLow = own && lowerOf({ percentile: quantity, evidence: own });
  const lowest = low && !(ownLow && low.figure.value <= ownLow.figure.value) ? low : undefined;
  if (!upper && !lowest) return own;
  const bounds = { low: lowest ?? ownLow, high: upper ?? ownHigh };
  if (bounds.high) return between(quantity, bounds.low, bounds.high);
  return bounds.low && atLeast(quantity, bounds.low, own);
}

/** Evidence of a percentile that is at most `high`, and at least `low`. The two may contradict each other. */
function between(quantity: AnyPercentile, low: Limit | undefined, high: Limit): Evidence {
  if (low && clearlyLess(high.figure.value, low.figure.value)) return atLeast(quantity, low);
  const { percentile, evidence, figure } = high;
  const bound = figure.bound === '<' ? '<' : '<=';
  return {
    ...evidence,
    figure: asBound(quantity, percentile, figure, bound),
    floor: low?.figure.value ?? 0,
    reading: low?.figure,
    points: [],
    restsOn: evidence.restsOn,
    ...(figure.bound === 'exact' && { isOf: percentile }),
  };
}

function atLeast(
  quantity: AnyPercentile,
  { percentile, evidence, figure }: Limit,
  own?: Evidence,
): Evidence {
  const bound = figure.bound === '>' ? '>' : '>=';
  return {
    figure: asBound(quantity, percentile, figure, bound),
    floor: figure.value,
    points: own?.points ?? [],
    restsOn: evidence.restsOn,
  };
}

function asBound(
  quantity: AnyPercentile,
  other: AnyPercentile,
  figure: Figure,
  bound: Bound,
): Figure {
  if (quantity === other) return { ...figure, bound };
  const inputs = {
    share: constantFigure(shareOf(quantity), 'share'),
    otherShare: constantFigure(shareOf(other), 'share'),
    other: figure,
  };
  const { value, provenance } = figure;
  return { ...deriveFigure('percentile.byOther', value, 's', inputs, bound), provenance };
}

function mostOf(known: readonly KnownPercentile[]): Limit | undefined {
  return known
    .flatMap((each) => lowerOf(each) ?? [])
    .reduce<Limit | undefined>(
      (a, b) => (a && a.figure.value >= b.figure.value ? a : b),
      undefined,
    );
}

function leastOf(known: readonly KnownPercentile[]): Limit | undefined {
  return known
    .flatMap((each) => upperOf(each) ?? [])
    .reduce<Limit | undefined>(
      (a, b) => (a && a.figure.value <= b.figure.value ? a : b),
      undefined,
    );
}

/** What a percentile is at least; undefined if nothing is known of that. */
function lowerOf({ percentile, evidence }: KnownPercentile): Limit | undefined {
  const { figure, floor } = evidence;
  if (figure.bound === 'exact' || isLower(figure.bound)) return { percentile, evidence, figure };
  return floor > 0 && evidence.reading
    ? { percentile, evidence, figure: lowestOf(evidence) }
    : undefined;
}

function upperOf({ percentile, evidence }: KnownPercentile): Limit | undefined {
  const { figure } = evidence;
  return figure.bound === 'exact' || isUpper(figure.bound)
    ? { percentile, evidence, figure }
    : undefined;
}

function shareOf(quantity: AnyPercentile): number {
  const { percentile } = partsOf(quantity);
  return percentile ? PERCENTILE_SHARES[percentile] : 0;
}
