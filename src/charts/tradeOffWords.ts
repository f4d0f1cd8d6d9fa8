/** What the trade-off shows, in sentences: who is cheapest for each target, who misses it, who is left out. */
import { formatFigure } from '../catalogue/figures';
import { listWords } from '../catalogue/markdown';
import { describeObjective } from '../catalogue/verdicts';
import type { ScenarioAssessment } from '../engine/assessment';
import type { Figure } from '../engine/figure';
import { verdictOf } from '../engine/ownVerdict';
import type { Target, Workload } from '../engine/plan';
import { askedToday } from '../engine/scaledWorkload';
import { thinkTimeFigure } from '../engine/workload';
import type { TradeOffAxis } from './tradeOffAxis';
import { listNames, nameOf, namesWith, scenarioName, sentences } from './words';

/** A scenario with both of its figures. */
export interface Placed {
  readonly assessed: ScenarioAssessment;
  /** Cost per hour, or nodes. */
  readonly price: Figure;
  readonly latency: Figure;
}

export function tradeOffWords(
  placed: readonly Placed[],
  left: readonly ScenarioAssessment[],
  axis: TradeOffAxis,
): string {
  const groups = groupComparable(placed);
  return sentences(
    axis.because,
    ...groups.slice(0, MOST_GROUPS).map((group) => groupWords(group, groups, axis)),
    groups.length > MOST_GROUPS ? 'The table has those of other targets and workloads.' : undefined,
    otherObjectives(placed),
    ...leftOutWords(left),
  );
}

const MOST_GROUPS = 4;

/** Why scenarios have no point: a sentence for each reason. */
export function leftOutWords(left: readonly ScenarioAssessment[]): readonly string[] {
  const overloaded = left.filter((each) => each.overloaded);
  const notSized = left.filter((each) => each.notSized);
  const rest = left.filter((each) => !each.overloaded && !each.notSized);
  const unknown = rest.filter(({ latency }) => !latency);
  const unpriced = rest.filter(({ latency, cost }) => latency && !cost);
  const words = [
    [overloaded, 'is overloaded', 'are overloaded'],
    [notSized, 'is not sized', 'are not sized'],
    [unknown, 'has no known latency', 'have no known latency'],
    [unpriced, 'has no price', 'have no price'],
  ] as const;
  return words
    .filter(([scenarios]) => scenarios.length > 0)
    .map(([scenarios, one, several]) => {
      const are = scenarios.length === 1 ? 'is' : 'are';
      return `${namesWith(scenarios, one, several)}, and ${are} left out.`;
    });
}

/** One target, one workload: others are not compared. */
function groupComparable(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const groups = new Map<unknown, Map<unknown, Placed[]>>();
  for (const each of placed) {
    const { target, workload } = each.assessed.scenario;
    const ofTarget = groups.get(target) ?? new Map<unknown, Placed[]>();
    groups.set(target, ofTarget);
    const group = ofTarget.get(workload) ?? [];
    ofTarget.set(workload, group);
    group.push(each);
  }
  return [...groups.values()].flatMap((ofTarget) => [...ofTarget.values()]);
}

function groupWords(
  group: readonly Placed[],
  all: readonly (readonly Placed[])[],
  axis: TradeOffAxis,
): string {
  const [first] = group;
  const target = first?.assessed.scenario.target;
  if (!first || !target) return cheapestWords(group, axis);
  const at = loadWords(first.assessed, all);
  const by = (outcome: string): readonly Placed[] =>
    group.filter(({ assessed }) => verdictOf(assessed)?.outcome === outcome);
  const best = cheapestOf(by('meets'));
  const misses = by('misses').map(({ assessed }) => assessed);
  const isSure = (assessed: ScenarioAssessment): boolean => verdictOf(assessed)?.verified ?? false;
  const sure = misses.filter(isSure);
  const likely = misses.filter((each) => !isSure(each));
  const undecided = by('unknown').map(({ assessed }) => assessed);
  return sentences(
    best ? bestWords(best, rankWords(group, by('meets'), axis), target, at) : noneWords(target, at),
    sure.length > 0 ? `${namesWith(sure, 'misses', 'miss')} it.` : undefined,
    likely.length > 0 ? `${namesWith(likely, 'likely misses', 'likely miss')} it.` : undefined,
    undecided.length > 0
      ? `What is known does not decide it for ${listNames(undecided)}.`
      : undefined,
  );
}

