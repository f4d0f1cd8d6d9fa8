/** One way to serve a workload on an engine, as the search over `parallel` and nodes tries it. */
import type { EngineAssessment } from '../curve/engineAssessment';
import { modelServer, operate, type ServerModel } from '../fleet/operate';
import { fewestNodesFor, sizeForSlots } from '../fleet/sizing';
import type { Policy, Target, Workload } from '../plan/plan';
import { clearlyLess } from '../util/rounding';
import { balanceOutcome, isByBalance, latencyOn, meetsOn, outcomeFor } from '../verdict/judgeFleet';
import type { Outcome } from '../verdict/verdict';

export interface Candidate {
  readonly parallel: number;
  /** Spare ones not counted. */
  readonly nodes: number;
  /** Mean latency by the balance. */
  readonly balanceSeconds: number | undefined;
  /** As it is judged, mostly with waiting by chance, which takes longer to find: only ties ask for it. */
  readonly latencySeconds: () => number | undefined;
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
  readonly by: JudgedBy;
}

/** By everything that bears on the target, or by mean latencies without chance alone. */
export type JudgedBy = 'all' | 'balance';

/** A `parallel` before it is known what a target takes. */
export interface ServerOption {
  readonly model: ServerModel;
  /** The plan's own; else the fewest with a slot for every request in flight. */
  readonly nodes: number;
}

/** Every `parallel` of which it can be said how many nodes it takes, ascending. */
export function serverOptions(question: SearchQuestion): readonly ServerOption[] {
  const options: ServerOption[] = [];
  for (let parallel = 1; parallel <= question.largestParallel; parallel++) {
    const option = serverOption(question, parallel);
    if (option) options.push(option);
  }
  return options;
}

function serverOption(
  { engine, workload, policy, fixedNodes }: SearchQuestion,
  parallel: number,
): ServerOption | undefined {
  const model = modelServer(engine, parallel, workload);
  const forSlots = sizeForSlots(model, policy.headroom.value);
  // too few fixed ones queue, and their latency says so
  return forSlots && { model, nodes: fixedNodes ?? forSlots.nodes };
}

/** Whether nodes may be added to meet the target. */
export function isSized({ sizeFor, fixedNodes }: SearchQuestion): boolean {
  return sizeFor === 'target' && fixedNodes === undefined;
}

/** Whether the balance is all that the question asks for. */
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
    : meetsOn(model, nodes, target, policy);
}

/**
 * The fewest nodes with which an option meets the target; undefined where no number of them does.
 * @param most Only with so many or fewer, where another option does with those.
 */
export function fewestNodes(
  question: SearchQuestion,
  option: ServerOption,
  most?: number,
): number | undefined {
  const accepts = (nodes: number): boolean => meets(question, option, nodes);
  // what needs more nodes than another does not matter any more, and most of them do
  if (most !== undefined && (option.nodes > most || !accepts(most))) return undefined;
  return fewestNodesFor(option.model, option.nodes, question.policy, accepts, most);
}

/** @param outcome Where it is known already. */
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

/** Ties go to the lower latency. */
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
