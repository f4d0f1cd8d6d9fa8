/** Clips a line to a rectangle. */
import { bottom, right, type Box, type Place } from './box';

export type Segment = readonly [from: Place, to: Place];

/** Clips by Liang and Barsky (1984). Returns undefined if no part is inside. */
export function clipSegment([from, to]: Segment, box: Box): Segment | undefined {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let enters = 0;
  let leaves = 1;
  const edges = [
    [-dx, from.x - box.x],
    [dx, right(box) - from.x],
    [-dy, from.y - box.y],
    [dy, bottom(box) - from.y],
  ] as const;
  for (const [outwards, distance] of edges) {
    if (outwards === 0 && distance < 0) return undefined;
    if (outwards < 0) enters = Math.max(enters, distance / outwards);
    if (outwards > 0) leaves = Math.min(leaves, distance / outwards);
  }
  if (enters > leaves) return undefined;
  const at = (share: number): Place => ({ x: from.x + share * dx, y: from.y + share * dy });
  return [enters === 0 ? from : at(enters), leaves === 1 ? to : at(leaves)];
}
