/** Draws limits as lines across a chart: on the time that is shown, and on a scenario's cost. */
import { t } from '@vscode/l10n';
import { quote } from '../messages/findings/words';
import { describeLimit } from '../messages/verdicts';
import type { Unit } from '../engine/figure/figure';
import type { Objective, Plan, TimeObjective } from '../engine/plan/plan';
import type { Rule } from './chart';
import { listUpTo, nameOf } from './words';

interface LimitLines {
  readonly rules: readonly Rule[];
  /** Names of limits that are not drawn: `` the limit of `relaxed`, <3 s ``. */
  readonly excluded: readonly string[];
}

/** @param highest Highest value drawn. A limit far above it would flatten the lines below. */
export function timeLimits(plan: Plan, time: TimeObjective, highest: number): LimitLines {
  return linesFor(plan, 'y', highest, (objective) =>
    objective.kind === time ? objective.limitSeconds : undefined,
  );
}

/**
 * Returns budgets of any period as lines across an axis of cost per hour. Budgets in another currency are excluded.
 */
export function budgetLimits(plan: Plan, unit: Unit, highest: number): LimitLines {
  return linesFor(plan, 'x', highest, (objective) =>
    objective.kind === 'budget' && typeof unit === 'object' && unit.currency === objective.currency
      ? objective.limitPerHour
      : undefined,
  );
}

/** Names the limits that are not drawn. Returns undefined if all are. */
export function excludedLimitsWords(...lines: readonly LimitLines[]): string | undefined {
  const all = lines.flatMap(({ excluded }) => excluded);
  return all.length > 0 ? t`Not drawn: ${listUpTo(all, MOST_NAMED)}.` : undefined;
}

const FAR = 3;
const MOST_LIMITS = 6;
const MOST_NAMED = 3;

interface Limit {
  readonly at: number;
  readonly words: string;
  readonly names: string[];
}

/** Merges targets with the same limit into one line. */
function linesFor(
  { targets }: Plan,
  axis: Rule['axis'],
  highest: number,
  placeOf: (objective: Objective) => number | undefined,
): LimitLines {
  const byWords = new Map<string, Limit>();
  for (const target of targets) {
    for (const objective of target.objectives) {
      const at = placeOf(objective);
      if (at === undefined) continue;
      const words = describeLimit(objective);
      const limit = byWords.get(words) ?? { at, words, names: [] };
      limit.names.push(target.name);
      byWords.set(words, limit);
    }
  }
  const all = [...byWords.values()];
  const near = all.filter(({ at }) => at <= highest * FAR).slice(0, MOST_LIMITS);
  return {
    rules: near.map(({ at, words, names }) => ({
      axis,
      kind: 'limit',
      at,
      label: `${listUpTo(
        names.map((name) => nameOf({ name })),
        MOST_NAMED,
      )} ${words}`,
    })),
    excluded: all.filter((limit) => !near.includes(limit)).map(limitWords),
  };
}

function limitWords({ names, words }: Limit): string {
  return t`the limit of ${listUpTo(names.map(quote), MOST_NAMED)}, ${words}`;
}
