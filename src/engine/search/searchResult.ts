/** What a search over `parallel` and nodes finds. */
import type { Candidate } from './candidate';

export interface SearchResult {
  /** The cheapest candidate that meets the target by what is known; ties go to the lower latency, then to the fewer slots. */
  readonly meeting: Candidate | undefined;
  /** The cheapest of which what is known does not say that it misses; of interest where none meets it. */
  readonly undecided: Candidate | undefined;
}
