/** Writes objectives and verdicts as words. */
import { t } from '@vscode/l10n';
import { HOURS_PER } from '../engine/fleet/cost';
import type { Objective, Target, TimeObjective } from '../engine/plan/plan';
import type { TargetVerdict, ObjectiveVerdict } from '../engine/verdict/verdict';
import { isTimeObjective } from '../engine/plan/objectives';
import { capitalise } from './sentences';
import { formatExactly, formatNumber, formatQuantity, formatSeconds } from './numbers';

/** Returns `latency <1 s`, `p95 ≤2 s`, `budget ≤$30.00/h`. */
export function describeObjective(objective: Objective): string {
  return `${nameOfKind(objective.kind)} ${describeLimit(objective)}`;
}

/** Names the quantity that an objective limits: `p95`, `cost`. */
export function describeQuantity({ kind }: Pick<Objective, 'kind'>): string {
  return kind === 'budget' ? t`cost` : nameOfKind(kind);
}

/** Names an objective in the reader's language: `ttft p95` for `ttft.p95`. */
export function nameOfKind(kind: Objective['kind']): string {
  if (kind === 'latency') return t`latency`;
  if (kind === 'budget') return t`budget`;
  return kind === 'rejected' ? t`rejected` : keyOfKind(kind);
}

/** Returns the keys of an objective as code has them, in every language: `ttft p95` for `ttft.p95`. */
export function keyOfKind(kind: Objective['kind']): string {
  return kind.replace('.', ' ');
}

/** Names the quantity beside its figure: `mean latency`, `p95`, `cost`. */
export function describeFoundQuantity({ kind }: Pick<Objective, 'kind'>): string {
  return kind === 'latency' ? t`mean latency` : describeQuantity({ kind });
}

/** Returns `mean latency <1 s`, `p95 ≤2 s`, `cost ≤$30/h`. */
export function describeLimitOf(objective: Objective): string {
  return `${describeFoundQuantity(objective)} ${describeLimit(objective)}`;
}

/** Heads a column of a time: `Latency`, `TTFT`, `p95`, `TTFT p95`. */
export function titleOfTime(time: TimeObjective): string {
  if (time === 'latency') return t`Latency`;
  return keyOfKind(time).replace(/^(ttft|tpot)/, (name) => name.toUpperCase());
}

/** Names a time before its value, unless it is the mean latency: `TTFT p95 `. */
export function nameBefore(time: TimeObjective): string {
  return time === 'latency' ? '' : `${titleOfTime(time)} `;
}

/** Heads a quantity: `TTFT p95`, `Mean latency`, `Cost`. */
export function titleOfQuantity(objective: Pick<Objective, 'kind'>): string {
  const { kind } = objective;
  if (isTimeObjective(kind) && kind !== 'latency') return titleOfTime(kind);
  return capitalise(describeFoundQuantity(objective));
}

/** Digits of a limit. People write limits and observations, so they are shown as written, not rounded. */
export const LIMIT_DIGITS = 6;

/** Returns `<1 s`, `≤$30.00/h`. */
export function describeLimit(objective: Objective): string {
  const sign = objective.strict ? '<' : '≤';
  switch (objective.kind) {
    case 'budget': {
      const { limitPerHour, per, currency } = objective;
      return `${sign}${formatExactly(limitPerHour * HOURS_PER[per], { currency, per })}`;
    }
    case 'rejected':
      return sign + formatQuantity(objective.limitShare, 'share', LIMIT_DIGITS);
    default:
      return sign + limitSecondsText(objective.limitSeconds);
  }
}

/** Returns `90 min`, or seconds if minutes or hours would not be exact: `1,000 s`. */
function limitSecondsText(seconds: number): string {
  const size = seconds < 7200 ? 60 : 3600;
  const isExact = seconds < 300 || Number.isInteger(Number(((seconds / size) * 1000).toFixed(6)));
  return isExact
    ? formatSeconds(seconds, LIMIT_DIGITS)
    : `${formatNumber(seconds, LIMIT_DIGITS)} s`;
}

type AnyVerdict = Pick<TargetVerdict, 'outcome' | 'verified'> &
  (Pick<TargetVerdict, 'objectives'> | Pick<ObjectiveVerdict, 'reasons'>);

/** Returns `misses`, `likely misses`, `meets`, `meets, unverified`, `undecided`, `unknown`. */
export function describeOutcome(verdict: AnyVerdict): string {
  const { outcome, verified } = verdict;
  switch (outcome) {
    case 'meets':
      return verified ? t`meets` : t`meets, unverified`;
    case 'misses':
      return verified ? t`misses` : t`likely misses`;
    case 'unknown':
      return isUndecided(verdict) ? t`undecided` : t`unknown`;
  }
}

/** Returns the verdict on a target in one phrase: `likely misses strict`, `meets strict, unverified`. */
export function describeVerdictOn(verdict: TargetVerdict, target = verdict.target.name): string {
  switch (verdict.outcome) {
    case 'meets':
      return verdict.verified ? t`meets ${target}` : t`meets ${target}, unverified`;
    case 'misses':
      return verdict.verified ? t`misses ${target}` : t`likely misses ${target}`;
    case 'unknown':
      return isUndecided(verdict) ? t`may or may not meet ${target}` : t`no verdict on ${target}`;
  }
}

/** Tells if nothing is open but on which side of its limit a figure is. */
function isUndecided(verdict: AnyVerdict): boolean {
  if ('reasons' in verdict) return verdict.reasons.includes('within-band');
  const open = verdict.objectives.filter((each) => each.outcome === 'unknown');
  return open.length > 0 && open.every(({ reasons }) => reasons.includes('within-band'));
}

/** Sign of an outcome, with a `?` behind it if no measurement proves it. Words are always beside it. */
export type OutcomeMark = '✓' | '✓?' | '✗' | '✗?' | '?';

export function outcomeMark(verdict: Pick<TargetVerdict, 'outcome' | 'verified'>): OutcomeMark {
  const { outcome, verified } = verdict;
  if (outcome === 'unknown') return '?';
  if (outcome === 'meets') return verified ? '✓' : '✓?';
  return verified ? '✗' : '✗?';
}

/** Explains the `?` behind a mark. */
export function unprovenMarkWords(): string {
  return t`? behind ✓ or ✗: no measurement proves it yet.`;
}

/** Returns `✗? likely misses`: the mark is never alone. */
export function markedOutcome(verdict: AnyVerdict): string {
  return `${outcomeMark(verdict)} ${describeOutcome(verdict)}`;
}

/** Tells if more than the mean latency decides the verdict on a target. */
export function judgesMoreThanLatency({ objectives }: Target): boolean {
  return objectives.some(({ kind }) => kind !== 'latency');
}
