/**
 * Everything that the engine says of a plan while it is typed. What typing does not need
 * (recommendations, next measurements, frontier) is asked for lazily: see `recommend.ts`.
 */
import type { Caveat, Figure } from './figure';
import type { Engine, Objective, Observation, Plan, Scenario, Target } from './plan';
import type { LatencyCurve } from './curve';
import type { MemoryCheck } from './memory';
import type { Overload } from './overload';

export interface Assessment {
  readonly plan: Plan;
  readonly engines: readonly EngineAssessment[];
  readonly scenarios: readonly ScenarioAssessment[];
}

export interface EngineAssessment {
  readonly engine: Engine;
  readonly observations: readonly ObservationAssessment[];
  readonly curve: LatencyCurve;
}

/** What an observation says when it is checked against itself (Little's law). */
export interface ObservationAssessment {
  readonly observation: Observation;
  /** Over all servers of the observation's nodes; undefined where nothing says how many. */
  readonly inFlight: Figure | undefined;
  /** Requests in flight on one server. */
  readonly load: Figure | undefined;
  readonly slots: Figure | undefined;
  readonly queueDepth: Figure | undefined;
  /** Share of the slots that were busy. */
  readonly utilisation: Figure | undefined;
  /** Mean latency as stated or, without a statement, by Little's law from users and throughput. */
  readonly latency: Figure | undefined;
  /** Users / (latency + think time); undefined where users or latency are not known exactly. */
  readonly expectedThroughput: Figure | undefined;
  /** |expected - stated| / expected; undefined where either is unknown. */
  readonly throughputGap: Figure | undefined;
  /** More in flight than slots: the latency includes waiting. */
  readonly queued: boolean;
  /** Why nothing that it states is known as well as its source says; its latency has them too. */
  readonly caveats: readonly Caveat[];
}

export interface ScenarioAssessment {
  readonly scenario: Scenario;
  readonly engine: EngineAssessment;
  /** Slots of one server: as stated, or as found for `auto`. */
  readonly parallel: Figure;
  /** Undefined where the plan does not know enough to size the scenario (`notSized` says why). */
  readonly nodes: Figure | undefined;
  readonly notSized: NotSized | undefined;
  /** Nodes left when `spare` of them are gone: what the scenario is judged on. */
  readonly servingNodes: Figure | undefined;
  /** Servers of the serving nodes. */
  readonly servers: Figure | undefined;
  /** Slots of the serving nodes. */
  readonly slots: Figure | undefined;
  /** Requests in flight on all serving nodes, those that wait included. */
  readonly inFlight: Figure | undefined;
  /** Requests in flight on one server by the balance of means: where its latency is read. */
  readonly load: Figure | undefined;
  /** Requests that wait for a slot, on average. */
  readonly queueDepth: Figure | undefined;
  readonly utilisation: Figure | undefined;
  /** Mean latency, waiting for a slot included; undefined where nothing is known of it. */
  readonly latency: Figure | undefined;
  /** Mean time that a request waits for a slot, chance included; undefined where none does. */
  readonly waiting: Figure | undefined;
  readonly throughput: Figure | undefined;
  readonly cost: Cost | undefined;
  /** Open arrivals beyond what the fixed nodes can serve: latency grows without end. */
  readonly overloaded: boolean;
  /** How well it is known that the nodes cannot keep up; undefined where they do. */
  readonly overload: Overload | undefined;
  /** More is asked for than there are slots and places in a limited queue: the rest is turned away. */
  readonly isFull: boolean;
  /** Share of the requests that are turned away by a limited queue; undefined where hardly any is. */
  readonly turnedAway: Figure | undefined;
  /** Of one server; undefined where model, quantization or memory are not known. */
  readonly memory: MemoryCheck | undefined;
  /** Worked out when it is first asked for. Ask `comparedTargets` which targets a view may ask of every scenario. */
  readonly verdictOn: (target: Target) => TargetVerdict;
  /** One for each target that is compared, in the plan's order: see `comparedTargets`. */
  readonly verdicts: readonly TargetVerdict[];
  /** Observations that its nodes, its latency or what its targets are held against rest on. */
  readonly restsOn: readonly ObservationAssessment[];
}

export type NotSized = 'no-workload' | 'no-latency';

export interface Cost {
  readonly perHour: Figure;
  readonly perDay: Figure;
  readonly perMonth: Figure;
  readonly perYear: Figure;
  readonly per1000Requests: Figure | undefined;
  readonly perMillionOutputTokens: Figure | undefined;
  readonly perUserMonth: Figure | undefined;
}

export type Outcome = 'meets' | 'misses' | 'unknown';

