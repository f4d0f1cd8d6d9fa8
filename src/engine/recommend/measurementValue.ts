/**
 * Values a measurement: the amount that knowing may save per month.
 *
 * - The recommended option over all: the extra cost of what would be bought without it. That is the cheapest verified
 *   option that meets the target, or the next best one if none is verified.
 * - An option that does not, or not certainly, meet the target but would cost less than the recommended one: that
 *   saving.
 * - All others: nothing. Whatever the measurement shows, the recommended option stays the cheapest.
 *
 * Options in other currencies, or without a price, are not compared.
 */
import type { Assessment } from '../assess/assessment';
import { meetsAndRuns } from '../assess/canRun';
import { flipBound, joinBounds } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { deriveFigure } from '../figure/figures';
import { clearlyLess, nearlyEqual } from '../util/rounding';
import type { MeasurementDecision, NextMeasurement } from './nextMeasurement';
import type { TargetRecommendation, Option } from './recommendation';

export function decisionValue(
  assessment: Assessment,
  recommendation: TargetRecommendation,
  { option }: MeasurementDecision,
): Figure | undefined {
  const { overall } = recommendation;
  if (overall.kind !== 'option') return undefined;
  const cost = option.cost?.perMonth;
  const alternative =
    overall.option === option
      ? withoutIt(assessment, recommendation, option)
      : overall.option.cost?.perMonth;
  if (!cost || !alternative || currencyOf(cost) !== currencyOf(alternative)) return undefined;
  if (!clearlyLess(cost.value, alternative.value)) return undefined;
  const bound = joinBounds(alternative.bound, flipBound(cost.bound));
  const saved = alternative.value - cost.value;
  const inputs = { alternative, option: cost };
  return deriveFigure('atStake.perMonth', saved, cost.unit, inputs, bound);
}

/** Larger of two values in one currency. Otherwise the one that is known, the first before the second. */
export function largerValue(a: Figure | undefined, b: Figure | undefined): Figure | undefined {
  if (!a || !b || currencyOf(a) !== currencyOf(b)) return a ?? b;
  return b.value > a.value ? b : a;
}

/** Order by value, the highest first. Values in different currencies have no order. */
export function valueOrder(
  measurements: readonly NextMeasurement[],
): (a: NextMeasurement, b: NextMeasurement) => number {
  const stakes = measurements.flatMap(({ valuePerMonth }) => valuePerMonth ?? []);
  if (new Set(stakes.map(currencyOf)).size > 1) return () => 0;
  return (a, b) => {
    const [stakeA, stakeB] = [a.valuePerMonth?.value ?? 0, b.valuePerMonth?.value ?? 0];
    return nearlyEqual(stakeA, stakeB) ? 0 : stakeB - stakeA;
  };
}

interface Alternative {
  readonly cost: Figure;
  readonly verified: boolean;
}

/** Cost of the plan without an option: the best of its scenarios and of other engines. */
function withoutIt(
  { plan, scenarios }: Assessment,
  { target, byEngine }: TargetRecommendation,
  option: Option,
): Figure | undefined {
  const others = byEngine.flatMap(({ recommendation }) =>
    recommendation.kind === 'option' && recommendation.option !== option
      ? alternativeOf(recommendation.option.cost?.perMonth, recommendation.option.verdict.verified)
      : [],
  );
  const named = scenarios
    .filter(
      (other) =>
        other.spec.workload === plan.workload &&
        other.spec.policy === plan.policy &&
        !(other.engine === option.engine && other.parallel.value === option.parallel),
    )
    .flatMap((other) => {
      const verdict = other.verdictOn(target);
      return meetsAndRuns(other, verdict)
        ? alternativeOf(other.cost?.perMonth, verdict.verified)
        : [];
    });
  const currency = option.cost && currencyOf(option.cost.perMonth);
  const all = [...others, ...named].filter(({ cost }) => currencyOf(cost) === currency);
  const verified = all.filter((each) => each.verified);
  return cheapest(verified.length > 0 ? verified : all);
}

function alternativeOf(cost: Figure | undefined, verified: boolean): readonly Alternative[] {
  return cost ? [{ cost, verified }] : [];
}

function cheapest(alternatives: readonly Alternative[]): Figure | undefined {
  const [first, ...others] = alternatives.map(({ cost }) => cost);
  return first && others.reduce((a, b) => (clearlyLess(b.value, a.value) ? b : a), first);
}

function currencyOf({ unit }: Figure): string | undefined {
  return typeof unit === 'object' ? unit.currency : undefined;
}
