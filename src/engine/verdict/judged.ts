/** Type of the evidence that a verdict is based on. */
import type { CurvePoint } from '../curve/curve';
import type { CurveRange } from '../curve/curveRange';
import type { EngineAssessment } from '../curve/engineAssessment';
import type { Figure } from '../figure/figure';
import type { VerdictReason } from '../figure/reasons';
import type { Cost } from '../fleet/cost';
import type { MeasuredBound } from '../fleet/measuredBound';
import type { Evidence } from '../fleet/observedEvidence';
import type { Objective, Observation, TimeObjective, Workload } from '../plan/plan';

/** Figures of a fleet under a workload that objectives are compared with. */
export interface Judged {
  readonly engine: EngineAssessment;
  readonly workload: Workload;
  readonly parallel: number;
  /** Requests in flight on one server, or a lower bound of them; undefined if unknown. */
  readonly load: number | undefined;
  /** Requests in flight on one server at this mean latency in seconds. */
  readonly loadAt: (latencySeconds: number) => number;
  /** Evidence for a time objective; undefined if there is none. */
  readonly evidenceFor: (quantity: TimeObjective) => Evidence | undefined;
  /** Upper bound of a time by a measurement at equal or higher load per server. */
  readonly measuredBound: (quantity: TimeObjective) => MeasuredBound | undefined;
  /** Tells if an observation had the fleet's kind of arrivals, and equal or lower load per server. */
  readonly wasLoadedAtMost: (observation: Observation) => boolean;
  /** Seconds of queueing in a measured time that the fleet need not have. */
  readonly measuredWaiting: (quantity: TimeObjective, point: CurvePoint) => number;
  readonly rejectedShare: () => Figure | undefined;
  readonly cost: Cost | undefined;
  readonly overloaded: boolean;
  /** True if a time is unknown because of the arrivals: the capacity may be too low for them. */
  readonly isCapacityUndecided: (quantity: TimeObjective) => boolean;
  /** Reasons why an overload of the fleet is not certain. */
  readonly overloadDoubts: () => readonly VerdictReason[];
  /** True if slots and the limited queue are full and further requests are rejected. */
  readonly isProvenFull: boolean;
  /** Share of the requests that are rejected; undefined if hardly any is. */
  readonly turnedAway: () => Figure | undefined;
  /** True if no node is left without the spare ones. */
  readonly noneServes: boolean;
  /** True if a server needs more memory than it has, by the catalogs. */
  readonly exceedsMemory: boolean;
  /** True if the scenario plans more slots than its servers have. */
  readonly exceedsSlots: boolean;
  /** Least seconds by the catalogs; undefined if they do not have it. */
  readonly hardwareFloor: (kind: Objective['kind']) => Figure | undefined;
  /** True to judge tokens by a whole answer that is fast enough. A search adds no nodes for that. */
  readonly looksWithinAnswers: boolean;
  /** Range of a time, as shares of it; undefined if it was observed directly. */
  readonly rangeOf: (quantity: TimeObjective) => CurveRange | undefined;
}
