/** Says who is best for a target: the cheapest that meets it, or all that cost as little. */
import { verdictOf } from '../engine/assess/ownVerdict';
import type { Target } from '../engine/plan/plan';
import { clearlyLess, nearlyEqual } from '../engine/util/rounding';
import { quote } from '../messages/findings/words';
import { formatAgainstLimits, limitsOn } from '../messages/formatAgainstLimits';
import type { Placed } from './placedScenario';
import type { TradeOffAxis } from './tradeOffAxis';
import { nameBefore } from '../messages/verdicts';
import { listNames, sayName, targetsOf } from './words';

/**
 * Returns undefined if none meets it.
 * @param compared Count of the scenarios compared, including those that miss it.
 * @param at Load that they are compared under, if loads differ.
 */
export function bestWords(
  meeting: readonly Placed[],
  compared: number,
  target: Target,
  at: string,
  { kind }: TradeOffAxis,
): string | undefined {
  const best = cheapestOf(meeting);
  if (!best) return undefined;
  const equals = meeting.filter(({ price }) => nearlyEqual(price.value, best.price.value));
  if (equals.length > 1) return tieWords(equals, best, target, at, kind);
  const least = kind === 'cost' ? 'is the cheapest' : 'is the one with the fewest nodes';
  const several = meeting.length === 1 ? 'is the only one that meets' : `${least} that meets`;
  const meets = compared === 1 ? 'meets' : several;
  return `${sayName(best.assessed)} ${meets} ${quote(target.name)}${at}: ${pairWords(best)}${surety([best])}.`;
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
  target: Target,
  at: string,
  kind: TradeOffAxis['kind'],
): string {
  const all = [best, ...equals.filter((each) => each !== best)];
  const least = kind === 'cost' ? 'are the cheapest' : 'are those with the fewest nodes';
  const names = listNames(all.map(({ assessed }) => assessed));
  const isFaster = all.some(({ time }) => clearlyLess(best.time.value, time.value));
  const speed = isFaster
    ? ` each; ${sayName(best.assessed)} is the fastest of them: ${timeWords(best)}`
    : `, ${timeWords(best)}`;
  return `${names} ${least} that meet ${quote(target.name)}${at}: ${priceWords(best)}${speed}${surety(all)}.`;
}

/** Says how well the figures of the sentence are known. */
function surety(all: readonly Placed[]): string {
  const unsure = all.filter(({ assessed }) => !verdictOf(assessed)?.verified);
  if (unsure.length === 0) return '';
  return unsure.length === all.length
    ? ', unverified'
    : `; unverified: ${listNames(unsure.map(({ assessed }) => assessed))}`;
}
