/** An observation, with what follows from it without others. */
import type { Caveat, Figure } from '../figure/figure';
import type { Observation } from '../plan/plan';

/** Result of checking an observation against itself (Little's law). */
export interface ObservationAssessment {
  readonly observation: Observation;
  /** Requests in flight over all servers of the observation's nodes; undefined if their number is unknown. */
  readonly inFlight: Figure | undefined;
  /** Requests in flight on one server. */
  readonly load: Figure | undefined;
  readonly slots: Figure | undefined;
  readonly queueDepth: Figure | undefined;
  /** Share of the slots that were busy. */
  readonly utilisation: Figure | undefined;
  /** Mean latency: as stated, otherwise by Little's law from users and throughput. */
  readonly latency: Figure | undefined;
  /** Users / (latency + think time); undefined if users or latency are not known exactly. */
  readonly expectedThroughput: Figure | undefined;
  /** |expected - stated| / expected; undefined if either is unknown. */
  readonly throughputGap: Figure | undefined;
  /** True if more were in flight than slots: the latency includes queueing. */
  readonly queued: boolean;
  /**
   * The same throughput with all users in flight, if they cannot all have been by the latency: what a server does at most
   * with more in flight than `load`. Undefined if users, latency and throughput agree.
   */
  readonly withAllUsers: ObservationAssessment | undefined;
  /** Reasons why its values are less well known than its source says; its latency has them too. */
  readonly caveats: readonly Caveat[];
}
