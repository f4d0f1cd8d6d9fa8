/**
 * Searches `parallel` and nodes for the cheapest way to meet a target. Every node of one engine costs the same, so the
 * cheapest has the fewest nodes. The result equals that of trying every `parallel`, which property tests check.
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

/** Search in steps, for callers that cannot wait for all of it. */
export function searchInSteps(
  question: SearchQuestion,
  options: readonly ServerOption[],
): Steps<SearchResult> {
  return isSized(question) ? searchNodes(question, options) : searchFixedNodes(question, options);
}

/** Option with the lowest mean latency by average load. `nearest.ts` finds the one nearest to a target. */
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
