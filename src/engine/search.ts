/**
 * The search over `parallel` and nodes for the cheapest way to meet a target: on one engine every node
 * costs the same, so the fewest nodes. Its answer is that of trying every `parallel`; property tests hold it to that.
 */
import {
  candidateOf,
  isFaster,
  isSized,
  serverOptions,
  type Candidate,
  type SearchQuestion,
  type ServerOption,
} from './candidate';
import { searchAsTheyAre } from './searchAsTheyAre';
import { searchNodes } from './searchNodes';
import { finish, type Steps } from './steps';

export interface SearchResult {
  /** The cheapest candidate that meets the target by what is known; ties go to the lower latency, then to the fewer slots. */
  readonly meeting: Candidate | undefined;
  /** The cheapest of which what is known does not say that it misses; of interest where none meets it. */
  readonly undecided: Candidate | undefined;
}

export function searchParallel(
  question: SearchQuestion,
  options = serverOptions(question),
): SearchResult {
  return finish(searchInSteps(question, options));
}

/** The same, for those who cannot wait for all of it. */
export function searchInSteps(
  question: SearchQuestion,
  options: readonly ServerOption[],
): Steps<SearchResult> {
  return isSized(question) ? searchNodes(question, options) : searchAsTheyAre(question, options);
}

/** The one with the lowest mean latency by the balance; `nearest.ts` knows which comes nearest to a target. */
export function fastestOption(
  question: SearchQuestion,
  options: readonly ServerOption[],
): Candidate | undefined {
  let fastest: Candidate | undefined;
  for (const option of options) {
    const candidate = candidateOf(question, option, option.nodes, 'misses');
    if (isFaster(candidate, fastest)) fastest = candidate;
  }
  return fastest;
}
