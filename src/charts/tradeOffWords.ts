/** Says what the trade-off shows: who is cheapest for each target, who misses it, and who is left out. */
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { meetsAndRuns, obstacleOf, type Obstacle } from '../engine/assess/canRun';
import { verdictOf } from '../engine/assess/ownVerdict';
import { loadToday } from '../engine/assess/scaledWorkload';
import { timeOf } from '../engine/assess/shownTime';
import { thinkTimeFigure } from '../engine/fleet/workload';
import type { Objective, Target, TimeObjective, Workload } from '../engine/plan/plan';
import { formatFigure } from '../messages/figures';
import { quote } from '../messages/findings/words';
import { listWords } from '../messages/markdown';
import { overloadedWord } from '../messages/verdictReasons';
import { describeObjective, nameOfKind } from '../messages/verdicts';
import { bestWords, cheapestOf, pairWords } from './bestWords';
import type { Placed } from './placedScenario';
import type { TradeOffAxis } from './tradeOffAxis';
import { listNames, namesWith, sayName } from './words';

/** Returns sentences, the most important first. */
export function tradeOffWords(
  placed: readonly Placed[],
  left: readonly ScenarioAssessment[],
  axis: TradeOffAxis,
  time: TimeObjective,
): readonly string[] {
  const groups = groupByTarget(placed);
  const told = groups.slice(0, MOST_GROUPS).map((group) => groupWords(group, groups, axis));
  return [
    ...told.flatMap(([first = '']) => first),
    ...told.flatMap(([, ...others]) => others),
    ...(groups.length > MOST_GROUPS ? ['The table has those of other targets and workloads.'] : []),
    ...(axis.because === undefined ? [] : [axis.because]),
    ...otherObjectives(placed, axis, time),
    ...excludedScenarioWords(left, time),
  ];
}

const MOST_GROUPS = 4;

/** Why scenarios have no point: a sentence for each reason. */
function excludedScenarioWords(
  left: readonly ScenarioAssessment[],
  time: TimeObjective,
): readonly string[] {
  const called = (word: string) =>
    left.filter((each) => each.overloaded && overloadedWord(each) === word);
  const notSized = left.filter((each) => each.notSized);
  const rest = left.filter((each) => !each.overloaded && !each.notSized);
  const unknown = rest.filter((each) => !timeOf(each, time));
  const unpriced = rest.filter((each) => timeOf(each, time) && !each.cost);
  const known = `known ${nameOfKind(time)}`;
  const words = [
    [called('overloaded'), 'is overloaded', 'are overloaded'],
    [called('likely overloaded'), 'is likely overloaded', 'are likely overloaded'],
    [notSized, 'is not sized', 'are not sized'],
    [unknown, `has no ${known}`, `have no ${known}`],
    [unpriced, 'has no price', 'have no price'],
  ] as const;
  return words
    .filter(([scenarios]) => scenarios.length > 0)
    .map(([scenarios, one, several]) => {
      const are = scenarios.length === 1 ? 'is' : 'are';
      return `${namesWith(scenarios, one, several)}, and ${are} left out.`;
    });
}

/** Groups by target and workload: verdicts of one group are comparable. */
function groupByTarget(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const groups = new Map<unknown, Map<unknown, Placed[]>>();
  for (const each of placed) {
    const { target, workload } = each.assessed.spec;
    const ofTarget = groups.get(target) ?? new Map<unknown, Placed[]>();
    groups.set(target, ofTarget);
    const group = ofTarget.get(workload) ?? [];
    ofTarget.set(workload, group);
    group.push(each);
  }
  return [...groups.values()].flatMap((ofTarget) => [...ofTarget.values()]);
}

/** Returns the sentence on the best first. */
function groupWords(
  group: readonly Placed[],
  all: readonly (readonly Placed[])[],
  axis: TradeOffAxis,
): readonly string[] {
  const [first] = group;
  const target = first?.assessed.spec.target;
  if (!first || !target) return cheapestWords(group, axis);
  const at = loadWords(first.assessed, all);
  const by = (outcome: string): readonly ScenarioAssessment[] =>
    group.flatMap(({ assessed }) => (verdictOf(assessed)?.outcome === outcome ? assessed : []));
  const meeting = group.filter(({ assessed }) => meetsAndRuns(assessed, verdictOf(assessed)));
  const kept = by('meets').filter((each) => obstacleOf(each, verdictOf(each)));
  const undecided = by('unknown');
  const best = bestWords(meeting, group.length, target, at, axis);
  return [
    best ?? noneWords(target, at, kept.length > 0),
    ...missedWords(by('misses'), target, best !== undefined && all.length === 1),
    ...obstacleWords(kept),
    ...(undecided.length > 0
      ? [`The evidence does not decide it for ${listNames(undecided)}.`]
      : []),
  ];
}

