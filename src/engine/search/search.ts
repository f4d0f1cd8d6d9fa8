/**
 * The search over `parallel` and nodes for the cheapest way to meet a target: on one engine every node
 * costs the same, so the fewest nodes. Its answer is that of trying every `parallel`; property tests hold it to that.
 */
import { finish, type Steps } from '../util/steps';
import {
  candidateOf,
  isFaster,
  isSized,
  serverOptions,
  type Candidate,
  type SearchQuestion,
  type ServerOption,
} from './candidate';
import { searchFixedNodes } from './searchFixedNodes';
import { searchNodes } from './searchNodes';
import type { SearchResult } from './searchResult';

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
  return isSized(question) ? searchNodes(question, options) : searchFixedNodes(question, options);
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
