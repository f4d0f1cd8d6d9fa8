/** What each rule says, as typed arguments; the words are in `messages/findings.ts`. */
import type { ScenarioAssessment, UnsizedScenario } from '../engine/assess/assessment';
import type { ByLoadOpinion } from '../engine/explore/byLoad';
import type { FleetBreak } from '../engine/explore/fleetBreak';
import type { Figure } from '../engine/figure/figure';
import type { MemoryCheck } from '../engine/hardware/memory';
import type { ContradictionKind, ObservedTime } from '../engine/observation/contradictions';
import type { ObservationAssessment } from '../engine/observation/observationAssessment';
import type { Engine, Objective, Target, TimeObjective } from '../engine/plan/plan';
import type { ObjectiveVerdict } from '../engine/verdict/verdict';
import type { CatalogKind } from './catalogNames';

export interface ObjectiveArgs {
  readonly scenario: ScenarioAssessment;
  readonly target: Target;
  readonly verdict: ObjectiveVerdict;
}

export interface MissArgs extends ObjectiveArgs {
  /** Latency of one request alone on a server, where that too misses: more nodes cannot help. */
  readonly alone: Figure | undefined;
}

export interface UnverifiedArgs extends ObjectiveArgs {
  /** Requests in flight on one server of a measurement that would help; undefined where none would. */
  readonly measureAt: number | undefined;
}

export interface QueueingArgs {
  readonly scenario: ScenarioAssessment;
  /** Undefined where the nodes are overloaded: then there is no end to it. */
  readonly inFlight: Figure | undefined;
  readonly slots: Figure | undefined;
  readonly queueDepth: Figure | undefined;
  readonly waiting: Figure | undefined;
  readonly overloaded: boolean;
  /** Every slot and every place in a limited queue is taken: the rest is turned away. */
  readonly isFull: boolean;
  /** Where overloaded by arrivals: how many come, and how many one server can answer. */
  readonly arriving: Figure | undefined;
  readonly capacityPerServer: Figure | undefined;
}

