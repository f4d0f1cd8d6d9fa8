/**
 * Searches for the cheapest option that meets a target, if nodes may be added. An option is a value of `parallel`. To
 * judge one takes long, so three kinds are skipped:
 *
 * - options that need more nodes for their slots than another one needs for the target;
 * - options whose verdict equals that of another one with fewer slots;
 * - options without a measurement, if one request on an idle server already takes too long.
 */
import {
  candidateOf,
  fewestNodes,
  isCheaper,
  meets,
  type Candidate,
  type SearchQuestion,
  type ServerOption,
} from './candidate';
import { equivalentUpTo } from './equivalentOptions';
import { isMeasuredWith } from './measuredWith';
import { groupByNodes, searchFixedNodes } from './searchFixedNodes';
import type { SearchResult } from './searchResult';
import { judgeUnloaded, isProvenMiss } from './unloadedBound';

/**
 * Returns the cheapest option that meets the target, or else the cheapest that may meet it.
 * @param options By `parallel`, ascending.
 */
export function searchNodes(
  question: SearchQuestion,
  options: readonly ServerOption[],
): SearchResult {
  const last = options.at(-1);
  const enough = last && fewestNodes(question, last);
  if (enough !== undefined) return cheapest(question, options, enough);
  const alone = judgeUnloaded(question, options);
  if (!alone) return searchEach(question, options);
  if (alone.meets) {
    return cheapest(question, options, fewestNodes(question, alone.meets));
  }
  // a measurement may prove more about its own number of slots
  const isMeasured = ({ model }: ServerOption): boolean =>
    isMeasuredWith(question.engine, model.parallel);
  const found = cheapest(question, options.filter(isMeasured), undefined);
  if (found.meeting) return found;
  const open = options.filter((option) => isMeasured(option) || !isProvenMiss(alone, option));
  const { undecided } = searchFixedNodes(question, open);
  return { meeting: undefined, undecided };
}

/** Judges options by their number of nodes, the fewest first, until one meets the target. Then others may be cheaper. */
function searchEach(question: SearchQuestion, options: readonly ServerOption[]): SearchResult {
  for (const option of groupByNodes(options).flat()) {
    const enough = fewestNodes(question, option);
    if (enough !== undefined) return cheapest(question, options, enough);
  }
  const { undecided } = searchFixedNodes(question, options);
  return { meeting: undefined, undecided };
}

/**
 * Returns the cheapest option that meets the target.
 * @param enough Nodes with which some option is known to meet it; undefined if none is.
 */
function cheapest(
  question: SearchQuestion,
  options: readonly ServerOption[],
  enough: number | undefined,
): SearchResult {
  let most = enough;
  let meeting: Candidate | undefined;
  let alike = 0;
  for (const option of options) {
    const { engine, parallel } = option.model;
    const isMeasured = isMeasuredWith(engine, parallel);
    if (!isMeasured && (parallel <= alike || option.nodes > (most ?? Infinity))) continue;
    const nodes = fewestNodes(question, option, most);
    if (nodes !== undefined) {
      const candidate = candidateOf(question, option, nodes, 'meets');
      if (isCheaper(candidate, meeting)) meeting = candidate;
    }
    most = nodes ?? most;
    if (!isMeasured && most !== undefined) alike = alikeAround(question, option, most, nodes);
  }
  return { meeting, undecided: undefined };
}

/**
 * Returns the largest `parallel` up to which no option is cheaper than this one, so that none of them has to be judged:
 * 12 if 8 slots need 20 nodes, and up to 12 slots have the same verdict on 20 nodes and on 19. Returns 0 if an option
 * with more slots may need fewer nodes.
 * @param most Nodes that the best option so far needs.
 * @param needed Nodes that this option needs; undefined if more than `most`.
 */
function alikeAround(
  question: SearchQuestion,
  option: ServerOption,
  most: number,
  needed: number | undefined,
): number {
  const alike = equivalentUpTo(question, option, most);
  const fewer = most - 1;
  if (needed === undefined || fewer < 1 || alike === option.model.parallel) return alike;
  // on one node less those with more slots must miss the target too
  const alikeOnFewer = equivalentUpTo(question, option, fewer);
  if (alikeOnFewer === option.model.parallel || meets(question, option, fewer)) return 0;
  return Math.min(alike, alikeOnFewer);
}
