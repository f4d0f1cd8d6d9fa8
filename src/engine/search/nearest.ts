/**
 * What comes nearest to a target that nothing meets: the option with the lowest figure of the objective that is
 * missed, by its share of the limit. Where nodes may be added it is judged with as many as help.
 */
import { unloadedNodes } from '../fleet/sizing';
import { hasRandomQueueing } from '../fleet/workload';
import type { Objective, Target } from '../plan/plan';
import { clearlyLess } from '../util/rounding';
import { finish, type Steps } from '../util/steps';
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
import { fastestOption, searchInSteps } from './search';

/** @param options None of them meets the target. */
export function findNearest(
  question: SearchQuestion,
  options: readonly ServerOption[],
): Candidate | undefined {
  return finish(nearestInSteps(question, options));
}

/** The same, for those who cannot wait for all of it. */
export function* nearestInSteps(
  question: SearchQuestion,
  options: readonly ServerOption[],
): Steps<Candidate | undefined> {
  const { target } = question;
  // the lowest mean is all that there is to look for
  if (!target || asksForBalance(question)) return fastestOption(question, options);
  const nearest = isSized(question)
    ? yield* cheapestNear(question, options, target)
    : yield* leastMissed(question, options, target);
  return nearest ?? fastestOption(question, options);
}

interface ScoredCandidate {
  readonly candidate: Candidate;
  readonly objectives: readonly ObjectiveVerdict[];
  readonly miss: number;
}

/** With the nodes that each `parallel` has. */
function* leastMissed(
  question: SearchQuestion,
  options: readonly ServerOption[],
  target: Target,
): Steps<Candidate | undefined> {
  let least: ScoredCandidate | undefined;
  for (const option of distinctOptions(question, options)) {
    const judged = judge(question, target, option, option.nodes);
    if (isNearer(judged, least)) least = judged;
    yield;
  }
  return least?.candidate;
}

/**
 * The cheapest that is as near as any number of nodes comes: what meets the target once its limits are those that
 * can be reached.
 */
function* cheapestNear(
  question: SearchQuestion,
  options: readonly ServerOption[],
  target: Target,
): Steps<Candidate | undefined> {
  const near = hasRandomQueueing(question.workload, question.policy) ? NEAR : 0;
  const lowest = yield* lowestReached(question, options, target);
  const objectives = lowest?.objectives.flatMap((verdict) => withinReach(verdict, near));
  if (!objectives) return undefined;
  const relaxed = { ...question, target: { ...target, objectives } };
  const { meeting, undecided } = yield* searchInSteps(relaxed, options);
  const nearest = meeting ?? undecided;
  return nearest && { ...nearest, outcome: 'misses' };
}

/** With so many nodes that more change nothing. Alone on a server a request knows nothing of the other slots. */
function* lowestReached(
  question: SearchQuestion,
  options: readonly ServerOption[],
  target: Target,
): Steps<ScoredCandidate | undefined> {
  const bySlots = question.engine.curve.follows === 'parallel';
  const [first] = options;
  let lowest: ScoredCandidate | undefined;
  for (const option of bySlots || !first ? options : [first]) {
    const unloaded = unloadedNodes(option.model, option.nodes, question.policy);
    const judged = judge(question, target, option, unloaded);
    if (isNearer(judged, lowest)) lowest = judged;
    yield;
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
 * Chance wears off ever more slowly: the last hundredths of a figure would take many times the nodes, and no
 * figure is known that well.
 */
const NEAR = 0.05;

/** The objective as far as it can be kept; none where nothing decides it. */
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
