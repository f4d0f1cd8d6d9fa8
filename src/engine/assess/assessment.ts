/**
 * Types of everything that the engine computes for a plan while it is typed. Recommendations, next measurements and the
 * frontier are computed lazily: see `recommend.ts`.
 */
import type { EngineAssessment } from '../curve/engineAssessment';
import type { Figure } from '../figure/figure';
import type { Cost } from '../fleet/cost';
import type { Overload } from '../fleet/overload';
import type { MemoryCheck } from '../hardware/memory';
import type { ObservationAssessment } from '../observation/observationAssessment';
import type { Plan, Scenario, Target } from '../plan/plan';
import type { TargetVerdict } from '../verdict/verdict';

export interface Assessment {
  readonly plan: Plan;
  readonly engines: readonly EngineAssessment[];
  readonly scenarios: readonly ScenarioAssessment[];
}

export interface ScenarioAssessment {
  readonly spec: Scenario;
  readonly engine: EngineAssessment;
  /** Slots of one server: as stated, or as found for `auto`. */
  readonly parallel: Figure;
  /** Nodes; undefined if the plan does not know enough to size the scenario (`notSized` has the reason). */
  readonly nodes: Figure | undefined;
  readonly notSized: NotSized | undefined;
  /** Nodes without the `spare` ones: the scenario is judged on these. */
  readonly servingNodes: Figure | undefined;
  /** Servers of the serving nodes. */
  readonly servers: Figure | undefined;
  /** Slots of the serving nodes. */
  readonly slots: Figure | undefined;
  /** Requests in flight on all serving nodes, queued ones included. */
  readonly inFlight: Figure | undefined;
  /** Requests in flight on one server by average load, at which its latency is read. */
  readonly load: Figure | undefined;
  /** Mean number of requests that wait for a slot. */
  readonly queueDepth: Figure | undefined;
  readonly utilisation: Figure | undefined;
  /** Mean latency, queueing included; undefined if nothing is known of it. */
  readonly latency: Figure | undefined;
  /** Mean time that a request waits for a slot, with random arrivals; undefined if none does. */
  readonly waiting: Figure | undefined;
  readonly throughput: Figure | undefined;
  readonly cost: Cost | undefined;
  /** True if open arrivals exceed the capacity of the fixed nodes: latency grows without end. */
  readonly overloaded: boolean;
  /** Certainty of the overload; undefined if the nodes keep up. */
  readonly overload: Overload | undefined;
  /** True if slots and the limited queue are full and further requests are rejected. */
  readonly isFull: boolean;
  /** Share of the requests that a limited queue rejects; undefined if hardly any is. */
  readonly turnedAway: Figure | undefined;
  /** Memory of one server; undefined if model, quantization or memory are not known. */
  readonly memory: MemoryCheck | undefined;
  /**
   * Verdict on a target, computed at its first use. `comparedTargets` lists the targets that a view may use for every
   * scenario.
   */
  readonly verdictOn: (target: Target) => TargetVerdict;
  /** Verdicts on each compared target, in the plan's order: see `comparedTargets`. */
  readonly verdicts: readonly TargetVerdict[];
  /** Observations that its nodes, its latency or the figures of its targets are based on. */
  readonly citedObservations: readonly ObservationAssessment[];
}

export type NotSized = 'no-workload' | 'no-latency';
