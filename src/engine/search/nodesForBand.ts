/**
 * Bounds the nodes that a target takes only because little is known. A fleet of which the whole band keeps to the limits
 * may be many times the one that the figures ask for: the upper end of a wide band is near its limit even on idle
 * servers. A benchmark then costs less than the nodes.
 */
import type { ServerModel } from '../fleet/operate';
import { fewestNodesFor, unloadedNodes } from '../fleet/sizing';
import type { Policy, Target } from '../plan/plan';
import { createAnswers } from '../util/cache';
import { meetsBy, type JudgedBy } from './candidate';

/** Most nodes for the band, as a multiple of those that the figures themselves take. */
export const MOST_FOR_BAND = 4;

export interface NodesForTarget {
  readonly nodes: number;
  /** True if the band takes more nodes than these. */
  readonly isBounded: boolean;
  /** Fewest by the figures themselves; undefined where that was not asked. */
  readonly expected: number | undefined;
}

/** Asks how many nodes a model takes for a target. */
export interface SizingQuestion {
  readonly by: JudgedBy;
  readonly model: ServerModel;
  /** Fewest with a slot for every request in flight. */
  readonly forSlots: number;
  readonly target: Target | undefined;
  readonly policy: Policy;
}

/**
 * Fewest nodes with which a model meets a target, its whole band too, as long as these are at most `MOST_FOR_BAND` times
 * those by the figures. Beyond that the target stays undecided.
 * @param near Answer at nearly the same load, if one is known: where the search starts.
 * @returns undefined if no number of nodes meets it, even by the figures.
 */
export function nodesWithBand(
  question: SizingQuestion,
  near?: NodesForTarget,
): NodesForTarget | undefined {
  const { by, model, policy, target, forSlots } = question;
  const about = [model, policy, ...(target ? [target] : [])];
  return answerTo(about, `${by} ${forSlots}`, () => search(question, near));
}

/** Scenarios that are alike ask the same. */
const answerTo = createAnswers<string, NodesForTarget | undefined>();

function search(question: SizingQuestion, near?: NodesForTarget): NodesForTarget | undefined {
  const { by, forSlots } = question;
  if (by !== 'all') {
    const nodes = fewest(question, by, near?.nodes);
    return nodes === undefined ? undefined : { nodes, isBounded: false, expected: undefined };
  }
  if (accepts(question, forSlots))
    return { nodes: forSlots, isBounded: false, expected: undefined };
  const expected = fewest(question, 'expected', near?.expected);
  if (expected === undefined) return undefined;
  const most = MOST_FOR_BAND * expected;
  if (!accepts(question, most)) return { nodes: most, isBounded: true, expected };
  const nodes = fewest(question, by, Math.min(most, near?.nodes ?? expected)) ?? most;
  return { nodes, isBounded: false, expected };
}

/** Tells if `nodesWithBand` would say at most so many nodes. Takes three judgements where that takes a search. */
export function sufficesWithBand(question: SizingQuestion, nodes: number): boolean {
  const { forSlots, model, policy } = question;
  if (nodes < forSlots) return false;
  const byFigures = Math.floor(nodes / MOST_FOR_BAND);
  return (
    accepts(question, nodes) ||
    (byFigures >= forSlots && accepts(question, byFigures, 'expected')) ||
    !accepts(question, unloadedNodes(model, forSlots, policy), 'expected')
  );
}

function fewest(question: SizingQuestion, by: JudgedBy, near?: number): number | undefined {
  const { model, forSlots, policy } = question;
  return fewestNodesFor(model, forSlots, policy, (nodes) => accepts(question, nodes, by), near);
}

function accepts(question: SizingQuestion, nodes: number, by = question.by): boolean {
  const { model, target, policy } = question;
  return meetsBy(by, model, nodes, target, policy);
}