/** Why a verdict is not better known, or is unknown. */
export type VerdictReason =
  | Caveat
  /** Rests on a report, an estimate or a guess: see `known`. */
  | 'not-measured'
  | 'extrapolated'
  /** Only a bound is known, and it does not decide. */
  | 'bound-undecided'
  /** Nothing known bears on the objective. */
  | 'no-evidence'
  /** A time per token, where the workload's answers have one token. */
  | 'single-token'
  | 'no-price'
  | 'other-currency'
  | 'not-sized'
  /** Open arrivals beyond capacity. */
  | 'overloaded'
  /** As many arrive as the nodes are known to answer, or more; whether they can is not known. */
  | 'capacity-undecided'
  /** With the spare nodes gone no node is left. */
  | 'none-serves'
  /** A limited queue turns requests away, and no objective of the target limits how many. */
  | 'turns-away'
  /** By the catalogs a server has too little memory for it. */
  | 'exceeds-memory'
  /** Its servers have one slot, whatever `parallel` says. */
  | 'single-slot'
  /** By the catalogs no hardware of its kind answers so fast. */
  | 'below-floor'
  /** Missed by no more than what was measured may have waited by chance, which this fleet need not. */
  | 'measured-waiting'
  /** Measurements contradict each other: one at a lighter load was slower, and beyond the limit. */
  | 'lighter-was-slower'
  /** Interpolated, and the limit lies within the band around it. */
  | 'within-band';

export interface ObjectiveVerdict {
  readonly objective: Objective;
  readonly outcome: Outcome;
  /** By measurement, or interpolation between measurements, at the scenario's own load and token lengths. */
  readonly verified: boolean;
  /** Why it is not verified, or unknown; of what is verified only why there is no figure. */
  readonly reasons: readonly VerdictReason[];
  /** What was held against the limit. */
  readonly figure: Figure | undefined;
  /**
   * A measurement that alone shows the verdict: a miss at a load no heavier than the scenario's, or a pass with no less
   * to do for a server.
   */
  readonly proof: ObservationAssessment | undefined;
  /** What that measurement shows. */
  readonly proofFigure?: Figure | undefined;
  /** The most that it may be, where the figure leaves out some of what chance adds. */
  readonly ceiling?: Figure | undefined;
}

/** All objectives of one target together: misses if one does, meets if all do. */
export interface TargetVerdict {
  readonly target: Target;
  readonly outcome: Outcome;
  readonly verified: boolean;
  readonly objectives: readonly ObjectiveVerdict[];
}

/** A way to serve a workload: an engine with so many slots a server on so many nodes. */
export interface Option {
  readonly engine: EngineAssessment;
  readonly parallel: number;
  readonly nodes: Figure;
  readonly latency: Figure | undefined;
  readonly load: Figure | undefined;
  readonly cost: Cost | undefined;
  readonly verdict: TargetVerdict;
  /** The scenario of the plan that is this option, where there is one. */
  readonly scenario: Scenario | undefined;
  /** The most slots that a server has memory for, or can have at all, where that ruled out a larger `parallel`. */
  readonly slotsThatFit: Figure | undefined;
}

/**
 * `misses`: by what is known no option meets it; `unknown`: what is known does not decide;
 * `memory`: not even one slot fits into a server's memory;
 * `currencies`: options meet it, but at prices that cannot be compared (over all engines only).
 */
export type NoRecommendation =
  'misses' | 'unknown' | 'memory' | 'no-workload' | 'no-engines' | 'currencies';

/** The answer for one target, on one engine or over all. */
export type Recommendation =
  | { readonly kind: 'option'; readonly option: Option }
  | {
      readonly kind: 'none';
      readonly because: NoRecommendation;
      /**
       * Where an objective is missed the option that comes nearest to it (`nearest.ts`); where only the budget is,
       * the cheapest; with `unknown` the cheapest that may meet it.
       */
      readonly nearest: Option | undefined;
    };

export interface TargetRecommendation {
  readonly target: Target;
  readonly overall: Recommendation;
  readonly byEngine: readonly {
    readonly engine: EngineAssessment;
    readonly recommendation: Recommendation;
  }[];
}

/** One observation that would settle decisions which rest on less than measurement. */
export interface NextMeasurement {
  readonly engine: EngineAssessment;
  readonly parallel: number;
  /** Requests to keep in flight on one server. */
  readonly load: number;
  readonly decides: readonly MeasurementDecision[];
  /** Cost per hour of the cheapest decision that it settles. */
  readonly costPerHour: Figure | undefined;
  /** What knowing may save, see `atStake.ts`; undefined where nothing comparable is at stake. */
  readonly atStakePerMonth: Figure | undefined;
}

export interface MeasurementDecision {
  readonly target: Target;
  /** `option`: whether the recommended option holds; `feasible`: whether the engine can meet the target at all. */
  readonly question: 'option' | 'feasible';
  /** Whether it decides the recommendation over all engines, or on this engine only. */
  readonly scope: 'overall' | 'engine';
  readonly option: Option;
}
