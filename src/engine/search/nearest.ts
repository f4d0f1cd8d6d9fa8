/**
 * Finds the option nearest to a target that no option meets: the lowest figure of the missed objective, as a share of
 * its limit. If nodes may be added, each option gets as many as help.
 */
import { unloadedNodes } from '../fleet/sizing';
import { hasRandomQueueing } from '../fleet/workload';
import type { Objective, Target } from '../plan/plan';
import { clearlyLess } from '../util/rounding';
import { worstMiss } from '../verdict/binding';
import { judgeServing } from '../verdict/judgeFleet';
import type { ObjectiveVerdict } from '../verdict/verdict';
import {
  asksForBalance,
  candidateOf,
  isFaster,
  isSized,
  type Candidate,
  type SearchQuestion,
  type ServerOption,
} from './candidate';
import { distinctOptions } from './equivalentOptions';
import { fastestOption, searchParallel } from './search';

/**
 * Returns the nearest option.
 * @param options None of them meets the target.
 */
export function findNearest(
  question: SearchQuestion,
  options: readonly ServerOption[],
): Candidate | undefined {
  const { target } = question;
  // only the lowest mean latency matters
  if (!target || asksForBalance(question)) return fastestOption(question, options);
  const nearest = isSized(question)
    ? cheapestNear(question, options, target)
    : leastMissed(question, options, target);
  return nearest ?? fastestOption(question, options);
}

interface ScoredCandidate {
  readonly candidate: Candidate;
  readonly objectives: readonly ObjectiveVerdict[];
  readonly miss: number;
}

/** Least missed option with the nodes that each `parallel` has. */
function leastMissed(
  question: SearchQuestion,
  options: readonly ServerOption[],
  target: Target,
): Candidate | undefined {
  let least: ScoredCandidate | undefined;
  for (const option of distinctOptions(question, options)) {
    const judged = judge(question, target, option, option.nodes);
    if (isNearer(judged, least)) least = judged;
  }
  return least?.candidate;
}

/**
 * Cheapest option that is as near as any number of nodes gets: the one that meets the target with its limits set to
 * reachable values.
 */
function cheapestNear(
  question: SearchQuestion,
  options: readonly ServerOption[],
  target: Target,
): Candidate | undefined {
  const near = hasRandomQueueing(question.workload, question.policy) ? NEAR : 0;
  const lowest = lowestReached(question, options, target);
  const objectives = lowest?.objectives.flatMap((verdict) => withinReach(verdict, near));
  if (!objectives) return undefined;
  const relaxed = { ...question, target: { ...target, objectives } };
  const { meeting, undecided } = searchParallel(relaxed, options);
  const nearest = meeting ?? undecided;
  return nearest && { ...nearest, outcome: 'misses' };
}

/**
 * Lowest figure with so many nodes that more change nothing. A request with a server to itself is not affected by the
 * other slots.
 */
export function lowestReached(
  question: SearchQuestion,
  options: readonly ServerOption[],
  target: Target,
): ScoredCandidate | undefined {
  const bySlots = question.engine.curve.follows === 'parallel';
  const [first] = options;
  let lowest: ScoredCandidate | undefined;
  for (const option of bySlots || !first ? options : [first]) {
    const unloaded = unloadedNodes(option.model, option.nodes, question.policy);
    const judged = judge(question, target, option, unloaded);
    if (isNearer(judged, lowest)) lowest = judged;
  }
  return lowest;
}

function judge(
  question: SearchQuestion,
  target: Target,
  option: ServerOption,
  nodes: number,
): ScoredCandidate {
  const { objectives, ...verdict } = judgeServing(option.model, nodes, target, question.policy);
  const candidate = candidateOf(question, option, option.nodes, 'misses');
  return { candidate, objectives, miss: worstMiss({ ...verdict, objectives }) };
}

function isNearer(a: ScoredCandidate, b: ScoredCandidate | undefined): boolean {
  if (!b || clearlyLess(a.miss, b.miss)) return true;
  return !clearlyLess(b.miss, a.miss) && isFaster(a.candidate, b.candidate);
}

/**
 * Share of a figure that is near enough. Queueing falls ever more slowly: the last hundredths of a figure would take
 * many times the nodes, and no figure is that accurate.
 */
const NEAR = 0.05;

/** Objective with a reachable limit; undefined if nothing decides it. */
function withinReach(
  { objective, outcome, figure }: ObjectiveVerdict,
  near: number,
): readonly Objective[] {
  if (outcome === 'meets') return [objective];
  if (outcome === 'unknown' || !figure) return [];
  const reached = figure.value * (1 + near);
  if ('limitSeconds' in objective) {
    return [
      { ...objective, limitSeconds: Math.max(objective.limitSeconds, reached), strict: false },
    ];
  }
  if (objective.kind === 'rejected') {
    return [{ ...objective, limitShare: Math.max(objective.limitShare, reached), strict: false }];
  }
  return [];
}
