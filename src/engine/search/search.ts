/**
 * Searches `parallel` and nodes for the cheapest way to meet a target. Every node of one engine costs the same, so the
 * cheapest has the fewest nodes. Up to 64 slots the result equals that of trying every `parallel`, which property tests
 * check. Beyond, `parallelLadder.ts` chooses what to try.
 */
import {
  candidateOf,
  isCheaper,
  isFaster,
  isSized,
  serverOptions,
  type Candidate,
  type SearchQuestion,
  type ServerOption,
} from './candidate';
import { MOST_FOR_BAND } from './nodesForBand';
import { betweenNeighbours } from './parallelLadder';
import { searchFixedNodes } from './searchFixedNodes';
import { searchNodes } from './searchNodes';
import type { SearchResult } from './searchResult';

/**
 * Where the whole band takes many times the nodes that the figures take, the result is undecided (`nodesForBand.ts`).
 */
export function searchParallel(
  question: SearchQuestion,
  options: readonly ServerOption[] = serverOptions(question),
): SearchResult {
  const found = searchAround(question, options);
  if (!isSized(question) || question.by !== 'all') return found;
  const fewest = options.reduce((least, { nodes }) => Math.min(least, nodes), Infinity);
  const most = MOST_FOR_BAND * fewest;
  if (found.meeting && found.meeting.nodes <= most) return found;
  const expected = searchAround({ ...question, by: 'expected' }, options).meeting;
  const [option] = expected ? serverOptions(question, [expected.parallel]) : [];
  if (!expected || !option) return found;
  const nodes = MOST_FOR_BAND * expected.nodes;
  if (found.meeting && found.meeting.nodes <= nodes) return found;
  return { meeting: undefined, undecided: candidateOf(question, option, nodes) };
}

function searchAround(question: SearchQuestion, options: readonly ServerOption[]): SearchResult {
  let found = searchAmong(question, options);
  let tried = options.map(({ model }) => model.parallel);
  for (;;) {
    const best = found.meeting ?? found.undecided;
    const near = best ? betweenNeighbours(tried, best.parallel) : [];
    if (near.length === 0) return found;
    found = cheaperOf(found, searchAmong(question, serverOptions(question, near)));
    tried = [...tried, ...near].sort((a, b) => a - b);
  }
}

function searchAmong(question: SearchQuestion, options: readonly ServerOption[]): SearchResult {
  return isSized(question) ? searchNodes(question, options) : searchFixedNodes(question, options);
}

function cheaperOf(a: SearchResult, b: SearchResult): SearchResult {
  const cheaper = (x: Candidate | undefined, y: Candidate | undefined): Candidate | undefined =>
    y && isCheaper(y, x) ? y : x;
  return {
    meeting: cheaper(a.meeting, b.meeting),
    undecided: cheaper(a.undecided, b.undecided),
  };
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
