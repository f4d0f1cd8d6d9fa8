/** Result of a search over `parallel` and nodes. */
import type { Candidate } from './candidate';

export interface SearchResult {
  /**
   * Cheapest candidate that meets the target by what is known. Ties go to the lower latency, then to the fewer slots.
   */
  readonly meeting: Candidate | undefined;
  /** Cheapest candidate that may meet the target; of interest if none certainly meets it. */
  readonly undecided: Candidate | undefined;
}
