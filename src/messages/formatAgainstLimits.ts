/** Rounds figures beside their limits: a rounded figure must stay on its side of a limit. */
import { HOURS_PER } from '../engine/fleet/cost';
import type { Figure, Unit } from '../engine/figure/figure';
import type { Objective, Target } from '../engine/plan/plan';
import { nearlyEqual } from '../engine/util/rounding';
import { formatFigureTo, formatFigureValue } from './figures';
import { DIGITS, roundMoney } from './numbers';

/** Formats like `formatFigure`, with as many digits as needed: 0.9998 s is `999.8 ms` beside `<1 s`, not `1 s`. */
export function formatAgainstLimits(figure: Figure, objectives: readonly Objective[]): string {
  return formatFigureTo(digitsBeside(figure, objectives), figure);
}

/** Formats the same beside a number of the same unit that is shown as written. */
export function formatNumberAgainstLimits(figure: Figure, number: number): string {
  return formatFigureTo(digitsApart(figure, [number]), figure);
}

/** Formats the same without the unit, if the head of a column says it. */
export function formatValueAgainstLimits(figure: Figure, objectives: readonly Objective[]): string {
  return formatFigureValue(figure, digitsBeside(figure, objectives));
}

/** Returns the limits that targets set on one quantity. */
export function limitsOn(
  kind: Objective['kind'],
  targets: readonly Target[],
): readonly Objective[] {
  return targets.flatMap(({ objectives }) =>
    objectives.filter((objective) => objective.kind === kind),
  );
}

const MOST_DIGITS = 9;

function digitsBeside(figure: Figure, objectives: readonly Objective[]): number {
  return digitsApart(
    figure,
    objectives.flatMap((objective) => limitIn(figure.unit, objective) ?? []),
  );
}

function digitsApart({ value, unit }: Figure, limits: readonly number[]): number {
  if (!Number.isFinite(value)) return DIGITS;
  const close = limits.filter((limit) => limit !== value && !nearlyEqual(limit, value));
  let digits = DIGITS;
  const isClear = (limit: number): boolean => {
    const shown = shownValue(value, unit, digits);
    return value < limit ? shown < limit : shown > limit;
  };
  while (digits < MOST_DIGITS && !close.every(isClear)) digits++;
  return digits;
}

/** Returns the number as the text rounds it. */
function shownValue(value: number, unit: Unit, digits: number): number {
  const magnitude = Math.abs(value);
  if (typeof unit === 'object') return roundMoney(value, digits);
  const size = unit === 's' && magnitude >= 300 ? (magnitude < 7200 ? 60 : 3600) : 1;
  const scaled = value / size;
  const whole = Math.max(1, Math.floor(Math.log10(Math.abs(scaled))) + 1);
  return size * Number(scaled.toPrecision(Math.max(digits, whole)));
}

/** Returns the limit in the figure's own unit. Returns undefined if the two cannot be compared. */
export function limitIn(unit: Unit, objective: Objective): number | undefined {
  switch (objective.kind) {
    case 'budget': {
      if (typeof unit !== 'object' || unit.currency !== objective.currency) return undefined;
      const hours = new Map<string, number>(Object.entries(HOURS_PER)).get(unit.per);
      return hours === undefined ? undefined : objective.limitPerHour * hours;
    }
    case 'rejected':
      return unit === 'share' ? objective.limitShare : undefined;
    default:
      return unit === 's' ? objective.limitSeconds : undefined;
  }
}
