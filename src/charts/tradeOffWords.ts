/** Says what the trade-off shows: who is cheapest for each target, who misses it, and who is left out. */
import { t } from '@vscode/l10n';
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
import { isSurelyOverloaded } from '../messages/verdictReasons';
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
    ...(groups.length > MOST_GROUPS
      ? [t`The table has those of other targets and workloads.`]
      : []),
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
  const overloaded = left.filter((each) => each.overloaded);
  const notSized = left.filter((each) => each.notSized);
  const rest = left.filter((each) => !each.overloaded && !each.notSized);
  const unknown = rest.filter((each) => !timeOf(each, time));
  const unpriced = rest.filter((each) => timeOf(each, time) && !each.cost);
  const kind = nameOfKind(time);
  return [
    groupSentence(
      overloaded.filter(isSurelyOverloaded),
      (names) => t`${names} is overloaded, and is left out.`,
      (names) => t`${names} are overloaded, and are left out.`,
    ),
    groupSentence(
      overloaded.filter((each) => !isSurelyOverloaded(each)),
      (names) => t`${names} is likely overloaded, and is left out.`,
      (names) => t`${names} are likely overloaded, and are left out.`,
    ),
    groupSentence(
      notSized,
      (names) => t`${names} is not sized, and is left out.`,
      (names) => t`${names} are not sized, and are left out.`,
    ),
    groupSentence(
      unknown,
      (names) => t`${names} has no known ${kind}, and is left out.`,
      (names) => t`${names} have no known ${kind}, and are left out.`,
    ),
    groupSentence(
      unpriced,
      (names) => t`${names} has no price, and is left out.`,
      (names) => t`${names} have no price, and are left out.`,
    ),
  ].flat();
}

/** Returns a sentence about the scenarios, or nothing if there are none. */
function groupSentence(
  scenarios: readonly ScenarioAssessment[],
  one: (names: string) => string,
  several: (names: string) => string,
): readonly string[] {
  return scenarios.length > 0 ? [namesWith(scenarios, one, several)] : [];
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
  const judged = targetWords(target, first.assessed, all);
  const by = (outcome: string): readonly ScenarioAssessment[] =>
    group.flatMap(({ assessed }) => (verdictOf(assessed)?.outcome === outcome ? assessed : []));
  const meeting = group.filter(({ assessed }) => meetsAndRuns(assessed, verdictOf(assessed)));
  const kept = by('meets').filter((each) => obstacleOf(each, verdictOf(each)));
  const undecided = by('unknown');
  const best = bestWords(meeting, group.length, judged, axis);
  return [
    best ?? noneWords(judged, kept.length > 0),
    ...missedWords(by('misses'), target, best !== undefined && all.length === 1),
    ...obstacleWords(kept),
    ...(undecided.length > 0
      ? [t`The evidence does not decide it for ${listNames(undecided)}.`]
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
  const name = quote(target.name);
  const clauses = [
    ...groupSentence(
      sure,
      (names) => (isNamed ? t`${names} misses it` : t`${names} misses ${name}`),
      (names) => (isNamed ? t`${names} miss it` : t`${names} miss ${name}`),
    ),
    ...groupSentence(
      likely,
      (names) => (isNamed ? t`${names} likely misses it` : t`${names} likely misses ${name}`),
      (names) => (isNamed ? t`${names} likely miss it` : t`${names} likely miss ${name}`),
    ),
  ];
  return clauses.length > 0 ? [`${clauses.join('; ')}.`] : [];
}

function noneWords(judged: string, someWould: boolean): string {
  return someWould
    ? t`No scenario that can run as planned is known to meet ${judged}.`
    : t`No scenario is known to meet ${judged}.`;
}

/** Names scenarios that would meet the target, and says why they do not count. */
function obstacleWords(kept: readonly ScenarioAssessment[]): readonly string[] {
  const withObstacle = (obstacle: Obstacle): readonly ScenarioAssessment[] =>
    kept.filter((each) => obstacleOf(each, verdictOf(each)) === obstacle);
  return [
    groupSentence(
      withObstacle('memory'),
      (names) => t`${names} would meet it, but does not fit into a server’s memory.`,
      (names) => t`${names} would meet it, but do not fit into a server’s memory.`,
    ),
    groupSentence(
      withObstacle('single-slot'),
      (names) => t`${names} would meet it, but has one slot on a server.`,
      (names) => t`${names} would meet it, but have one slot on a server.`,
    ),
    groupSentence(
      withObstacle('turns-away'),
      (names) => t`${names} would meet it, but turns requests away.`,
      (names) => t`${names} would meet it, but turn requests away.`,
    ),
  ].flat();
}

/** Names the cheapest, if there is no target. */
function cheapestWords(group: readonly Placed[], { kind }: TradeOffAxis): readonly string[] {
  const best = cheapestOf(group);
  if (!best) return [];
  const name = sayName(best.assessed);
  return [
    kind === 'cost'
      ? t`${name} costs least: ${pairWords(best)}.`
      : t`${name} has the fewest nodes: ${pairWords(best)}.`,
    t`There is no target to judge it by.`,
  ];
}

/** Returns `` `strict` with 1,000 users ``, or other words if loads are equal. Names no load if all have the same. */
function targetWords(
  target: Target,
  { spec: scenario }: ScenarioAssessment,
  all: readonly (readonly Placed[])[],
): string {
  const { workload } = scenario;
  const name = quote(target.name);
  const others = all.flatMap(([first]) => first?.assessed.spec.workload ?? []);
  const rest = others.filter((other) => other !== workload);
  if (!workload || rest.length === 0) return name;
  const isOwn = (words: (of: Workload) => string): boolean =>
    rest.every((other) => words(other) !== words(workload));
  const told = [askedWords, thinkingWords].find(isOwn);
  return told
    ? t`${name} with ${told(workload)}`
    : t`${name} with the workload of ${quote(scenario.name)}`;
}

function askedWords(workload: Workload): string {
  return formatFigure(loadToday(workload));
}

function thinkingWords(workload: Workload): string {
  return workload.kind === 'closed'
    ? t`${askedWords(workload)} and ${formatFigure(thinkTimeFigure(workload))} of think time`
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
      t`The marks also judge ${quote(target.name)} by ${listWords(hidden.map(describeObjective))}.`,
    ];
  });
}
