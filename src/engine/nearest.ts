/**
 * What comes nearest to a target that nothing meets: the option with the lowest figure of the objective that is
 * missed, by its share of the limit. Where nodes may be added it is judged with as many as help.
 */
import type { ObjectiveVerdict } from './assessment';
import { worstMiss } from './binding';
import { isByBalance, judgeServing } from './judgeFleet';
import { modelServer } from './operate';
import type { Objective, Target } from './plan';
import { clearlyLess } from './rounding';
import {
  findCandidate,
  isFaster,
  searchParallel,
  type Candidate,
  type SearchQuestion,
  type SearchResult,
} from './search';
import { plentyOfNodes } from './sizing';
import { hasWaitingByChance } from './workload';

/** @param found What the search found, none of which meets the target. */
export function findNearest(
  question: SearchQuestion,
  { fastest }: SearchResult,
): Candidate | undefined {
  const { target, workload, policy, sizeFor, fixedNodes } = question;
  // the lowest mean is all that there is to look for
  if (!target || !fastest || isByBalance(target, workload, policy)) return fastest;
  const isSized = sizeFor === 'target' && fixedNodes === undefined;
  return (isSized ? cheapestNear(question, target) : leastMissed(question, target)) ?? fastest;
}

interface Judged {
  readonly candidate: Candidate;
  readonly objectives: readonly ObjectiveVerdict[];
  readonly miss: number;
}

/** With the nodes that each `parallel` has. */
function leastMissed(question: SearchQuestion, target: Target): Candidate | undefined {
  let least: Judged | undefined;
  for (let parallel = 1; parallel <= question.largestParallel; parallel++) {
    const candidate = findCandidate(question, parallel);
    const judged = candidate && judge(question, target, candidate, candidate.nodes);
    if (judged && isNearer(judged, least)) least = judged;
  }
  return least?.candidate;
}

/**
 * The cheapest that is as near as any number of nodes comes: what meets the target once its limits are those that
 * can be reached.
 */
function cheapestNear(question: SearchQuestion, target: Target): Candidate | undefined {
  const objectives = lowestReached(question, target)?.objectives.flatMap((verdict) =>
    withinReach(verdict, hasWaitingByChance(question.workload, question.policy) ? NEAR : 0),
  );
  if (!objectives) return undefined;
  const { meeting, undecided } = searchParallel({ ...question, target: { ...target, objectives } });
  const nearest = meeting ?? undecided;
  return nearest && { ...nearest, outcome: 'misses' };
}

/** With so many nodes that more change nothing. Alone on a server a request knows nothing of the other slots. */
function lowestReached(question: SearchQuestion, target: Target): Judged | undefined {
  const { engine, workload, policy } = question;
  const bySlots = engine.curve.follows === 'parallel';
  let lowest: Judged | undefined;
  for (let parallel = 1; parallel <= (bySlots ? question.largestParallel : 1); parallel++) {
    const candidate = findCandidate({ ...question, sizeFor: 'slots' }, parallel);
    if (!candidate) continue;
    const model = modelServer(engine, parallel, workload);
    const judged = judge(
      question,
      target,
      candidate,
      plentyOfNodes(model, candidate.nodes, policy),
    );
    if (isNearer(judged, lowest)) lowest = judged;
  }
  return lowest;
}

function judge(
  { engine, workload, policy }: SearchQuestion,
  target: Target,
  candidate: Candidate,
  nodes: number,
): Judged {
  const model = modelServer(engine, candidate.parallel, workload);
  const verdict = judgeServing(model, nodes, target, policy);
  return { candidate, objectives: verdict.objectives, miss: worstMiss(verdict) };
}

function isNearer(a: Judged, b: Judged | undefined): boolean {
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
