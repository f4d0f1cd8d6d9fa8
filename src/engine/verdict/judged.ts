/** What a verdict is held against. */
import type { CurvePoint } from '../curve/curve';
import type { CurveRange } from '../curve/curveRange';
import type { EngineAssessment } from '../curve/engineAssessment';
import type { Figure } from '../figure/figure';
import type { VerdictReason } from '../figure/reasons';
import type { Cost } from '../fleet/cost';
import type { MeasuredBound } from '../fleet/measuredBound';
import type { Evidence } from '../fleet/observedEvidence';
import type { Objective, Observation, TimeObjective, Workload } from '../plan/plan';

/** What a fleet does under a workload, as far as objectives bear on it. */
export interface Judged {
  readonly engine: EngineAssessment;
  readonly workload: Workload;
  readonly parallel: number;
  /** Requests in flight on one server, or at least so many; undefined where not even that is known. */
  readonly load: number | undefined;
  /** Requests in flight on one server, were this its mean latency in seconds. */
  readonly loadAt: (latencySeconds: number) => number;
  /** What a time objective is held against; undefined where nothing known bears on it. */
  readonly evidenceFor: (quantity: TimeObjective) => Evidence | undefined;
  /** What a measurement with no less to do for a server shows of a time. */
  readonly measuredBound: (quantity: TimeObjective) => MeasuredBound | undefined;
  /** Whether requests of an observation came as those of the fleet do, and no more of them to a server. */
  readonly wasLoadedAtMost: (observation: Observation) => boolean;
  /** How much of a measured time may be waiting that the fleet need not have; seconds. */
  readonly measuredWaiting: (quantity: TimeObjective, point: CurvePoint) => number;
  readonly rejectedShare: () => Figure | undefined;
  readonly cost: Cost | undefined;
  readonly overloaded: boolean;
  /** Whether the arrivals are what keeps a time unknown: nobody knows if the servers can answer as many. */
  readonly isCapacityUndecided: (quantity: TimeObjective) => boolean;
  /** Why it is not certain that the fleet cannot keep up, where it cannot by what is known. */
  readonly overloadDoubts: () => readonly VerdictReason[];
  /** More is asked for than there is room for: the rest is turned away. */
  readonly isProvenFull: boolean;
  /** Share of the requests that are turned away; undefined where hardly any is. */
  readonly turnedAway: () => Figure | undefined;
  /** With the spare nodes gone no node is left. */
  readonly noneServes: boolean;
  /** A server needs more memory than it has, by the catalogs. */
  readonly exceedsMemory: boolean;
  /** Its servers have fewer slots than it counts on. */
  readonly exceedsSlots: boolean;
  /** Least seconds by the catalogs; undefined where they do not tell. */
  readonly hardwareFloor: (kind: Objective['kind']) => Figure | undefined;
  /** Whether an answer that is fast enough shows that its tokens are. A search adds no nodes for that. */
  readonly looksWithinAnswers: boolean;
  /** How far a time may be off, as shares of it; undefined where it was observed itself. */
  readonly rangeOf: (quantity: TimeObjective) => CurveRange | undefined;
}
