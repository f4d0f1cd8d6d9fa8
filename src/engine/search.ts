/**
 * The search over `parallel` and nodes for the cheapest way to meet a target: on one engine every node
 * costs the same, so the fewest nodes.
 */
import type { EngineAssessment, Outcome } from './assessment';
import { latencyOn, outcomeFor } from './judgeFleet';
import { modelServer, operate } from './operate';
import type { Policy, Target, Workload } from './plan';
import { clearlyLess } from './rounding';
import { fewestNodesFor, sizeForSlots } from './sizing';

export interface Candidate {
  readonly parallel: number;
  /** Spare ones not counted. */
  readonly nodes: number;
  /** By the balance. */
  readonly latencySeconds: number | undefined;
  /** Waiting by chance included, which takes longer to find: only ties ask for it. */
  readonly latencyWithChance: () => number | undefined;
  /** By every objective but the budget, which more nodes never help. */
  readonly outcome: Outcome;
}

export interface SearchQuestion {
  readonly engine: EngineAssessment;
  readonly workload: Workload;
  readonly policy: Policy;
  readonly target: Target | undefined;
  /** The largest `parallel` to look at. */
  readonly largestParallel: number;
  /** `target`: add nodes until the target is met; `slots`: only as many as there must be slots. */
  readonly sizeFor: 'slots' | 'target';
  /** The plan's own number of serving nodes, where it fixes one. */
  readonly fixedNodes: number | undefined;
}

export interface SearchResult {
  /** The cheapest candidate that meets the target by what is known; ties go to the lower latency, then to the fewer slots. */
  readonly meeting: Candidate | undefined;
  /** The cheapest of which what is known does not say that it misses. */
  readonly undecided: Candidate | undefined;
  /** The one with the lowest mean latency by the balance; `nearest.ts` knows which comes nearest to a target. */
  readonly fastest: Candidate | undefined;
}

export function searchParallel(question: SearchQuestion): SearchResult {
  let meeting: Candidate | undefined;
  let undecided: Candidate | undefined;
  let fastest: Candidate | undefined;
  const most = nodesWithMostSlots(question);
  for (let parallel = 1; parallel <= question.largestParallel; parallel++) {
    const candidate = findCandidate(question, parallel, meeting?.nodes ?? most);
    if (!candidate) continue;
    if (candidate.outcome === 'meets' && isCheaper(candidate, meeting)) meeting = candidate;
    if (candidate.outcome === 'unknown' && isCheaper(candidate, undecided)) undecided = candidate;
    if (isFaster(candidate, fastest)) fastest = candidate;
  }
  return { meeting, undecided, fastest };
}

/** With few slots a server a target takes many nodes, and long to find them: what many slots take is a good start. */
function nodesWithMostSlots(question: SearchQuestion): number | undefined {
  if (question.sizeFor !== 'target' || question.fixedNodes !== undefined) return undefined;
  const candidate = findCandidate(question, question.largestParallel);
  return candidate?.outcome === 'meets' ? candidate.nodes : undefined;
}

/** @param most Nodes that another `parallel` meets the target with: with those, or fewer, has to be done. */
export function findCandidate(
  question: SearchQuestion,
  parallel: number,
  most?: number,
): Candidate | undefined {
  const { engine, workload, policy, target } = question;
  const model = modelServer(engine, parallel, workload);
  const forSlots = sizeForSlots(model, policy.headroom.value);
  if (!forSlots) return undefined;
  let { nodes } = forSlots;
  if (question.fixedNodes !== undefined) {
    nodes = question.fixedNodes; // too few of them queue, and their latency says so
  } else if (question.sizeFor === 'target') {
    const accepts = (n: number): boolean => outcomeFor(model, n, target, policy) === 'meets';
    // what needs more nodes than another does not matter any more, and most of them do
    if (most !== undefined && (nodes > most || !accepts(most))) return undefined;
    nodes = fewestNodesFor(model, nodes, policy, accepts, most) ?? nodes;
  }
  const point = operate(model, nodes * engine.engine.servers.value);
  const outcome = outcomeFor(model, nodes, target, policy);
  return {
    parallel,
    nodes,
    latencySeconds: point?.latencySeconds,
    latencyWithChance: () => latencyOn(model, nodes, policy),
    outcome,
  };
}

function isCheaper(a: Candidate, b: Candidate | undefined): boolean {
  if (!b) return true;
  if (a.nodes !== b.nodes) return a.nodes < b.nodes;
  return clearlyLess(a.latencyWithChance() ?? Infinity, b.latencyWithChance() ?? Infinity);
}

export function isFaster(a: Candidate, b: Candidate | undefined): boolean {
  if (!b) return true;
  const [x, y] = [a.latencySeconds ?? Infinity, b.latencySeconds ?? Infinity];
  return clearlyLess(x, y) || (!clearlyLess(y, x) && a.nodes < b.nodes);
}