/** Returns `` `B` misses it; `A` and `C` likely miss it. `` */
function missedWords(
  misses: readonly ScenarioAssessment[],
  target: Target,
  isNamed: boolean,
): readonly string[] {
  const isSure = (assessed: ScenarioAssessment): boolean => verdictOf(assessed)?.verified ?? false;
  const sure = misses.filter(isSure);
  const likely = misses.filter((each) => !isSure(each));
  const it = isNamed ? 'it' : quote(target.name);
  const clauses = [
    sure.length > 0 ? namesWith(sure, `misses ${it}`, `miss ${it}`) : '',
    likely.length > 0 ? namesWith(likely, `likely misses ${it}`, `likely miss ${it}`) : '',
  ].filter((clause) => clause !== '');
  return clauses.length > 0 ? [`${clauses.join('; ')}.`] : [];
}

function noneWords(target: Target, at: string, someWould: boolean): string {
  const who = someWould ? 'No scenario that can run as planned' : 'No scenario';
  return `${who} is known to meet ${quote(target.name)}${at}.`;
}

/** Names scenarios that would meet the target, and says why they do not count. */
function obstacleWords(kept: readonly ScenarioAssessment[]): readonly string[] {
  const why: readonly (readonly [Obstacle, string, string])[] = [
    ['memory', 'does not fit into a server’s memory', 'do not fit into a server’s memory'],
    ['single-slot', 'has one slot on a server', 'have one slot on a server'],
    ['turns-away', 'turns requests away', 'turn requests away'],
  ];
  return why.flatMap(([obstacle, one, several]) => {
    const those = kept.filter((each) => obstacleOf(each, verdictOf(each)) === obstacle);
    if (those.length === 0) return [];
    return [`${listNames(those)} would meet it, but ${those.length === 1 ? one : several}.`];
  });
}

/** Names the cheapest, if there is no target. */
function cheapestWords(group: readonly Placed[], { kind }: TradeOffAxis): readonly string[] {
  const best = cheapestOf(group);
  if (!best) return [];
  const least = kind === 'cost' ? 'costs least' : 'has the fewest nodes';
  return [
    `${sayName(best.assessed)} ${least}: ${pairWords(best)}.`,
    'There is no target to judge it by.',
  ];
}

/** Returns ` with 1,000 users`, or other words if loads are equal. Returns nothing if all have the same workload. */
function loadWords(
  { spec: scenario }: ScenarioAssessment,
  all: readonly (readonly Placed[])[],
): string {
  const { workload } = scenario;
  const others = all.flatMap(([first]) => first?.assessed.spec.workload ?? []);
  const rest = others.filter((other) => other !== workload);
  if (!workload || rest.length === 0) return '';
  const isOwn = (words: (of: Workload) => string): boolean =>
    rest.every((other) => words(other) !== words(workload));
  const told = [askedWords, thinkingWords].find(isOwn);
  return ` with ${told?.(workload) ?? `the workload of ${quote(scenario.name)}`}`;
}

function askedWords(workload: Workload): string {
  return formatFigure(loadToday(workload));
}

function thinkingWords(workload: Workload): string {
  return workload.kind === 'closed'
    ? `${askedWords(workload)} and ${formatFigure(thinkTimeFigure(workload))} of think time`
    : askedWords(workload);
}

/** Names the objectives beyond the axes, which marks judge by too. */
function otherObjectives(
  placed: readonly Placed[],
  { kind, unit }: TradeOffAxis,
  time: TimeObjective,
): readonly string[] {
  const isShown = (objective: Objective): boolean =>
    objective.kind === time ||
    (objective.kind === 'budget' &&
      kind === 'cost' &&
      typeof unit === 'object' &&
      unit.currency === objective.currency);
  const targets = new Set(placed.flatMap(({ assessed }) => assessed.spec.target ?? []));
  return [...targets].slice(0, MOST_GROUPS).flatMap((target) => {
    const hidden = target.objectives.filter((objective) => !isShown(objective));
    if (hidden.length === 0) return [];
    return [
      `The marks also judge ${quote(target.name)} by ${listWords(hidden.map(describeObjective))}.`,
    ];
  });
}
