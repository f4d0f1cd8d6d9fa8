/** Says who is best for a target: the cheapest that meets it, or all that cost as little. */
import { t } from '@vscode/l10n';
import { verdictOf } from '../engine/assess/ownVerdict';
import { clearlyLess, nearlyEqual } from '../engine/util/rounding';
import { formatAgainstLimits, limitsOn } from '../messages/formatAgainstLimits';
import type { Placed } from './placedScenario';
import type { TradeOffAxis } from './tradeOffAxis';
import { nameBefore } from '../messages/verdicts';
import { listNames, sayName, targetsOf } from './words';

/**
 * Returns undefined if none meets it.
 * @param compared Count of the scenarios compared, including those that miss it.
 * @param judged Name of the target, with the load that they are compared under if loads differ.
 */
export function bestWords(
  meeting: readonly Placed[],
  compared: number,
  judged: string,
  { kind }: TradeOffAxis,
): string | undefined {
  const best = cheapestOf(meeting);
  if (!best) return undefined;
  const equals = meeting.filter(({ price }) => nearlyEqual(price.value, best.price.value));
  if (equals.length > 1) return tieWords(equals, best, judged, kind);
  const name = sayName(best.assessed);
  const figures = withSurety(pairWords(best), [best]);
  if (compared === 1) return t`${name} meets ${judged}: ${figures}.`;
  if (meeting.length === 1) return t`${name} is the only one that meets ${judged}: ${figures}.`;
  return kind === 'cost'
    ? t`${name} is the cheapest that meets ${judged}: ${figures}.`
    : t`${name} is the one with the fewest nodes that meets ${judged}: ${figures}.`;
}

/** Finds the cheapest. Among equals it takes the fastest. */
export function cheapestOf(group: readonly Placed[]): Placed | undefined {
  const [first, ...others] = group;
  const isBetter = (a: Placed, b: Placed): boolean =>
    clearlyLess(a.price.value, b.price.value) ||
    (nearlyEqual(a.price.value, b.price.value) && a.time.value < b.time.value);
  return first && others.reduce((best, each) => (isBetter(each, best) ? each : best), first);
}

/** Returns `$30/h, below 1 s`. */
export function pairWords(placed: Placed): string {
  return `${priceWords(placed)}, ${timeWords(placed)}`;
}

function priceWords({ price, assessed }: Placed): string {
  return formatAgainstLimits(price, limitsOn('budget', targetsOf(assessed)));
}

function timeWords({ time, kind, assessed }: Placed): string {
  return nameBefore(kind) + formatAgainstLimits(time, limitsOn(kind, targetsOf(assessed)));
}

/** Returns `` `A` and `B` are the cheapest that meet `t`: $30/h each; `A` is the fastest of them: 1 s. `` */
function tieWords(
  equals: readonly Placed[],
  best: Placed,
  judged: string,
  kind: TradeOffAxis['kind'],
): string {
  const all = [best, ...equals.filter((each) => each !== best)];
  const names = listNames(all.map(({ assessed }) => assessed));
  const isFaster = all.some(({ time }) => clearlyLess(best.time.value, time.value));
  const each = isFaster
    ? t`${priceWords(best)} each; ${sayName(best.assessed)} is the fastest of them: ${timeWords(best)}`
    : pairWords(best);
  const figures = withSurety(each, all);
  return kind === 'cost'
    ? t`${names} are the cheapest that meet ${judged}: ${figures}.`
    : t`${names} are those with the fewest nodes that meet ${judged}: ${figures}.`;
}

/** Adds to figures how well they are known. */
function withSurety(figures: string, all: readonly Placed[]): string {
  const unsure = all.filter(({ assessed }) => !verdictOf(assessed)?.verified);
  if (unsure.length === 0) return figures;
  return unsure.length === all.length
    ? t`${figures}, unverified`
    : t`${figures}; unverified: ${listNames(unsure.map(({ assessed }) => assessed))}`;
}
