/**
 * Finds the option to take if none meets a target. More nodes do not meet it either, so none are bought in vain: the
 * fewest that serve, and that keep every objective which can be kept.
 */
import type { Objective, Target } from '../plan/plan';
import { atMost } from '../util/rounding';
import { isSized, type Candidate, type SearchQuestion, type ServerOption } from './candidate';
import { findNearest, lowestReached } from './nearest';
import { searchParallel } from './search';
import { groupByNodes } from './searchFixedNodes';

/**
 * Option with the fewest nodes; of several the one that misses the target by least.
 * @param options None of them meets the target.
 */
export function fewestThatServe(
  question: SearchQuestion,
  options: readonly ServerOption[],
): Candidate | undefined {
  const { target, fixedNodes } = question;
  if (fixedNodes !== undefined) return findNearest(question, options);
  const known = withinObserved(question, options);
  const kept = target && isSized(question) ? keepingTheRest(question, known, target) : undefined;
  const [fewest = []] = groupByNodes(known);
  return kept ?? findNearest({ ...question, sizeFor: 'slots' }, fewest);
}

/** Options with no more slots than were observed in use, if there are any: others may save nodes that are needed. */
function withinObserved(
  { engine }: SearchQuestion,
  options: readonly ServerOption[],
): readonly ServerOption[] {
  const most = engine.curve.points.at(-1)?.at ?? Infinity;
  const known = options.filter(({ model }) => atMost(model.parallel, most));
  return known.length > 0 ? known : options;
}

/** Fewest nodes that keep the objectives which some number of nodes keeps. */
function keepingTheRest(
  question: SearchQuestion,
  options: readonly ServerOption[],
  target: Target,
): Candidate | undefined {
  const objectives = attainable(question, options, target);
  if (objectives.length === 0) return undefined;
  const found = searchParallel({ ...question, target: { ...target, objectives } }, options);
  const cheapest = found.meeting ?? found.undecided;
  return cheapest && { ...cheapest, outcome: 'misses' };
}

/** Objectives that are kept where every request has a server to itself. */
function attainable(
  question: SearchQuestion,
  options: readonly ServerOption[],
  target: Target,
): readonly Objective[] {
  const lowest = lowestReached(question, options, target);
  return (lowest?.objectives ?? []).flatMap(({ objective, outcome }) =>
    outcome === 'meets' ? objective : [],
  );
}
