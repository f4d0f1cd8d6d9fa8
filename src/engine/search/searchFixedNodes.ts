/** Searches options for a target with the nodes that they have. */
import {
  candidateOf,
  isCheaper,
  type Candidate,
  type SearchQuestion,
  type ServerOption,
} from './candidate';
import { distinctOptions } from './equivalentOptions';
import type { SearchResult } from './searchResult';

/** Searches groups with the fewest nodes first. If one of them meets the target, no other does for less. */
export function searchFixedNodes(
  question: SearchQuestion,
  options: readonly ServerOption[],
): SearchResult {
  let undecided: Candidate | undefined;
  for (const group of groupByNodes(options)) {
    let meeting: Candidate | undefined;
    let unknown: Candidate | undefined;
    for (const option of distinctOptions(question, group)) {
      const candidate = candidateOf(question, option, option.nodes);
      if (candidate.outcome === 'meets' && isCheaper(candidate, meeting)) meeting = candidate;
      if (candidate.outcome === 'unknown' && isCheaper(candidate, unknown)) unknown = candidate;
    }
    undecided ??= unknown;
    if (meeting) return { meeting, undecided };
  }
  return { meeting: undefined, undecided };
}

/** Groups of options with the same nodes, the fewest first; within a group by slots. */
export function groupByNodes(
  options: readonly ServerOption[],
): readonly (readonly ServerOption[])[] {
  const groups = new Map<number, ServerOption[]>();
  for (const option of options) {
    const group = groups.get(option.nodes);
    if (group) group.push(option);
    else groups.set(option.nodes, [option]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}