function rankWords(
  group: readonly Placed[],
  meeting: readonly Placed[],
  { kind }: TradeOffAxis,
): string {
  if (group.length === 1) return 'meets';
  if (meeting.length === 1) return 'is the only one that meets';
  return kind === 'cost'
    ? 'is the cheapest that meets'
    : 'is the one with the fewest nodes that meets';
}

function bestWords(best: Placed, meets: string, target: Target, at: string): string {
  const name = scenarioName(best.assessed);
  const unverified = verdictOf(best.assessed)?.verified ? '' : ', unverified';
  return `${name} ${meets} ${nameOf(target)}${at}: ${pairWords(best)}${unverified}.`;
}

function noneWords(target: Target, at: string): string {
  return `No scenario is known to meet ${nameOf(target)}${at}.`;
}

/** Without a target there is only a cheapest. */
function cheapestWords(group: readonly Placed[], { kind }: TradeOffAxis): string {
  const best = cheapestOf(group);
  if (!best) return '';
  const least = kind === 'cost' ? 'costs least' : 'has the fewest nodes';
  return `${scenarioName(best.assessed)} ${least}: ${pairWords(best)}. There is no target to judge it by.`;
}

/** `$30.00/h at below 1 s`. */
function pairWords({ price, latency }: Placed): string {
  return `${formatFigure(price)} at ${formatFigure(latency)}`;
}

/** ` with 1,000 users`, and more where that is no difference; nothing where all have the same workload. */
function loadWords({ scenario }: ScenarioAssessment, all: readonly (readonly Placed[])[]): string {
  const { workload } = scenario;
  const others = all.flatMap(([first]) => first?.assessed.scenario.workload ?? []);
  const rest = others.filter((other) => other !== workload);
  if (!workload || rest.length === 0) return '';
  const isOwn = (words: (of: Workload) => string): boolean =>
    rest.every((other) => words(other) !== words(workload));
  const told = [askedWords, thinkingWords].find(isOwn);
  return ` with ${told?.(workload) ?? `the workload of ${nameOf(scenario)}`}`;
}

function askedWords(workload: Workload): string {
  return formatFigure(askedToday(workload));
}

function thinkingWords(workload: Workload): string {
  return workload.kind === 'closed'
    ? `${askedWords(workload)} and ${formatFigure(thinkTimeFigure(workload))} of think time`
    : askedWords(workload);
}

function cheapestOf(group: readonly Placed[]): Placed | undefined {
  const [first, ...others] = group;
  const isBetter = (a: Placed, b: Placed): boolean =>
    a.price.value < b.price.value ||
    (a.price.value === b.price.value && a.latency.value < b.latency.value);
  return first && others.reduce((best, each) => (isBetter(each, best) ? each : best), first);
}

/** The marks judge by every objective, the axis shows the mean latency alone. */
function otherObjectives(placed: readonly Placed[]): string | undefined {
  const targets = new Set(placed.flatMap(({ assessed }) => assessed.scenario.target ?? []));
  const others = [...targets].flatMap((target) => {
    const hidden = target.objectives.filter(({ kind }) => kind !== 'latency');
    if (hidden.length === 0) return [];
    return [`${nameOf(target)} by ${listWords(hidden.map(describeObjective))}`];
  });
  const named = others.length > 3 ? [...others.slice(0, 3), 'others alike'] : others;
  return named.length > 0
    ? `The marks also judge what the axis of mean latency does not show: ${listWords(named)}.`
    : undefined;
}
