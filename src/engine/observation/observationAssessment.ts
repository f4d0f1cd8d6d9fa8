/** An observation, with what follows from it by itself. */
import type { Caveat, Figure } from '../figure/figure';
import type { Observation } from '../plan/plan';

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
