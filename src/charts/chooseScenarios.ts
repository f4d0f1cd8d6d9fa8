/** Chooses the scenarios that get a line if there is no room for all: the cheapest that meet their target first. */
import { t } from '@vscode/l10n';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { meetsAndRuns } from '../engine/assess/canRun';
import { verdictOf } from '../engine/assess/ownVerdict';
import { listNames } from './words';

export interface Choice {
  /** Scenarios, best first. */
  readonly ranked: readonly ScenarioAssessment[];
  /** Scenarios in the order of the plan, so that an edit leaves the lines in place. */
  readonly drawn: readonly ScenarioAssessment[];
  /** Names the scenarios that have no line for lack of room. Undefined if all have one. */
  readonly words: string | undefined;
}

const MOST_LINES = 12;

export function chooseScenarios(
  eligible: readonly ScenarioAssessment[],
  most = MOST_LINES,
): Choice {
  const sorted = eligible
    .map((assessed, index) => ({ assessed, index }))
    .sort((a, b) => compare(a.assessed, b.assessed) || a.index - b.index)
    .map(({ assessed }) => assessed);
  const ranked = sorted.slice(0, most);
  const chosen = new Set(ranked);
  const left = sorted.slice(most);
  return {
    ranked,
    drawn: eligible.filter((assessed) => chosen.has(assessed)),
    words: leftWords(left, ranked.length),
  };
}

/** Compares by nodes if not all have a price. Callers separate currencies first. */
function compare(a: ScenarioAssessment, b: ScenarioAssessment): number {
  const costOf = ({ cost }: ScenarioAssessment): number => cost?.perHour.value ?? Infinity;
  const nodesOf = ({ nodes }: ScenarioAssessment): number => nodes?.value ?? Infinity;
  return rankOf(a) - rankOf(b) || order(costOf(a), costOf(b)) || order(nodesOf(a), nodesOf(b));
}

/** Ranks by verdict. A scenario that cannot run ranks with those that miss: neither is an answer. */
function rankOf(assessed: ScenarioAssessment): number {
  const verdict = verdictOf(assessed);
  if (meetsAndRuns(assessed, verdict)) return 0;
  return (verdict?.outcome ?? 'unknown') === 'unknown' ? 1 : 2;
}

/** Compares numbers, infinities too: infinity minus infinity is not a number. */
function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function leftWords(left: readonly ScenarioAssessment[], drawn: number): string | undefined {
  if (left.length === 0) return undefined;
  return t`${drawn} scenarios are drawn, the cheapest that meet their target first; not drawn: ${listNames(left, 3)}.`;
}
