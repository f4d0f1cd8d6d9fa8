/**
 * The search over `parallel` and nodes for the cheapest way to meet a target: on one engine every node
 * costs the same, so the fewest nodes.
 */
import type { EngineAssessment, Outcome } from './assessment';
import { keepsLimit } from './bounds';
import { modelServer, operate, type ServerModel } from './operate';
import type { Plan, Policy, Target, Workload } from './plan';
import { clearlyLess } from './rounding';
import { fewestNodesFor, sizeForSlots } from './sizing';

export interface Candidate {
  readonly parallel: number;
  /** Spare ones not counted. */
  readonly nodes: number;
  readonly latencySeconds: number | undefined;
  /** By the latency objectives alone: other ones that can be judged do not depend on more nodes. */
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
  /** The one with the lowest latency. */
  readonly fastest: Candidate | undefined;
}

export function searchParallel(question: SearchQuestion): SearchResult {
  let meeting: Candidate | undefined;
  let undecided: Candidate | undefined;
  let fastest: Candidate | undefined;
  for (let parallel = 1; parallel <= question.largestParallel; parallel++) {
    const candidate = findCandidate(question, parallel);
    if (!candidate) continue;
    if (candidate.outcome === 'meets' && isCheaper(candidate, meeting)) meeting = candidate;
    if (candidate.outcome === 'unknown' && isCheaper(candidate, undecided)) undecided = candidate;
    if (isFaster(candidate, fastest)) fastest = candidate;
  }
  return { meeting, undecided, fastest };
}

/** The largest `parallel` that the plan names or observed on an engine: beyond it nothing is known. */
export function largestParallelOf(plan: Plan, engine: EngineAssessment): number {
  let largest = 1;
  for (const { parallel, engine: used } of plan.scenarios) {
    if (used.name === engine.engine.name && parallel.value !== 'auto') {
      largest = Math.max(largest, parallel.value);
    }
  }
  for (const { observation, load } of engine.observations) {
    const observed = observation.parallel?.value ?? load?.value ?? 1;
    if (Number.isFinite(observed)) largest = Math.max(largest, Math.floor(observed));
  }
  return Math.min(largest, MOST_PARALLEL);
}

/** More slots than any server has; keeps a search short where a benchmark had a long queue. */
const MOST_PARALLEL = 4096;

/** Whether a number of serving nodes meets the latency objectives of a target, as far as is known. */
export function latencyOutcome(
  model: ServerModel,
  nodes: number,
  target: Target | undefined,
): Outcome {
  const point = operate(model, nodes * model.engine.engine.servers.value);
  if (!point?.service || point.latencySeconds === undefined) return 'unknown';
  const { latency, floorSeconds } = point.service;
  const seconds = point.latencySeconds;
  const floor = (floorSeconds * seconds) / latency.value;
  let outcome: Outcome = 'meets';
  for (const objective of target?.objectives ?? []) {
    if (objective.kind !== 'latency') continue;
    const { limitSeconds, strict } = objective;
    const keeps = keepsLimit(seconds, latency.bound, limitSeconds, strict);
    if (keeps === false || keepsLimit(floor, '>=', limitSeconds, strict) === false) return 'misses';
    if (keeps === undefined) outcome = 'unknown';
  }
  return outcome;
}

function findCandidate(question: SearchQuestion, parallel: number): Candidate | undefined {
  const { engine, workload, policy, target } = question;
  const model = modelServer(engine, parallel, workload);
  const forSlots = sizeForSlots(model, policy.headroom.value);
  if (!forSlots) return undefined;
  let { nodes } = forSlots;
  if (question.fixedNodes !== undefined) {
    nodes = question.fixedNodes; // too few of them queue, and their latency says so
  } else if (question.sizeFor === 'target') {
    const accepts = (n: number): boolean => latencyOutcome(model, n, target) === 'meets';
    nodes = fewestNodesFor(model, nodes, accepts) ?? nodes;
  }
  const point = operate(model, nodes * engine.engine.servers.value);
  const outcome = latencyOutcome(model, nodes, target);
  return { parallel, nodes, latencySeconds: point?.latencySeconds, outcome };
}

function isCheaper(a: Candidate, b: Candidate | undefined): boolean {
  if (!b) return true;
  return a.nodes === b.nodes ? isFaster(a, b) : a.nodes < b.nodes;
}

function isFaster(a: Candidate, b: Candidate | undefined): boolean {
  if (!b) return true;
  const [x, y] = [a.latencySeconds ?? Infinity, b.latencySeconds ?? Infinity];
  return clearlyLess(x, y) || (!clearlyLess(y, x) && a.nodes < b.nodes);
}
