/**
 * Bounds the nodes that a target takes only because little is known. A fleet of which the whole band keeps to the limits
 * may be many times the one that the figures ask for: the upper end of a wide band is near its limit even on idle
 * servers. A benchmark then costs less than the nodes.
 */
import type { ServerModel } from '../fleet/operate';
import { fewestNodesFor } from '../fleet/sizing';
import type { Policy, Target } from '../plan/plan';
import { meetsBy, type JudgedBy } from './candidate';

/** Most nodes for the band, as a multiple of those that the figures themselves take. */
export const MOST_FOR_BAND = 4;

export interface NodesForTarget {
  readonly nodes: number;
  /** True if the band takes more nodes than these. */
  readonly isBounded: boolean;
}

/**
 * Fewest nodes with which a model meets a target, its whole band too, as long as these are at most `MOST_FOR_BAND` times
 * those by the figures. Beyond that the target stays undecided.
 * @returns undefined if no number of nodes meets it, even by the figures.
 */
export function nodesWithBand(
  by: JudgedBy,
  model: ServerModel,
  forSlots: number,
  target: Target | undefined,
  policy: Policy,
): NodesForTarget | undefined {
  const fewest = (judgedBy: JudgedBy): number | undefined =>
    fewestNodesFor(model, forSlots, policy, (n) => meetsBy(judgedBy, model, n, target, policy));
  const certain = fewest(by);
  const asCertain = certain === undefined ? undefined : { nodes: certain, isBounded: false };
  const isFew = certain !== undefined && certain <= MOST_FOR_BAND * forSlots;
  const expected = by !== 'all' || isFew ? undefined : fewest('expected');
  if (expected === undefined) return asCertain;
  const most = MOST_FOR_BAND * expected;
  return (certain ?? Infinity) > most ? { nodes: most, isBounded: true } : asCertain;
}