export interface RuleArgs {
  'target.latency-missed': MissArgs;
  'target.likely-missed': MissArgs;
  'target.unverified': UnverifiedArgs;
  'target.unknown': ObjectiveArgs;
  'target.infeasible':
    | ({
        readonly about: 'scenario';
        /** What is not known of more nodes; empty where no number of them meets the target. */
        readonly undecided: readonly Objective[];
      } & MissArgs)
    /** No engine of the plan meets the target, not even with one request alone on a server. */
    | {
        readonly about: 'target';
        readonly target: Target;
        readonly objective: ObjectiveVerdict['objective'];
        /** Latency of one request alone on a server of the fastest engine. */
        readonly fastest: Figure;
        readonly engine: string;
      };
  'target.budget-exceeded': ObjectiveArgs;
  'target.budget-likely-exceeded': ObjectiveArgs;
  'target.below-floor': {
    readonly target: Target;
    /** All times of an answer, or the time of a token. */
    readonly objectives: readonly ObjectiveVerdict['objective'][];
    /** Least latency, or time per token, on the fastest hardware among them. */
    readonly floor: Figure;
    readonly fastest: ScenarioAssessment;
    /** Held to the target, with a floor beyond it. */
    readonly scenarios: readonly ScenarioAssessment[];
  };
  'observation.below-floor': {
    readonly observation: ObservationAssessment;
    /** As stated, or what users and throughput leave for it. */
    readonly stated: Figure;
    readonly floor: Figure;
    readonly kind: TimeObjective;
  };
  'memory.does-not-fit': { readonly scenario: ScenarioAssessment; readonly memory: MemoryCheck };
  'engine.context-too-long': {
    readonly engine: Engine;
    /** Tokens that its model takes. */
    readonly most: Figure;
  };
  'engine.context-too-short': {
    readonly engine: Engine;
    /** Whose requests are longer, on average. */
    readonly scenarios: readonly ScenarioAssessment[];
    /** The most that a request of theirs has, on average: prompt and answer, as far as they are stated. */
    readonly tokens: number;
    /** Whether that of others is less. */
    readonly differ: boolean;
    /** Tokens that a request may have. */
    readonly limit: Figure;
  };
  'scenario.single-slot': { readonly scenario: ScenarioAssessment; readonly model: string };
  'price.stale': { readonly node: string; readonly date: string; readonly days: number };
  'observation.littles-law': {
    readonly observation: ObservationAssessment;
    readonly stated: Figure;
    readonly expected: Figure;
    readonly gap: Figure;
  };
  'observation.contradicts-itself': {
    readonly observation: ObservationAssessment;
    readonly kind: ContradictionKind;
    readonly pair: readonly [ObservedTime, ObservedTime];
  };
  'observation.future-date': {
    readonly observation: ObservationAssessment;
    readonly date: string;
    readonly today: string;
  };
  'observation.failed-requests': {
    readonly observation: ObservationAssessment;
    readonly failed: number;
    /** Undefined where the observation does not say. */
    readonly requests: number | undefined;
    readonly share: number;
  };
  'observation.underloaded': {
    readonly observation: ObservationAssessment;
    /** Requests in flight per server: what it was taken at, and what the heaviest scenario has. */
    readonly load: Figure;
    readonly needed: Figure;
    readonly scenarios: readonly ScenarioAssessment[];
    /** The heaviest of them, were latency to follow the load; empty where nothing can be said. */
    readonly opinions: readonly ByLoadOpinion[];
  };
  'observation.queued': {
    readonly observation: ObservationAssessment;
    readonly inFlight: Figure;
    readonly slots: Figure;
    /** Latency without the wait: what the curve uses. */
    readonly atCapacity: Figure | undefined;
  };
  'observation.other-workload': {
    readonly observation: ObservationAssessment;
    readonly key: 'promptTokens' | 'outputTokens';
    readonly observed: number;
    readonly asked: number;
  };
  'observation.not-monotone': {
    readonly lighter: { readonly at: number; readonly latency: Figure };
    readonly heavier: { readonly at: number; readonly latency: Figure };
    /** Requests came by chance to the lighter one alone: it may have waiting in it. */
    readonly lighterMayWait: boolean;
    /** Whether `at` counts requests in flight or slots. */
    readonly follows: 'load' | 'parallel';
  };
  'observation.disagree': {
    readonly observations: readonly ObservationAssessment[];
    /** Requests in flight on a server, or slots. */
    readonly at: number;
    readonly follows: 'load' | 'parallel';
    /** Seconds. */
    readonly lowest: number;
    readonly highest: number;
  };
  'scenario.queueing': QueueingArgs;
  'scenario.overloaded': QueueingArgs;
  'scenario.extrapolated': {
    readonly scenario: ScenarioAssessment;
    /** Requests in flight on one server, or its slots where latency follows those. */
    readonly load: Figure;
    readonly latency: Figure;
    /** The lightest and the heaviest that was observed. */
    readonly lowest: number;
    readonly highest: number;
    /** Requests in flight on one server of a measurement that would end it. */
    readonly measureAt: number;
  };
  'scenario.dominated': { readonly scenario: ScenarioAssessment; readonly by: ScenarioAssessment };
  'scenario.no-spare': { readonly scenarios: readonly ScenarioAssessment[] };
  'scenario.not-sized': { readonly scenario: UnsizedScenario };
  'workload.no-think-time': {
    readonly users: number;
    /** The think time that the example is computed with. */
    readonly exampleSeconds: number;
    readonly examples: readonly { readonly scenario: string; readonly nodes: Figure }[];
  };
  /** Fixed nodes of a workload that grows: the month in which they are too few. */
  'workload.fleet-breaks': {
    readonly scenario: ScenarioAssessment;
    readonly breaks: FleetBreak;
    /** By the month. */
    readonly growth: Figure;
    readonly horizon: Figure;
    /** What the scenario would be sized to at the end of the horizon. */
    readonly needed: Figure | undefined;
  };
  'workload.no-growth': Record<never, never>;
  'price.undated': { readonly node: string };
  'price.future-date': { readonly node: string; readonly date: string; readonly today: string };
  'plan.too-many-gpus': {
    readonly servers: number;
    readonly gpusPerServer: number;
    /** The two multiplied. */
    readonly taken: number;
    readonly node: string;
    readonly gpus: number;
  };
  'plan.too-much-work': {
    /** Targets that every scenario and engine is compared with: the first ones. */
    readonly compared: number;
    readonly targets: number;
    readonly scenarios: number;
    readonly engines: number;
  };
  'plan.catalog-slip': {
    readonly kind: CatalogKind;
    readonly name: string;
    readonly suggestion: string;
  };
  'plan.not-in-catalog': {
    readonly kind: CatalogKind;
    readonly name: string;
    /** Of a GPU: what the node does not state itself. */
    readonly unstated: readonly ('memory' | 'bandwidth')[];
  };
  'plan.unused': { readonly kind: 'engine' | 'node'; readonly name: string };
  /** A comment that silences a rule which does not exist, or that only looks as if it silenced one. */
  'plan.suppression': {
    readonly kind: 'rule' | 'directive';
    readonly code: string;
    readonly suggestion: string | undefined;
  };
}
