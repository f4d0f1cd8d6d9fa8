/**
 * Searches for the option that meets a target with the fewest nodes, if nodes may be added. Judging an option takes
 * long, so most are skipped.
 *
 * - Options that need more nodes for their slots than another needs for the target.
 * - Options equivalent to another one with fewer slots.
 * - All options, if a single request on a server is too slow.
 */
import type { Steps } from '../util/steps';
import {
  candidateOf,
  fewestNodes,
  isCheaper,
  meets,
  type Candidate,
  type SearchQuestion,
  type ServerOption,
} from './candidate';
import { equivalentUpTo, isMeasuredWith } from './equivalentOptions';
import { groupByNodes, searchFixedNodes } from './searchFixedNodes';
import type { SearchResult } from './searchResult';
import { judgeUnloaded, isProvenMiss } from './unloadedBound';

/** Searches in steps: some plans have thousands of options, each of which takes long to judge. */
export function* searchNodes(
  question: SearchQuestion,
  options: readonly ServerOption[],
): Steps<SearchResult> {
  const last = options.at(-1);
  const enough = last && fewestNodes(question, last);
  if (enough !== undefined) return yield* cheapest(question, options, enough);
  const alone = judgeUnloaded(question, options);
  if (!alone) return yield* searchEach(question, options);
  if (alone.meets) {
    return yield* cheapest(question, options, fewestNodes(question, alone.meets));
  }
  // a measurement may prove more about its own number of slots
  const isMeasured = ({ model }: ServerOption): boolean =>
    isMeasuredWith(question.engine, model.parallel);
  const found = yield* cheapest(question, options.filter(isMeasured), undefined);
  if (found.meeting) return found;
  const open = options.filter((option) => isMeasured(option) || !isProvenMiss(alone, option));
  const { undecided } = yield* searchFixedNodes(question, open);
  return { meeting: undefined, undecided };
}

/** Judges options with the fewest nodes first, until one meets the target. */
function* searchEach(
  question: SearchQuestion,
  options: readonly ServerOption[],
): Steps<SearchResult> {
  for (const option of groupByNodes(options).flat()) {
    const enough = fewestNodes(question, option);
    if (enough !== undefined) return yield* cheapest(question, options, enough);
    yield;
  }
  const { undecided } = yield* searchFixedNodes(question, options);
  return { meeting: undefined, undecided };
}

/**
 * Cheapest option that meets the target.
 * @param enough Nodes with which some option meets the target.
 */
function* cheapest(
  question: SearchQuestion,
  options: readonly ServerOption[],
  enough: number | undefined,
): Steps<SearchResult> {
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
    yield;
  }
  return { meeting, undecided: undefined };
}

/**
 * Largest `parallel` that needs as many nodes as the option, or also more than `most`.
 * @param needed Nodes that the option needs, if that is at most `most`.
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
  // those with more slots do not meet it with fewer nodes either
  const alikeOnFewer = equivalentUpTo(question, option, fewer);
  if (alikeOnFewer === option.model.parallel || meets(question, option, fewer)) return 0;
  return Math.min(alike, alikeOnFewer);
}
