/**
 * Types of everything that the engine computes for a plan while it is typed. Recommendations, next measurements and the
 * frontier are computed lazily: see `recommend.ts`.
 */
import type { LatencyCurve } from '../curve/curve';
import type { LatencyBand } from '../curve/latencyBand';
import type { EngineAssessment } from '../curve/engineAssessment';
import type { Figure } from '../figure/figure';
import type { Cost } from '../fleet/cost';
import type { Overload } from '../fleet/overload';
import type { MemoryCheck } from '../hardware/memory';
import type { ObservationAssessment } from '../observation/observationAssessment';
import type { Plan, Scenario, Target } from '../plan/plan';
import type { NodesForTarget } from '../search/nodesForBand';
import type { TargetVerdict } from '../verdict/verdict';

export interface Assessment {
  readonly plan: Plan;
  readonly engines: readonly EngineAssessment[];
  readonly scenarios: readonly ScenarioAssessment[];
}

/** A scenario with its nodes and what they mean, or with the reason why the plan does not tell them. */
export type ScenarioAssessment = SizedScenario | UnsizedScenario;

/** What is known of a scenario whether it is sized or not. */
interface ScenarioBase {
  readonly spec: Scenario;
  /** Engine at the token lengths of the plan's workload. */
  readonly engine: EngineAssessment;
  /** Curve at the scenario's own token lengths, which its latency is read from. */
  readonly curve: LatencyCurve;
  /** Slots of one server: as stated, or as found for `auto`. */
  readonly parallel: Figure;
  /** Of one server; undefined where model, quantization or memory are not known. */
  readonly memory: MemoryCheck | undefined;
  /** Worked out when it is first asked for. Ask `comparedTargets` which targets a view may ask of every scenario. */
  readonly verdictOn: (target: Target) => TargetVerdict;
  /** One for each target that is compared, in the plan's order: see `comparedTargets`. */
  readonly verdicts: readonly TargetVerdict[];
  /** Observations that its nodes, its latency or what its targets are held against rest on. */
  readonly citedObservations: readonly ObservationAssessment[];
}

export interface SizedScenario extends ScenarioBase, FleetFigures {
  readonly notSized: undefined;
  /** Search that its nodes come from, if any: starts the next one, at another load. */
  readonly search: NodesForTarget | undefined;
}

/** The plan does not know enough to size it. None of a fleet's figures are there: readers may ask for each. */
export interface UnsizedScenario
  extends
    ScenarioBase,
    Readonly<Partial<Record<Exclude<keyof FleetFigures, 'overloaded' | 'isFull'>, undefined>>> {
  readonly notSized: NotSized;
  readonly search?: undefined;
  readonly overloaded: false;
  readonly isFull: false;
}

export type NotSized = 'no-workload' | 'no-latency';

/** Figures of the nodes of a scenario. */
interface FleetFigures {
  readonly nodes: Figure;
  /** Nodes left when `spare` of them are gone: what the scenario is judged on. */
  readonly servingNodes: Figure;
  /** Servers of the serving nodes. */
  readonly servers: Figure;
  /** Slots of the serving nodes. */
  readonly slots: Figure;
  /** Requests in flight on all serving nodes, those that wait included. */
  readonly inFlight: Figure | undefined;
  /** Requests in flight on one server by average load, at which its latency is read. */
  readonly load: Figure | undefined;
  /** Mean number of requests that wait for a slot. */
  readonly queueDepth: Figure | undefined;
  readonly utilisation: Figure | undefined;
  /** Mean latency, queueing included; undefined if nothing is known of it. */
  readonly latency: Figure | undefined;
  /** 80 % band around it; undefined if it was observed directly, is a bound, or has fewer than three points behind it. */
  readonly band: LatencyBand | undefined;
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
}
