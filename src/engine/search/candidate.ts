/** One candidate of the search over `parallel` and nodes: a way to serve a workload on an engine. */
import type { EngineAssessment } from '../curve/engineAssessment';
import { modelServer, operate, type ServerModel } from '../fleet/operate';
import { fewestNodesFor, sizeForSlots } from '../fleet/sizing';
import type { Policy, Target, Workload } from '../plan/plan';
import { clearlyLess } from '../util/rounding';
import { measuredWith } from './measuredWith';
import { parallelLadder } from './parallelLadder';
import { balanceOutcome, isByBalance, latencyOn, meetsOn, outcomeFor } from '../verdict/judgeFleet';
import type { Outcome } from '../verdict/verdict';

export interface Candidate {
  readonly parallel: number;
  /** Nodes without the spare ones. */
  readonly nodes: number;
  /** Mean latency by average load, in seconds. */
  readonly balanceSeconds: number | undefined;
  /**
   * Mean latency as it is judged, mostly with queueing, in seconds. It takes longer to compute, and only ties need it.
   */
  readonly latencySeconds: () => number | undefined;
  /** Outcome of the latency objectives. Other objectives that can be judged do not depend on more nodes. */
  readonly outcome: Outcome;
}

export interface SearchQuestion {
  readonly engine: EngineAssessment;
  readonly workload: Workload;
  readonly policy: Policy;
  readonly target: Target | undefined;
  /** Largest `parallel` to look at. */
  readonly largestParallel: number;
  /** Number of searches that the plan asks for: with many, each tries fewer values. */
  readonly searches: number;
  /** Aim of sizing. `target`: add nodes until the target is met. `slots`: only enough for a slot for each request. */
  readonly sizeFor: 'slots' | 'target';
  /** Serving nodes that the plan fixes; undefined if it fixes none. */
  readonly fixedNodes: number | undefined;
  readonly by: JudgedBy;
}

/**
 * Evidence to judge by: all of it, mean latencies by average load only, or the figures themselves, however wide the bands
 * around them are.
 */
export type JudgedBy = 'all' | 'balance' | 'expected';

/** A `parallel` with its nodes, before the need of a target is known. */
export interface ServerOption {
  readonly model: ServerModel;
  /** Nodes that the plan fixes; otherwise the fewest with a slot for every request in flight. */
  readonly nodes: number;
}

/** Each `parallel` to try that has a known number of nodes, ascending. */
export function serverOptions(
  question: SearchQuestion,
  values = parallelLadder(
    question.largestParallel,
    measuredWith(question.engine),
    question.searches,
  ),
): readonly ServerOption[] {
  return values.flatMap((parallel) => serverOption(question, parallel) ?? []);
}

function serverOption(
  { engine, workload, policy, fixedNodes }: SearchQuestion,
  parallel: number,
): ServerOption | undefined {
  const model = modelServer(engine, parallel, workload);
  const forSlots = sizeForSlots(model, policy.headroom.value);
  // a fixed number that is too small queues, which its latency shows
  return forSlots && { model, nodes: fixedNodes ?? forSlots.nodes };
}

/** Tells if nodes may be added to meet the target. */
export function isSized({ sizeFor, fixedNodes }: SearchQuestion): boolean {
  return sizeFor === 'target' && fixedNodes === undefined;
}

/** Tells if the question needs the average load only. */
export function asksForBalance({ by, target, workload, policy }: SearchQuestion): boolean {
  return by === 'balance' || !target || isByBalance(target, workload, policy);
}

export function meets(
  { by, target, policy }: SearchQuestion,
  { model }: ServerOption,
  nodes: number,
): boolean {
  return meetsBy(by, model, nodes, target, policy);
}

export function meetsBy(
  by: JudgedBy,
  model: ServerModel,
  nodes: number,
  target: Target | undefined,
  policy: Policy,
): boolean {
  return by === 'balance'
    ? balanceOutcome(model, nodes, target) === 'meets'
    : meetsOn(model, nodes, target, policy, by === 'expected' ? 'expected' : 'search');
}

/**
 * Fewest nodes with which an option meets the target; undefined if no number of them does.
 * @param most Nodes with which another option meets it: more are not tried.
 */
export function fewestNodes(
  question: SearchQuestion,
  option: ServerOption,
  most?: number,
): number | undefined {
  // an option that needs more nodes than another no longer matters, which is true of most
  const isLater = most !== undefined && (option.nodes > most || !meets(question, option, most));
  if (isLater) return undefined;
  const accepts = (nodes: number): boolean => nodes === most || meets(question, option, nodes);
  return fewestNodesFor(option.model, option.nodes, question.policy, accepts, most);
}

/**
 * Candidate of an option on so many nodes.
 * @param outcome Result, if it is already known.
 */
export function candidateOf(
  { by, target, policy }: SearchQuestion,
  { model }: ServerOption,
  nodes: number,
  outcome = by === 'balance'
    ? balanceOutcome(model, nodes, target)
    : outcomeFor(model, nodes, target, policy),
): Candidate {
  const byBalance = operate(model, nodes * model.engine.spec.servers.value)?.latencySeconds;
  let known: { readonly seconds: number | undefined } | undefined;
  const latencySeconds = (): number | undefined =>
    (known ??= { seconds: by === 'balance' ? byBalance : latencyOn(model, nodes, policy) }).seconds;
  return {
    parallel: model.parallel,
    nodes,
    balanceSeconds: byBalance,
    latencySeconds,
    outcome,
  };
}

/** Tells if `a` needs fewer nodes. Ties go to the lower latency. */
export function isCheaper(a: Candidate, b: Candidate | undefined): boolean {
  if (!b) return true;
  if (a.nodes !== b.nodes) return a.nodes < b.nodes;
  return clearlyLess(a.latencySeconds() ?? Infinity, b.latencySeconds() ?? Infinity);
}

export function isFaster(a: Candidate, b: Candidate | undefined): boolean {
  if (!b) return true;
  const [x, y] = [a.balanceSeconds ?? Infinity, b.balanceSeconds ?? Infinity];
  return clearlyLess(x, y) || (!clearlyLess(y, x) && a.nodes < b.nodes);
}
