/** Lists places along a line, close enough that no label fits between them. */
import type { Place } from './box';
import type { Segment } from './clip';

export function alongSegment([from, to]: Segment): readonly Place[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP));
  return Array.from({ length: steps + 1 }, (_, index) => ({
    x: from.x + ((to.x - from.x) * index) / steps,
    y: from.y + ((to.y - from.y) * index) / steps,
  }));
}

const STEP = 6;
