/** Finds room for labels. Each label in turn gets its first free place. */
import { holds, isInside, overlaps, type Box, type Place } from './box';
import { leaderTo } from './labelPlaces';
import { alongSegment } from './trail';

export class LabelPlacer {
  readonly #area: Box;
  readonly #taken: Box[] = [];
  readonly #labels: Box[] = [];
  readonly #crossed: Place[] = [];

  constructor(area: Box) {
    this.#area = area;
  }

  /** Blocks a box: no label may cover it. */
  block(box: Box): void {
    this.#taken.push(box);
  }

  /** Adds a line that labels should avoid. */
  avoid(places: readonly Place[]): void {
    this.#crossed.push(...places);
  }

  /**
   * Returns the place that covers least of the lines, earlier ones first. Returns undefined if none is free.
   * @param from Place of the named point. A line from there to its label crosses no other label.
   */
  place(candidates: readonly Box[], from?: Place): Box | undefined {
    let best: Box | undefined;
    let fewest = Infinity;
    for (const box of candidates) {
      if (!this.#isFree(box, from)) continue;
      const crossed = this.#crossed.filter((place) => holds(box, place)).length;
      if (crossed < fewest) [best, fewest] = [box, crossed];
      // No later place can be better.
      if (fewest === 0) break;
    }
    if (best) this.#take(best);
    return best;
  }

  #isFree(box: Box, from: Place | undefined): boolean {
    return (
      isInside(box, this.#area) &&
      !this.#taken.some((other) => overlaps(box, other)) &&
      !(from && this.#isCrossed(from, box))
    );
  }

  /** Returns the same, or the first place within the picture if none is free, whatever it covers. */
  placeAnyhow(candidates: readonly Box[]): Box | undefined {
    const placed = this.place(candidates);
    if (placed) return placed;
    const box = candidates.find((each) => isInside(each, this.#area));
    if (box) this.#take(box);
    return box;
  }

  #take(box: Box): void {
    this.#taken.push(box);
    this.#labels.push(box);
  }

  #isCrossed(from: Place, box: Box): boolean {
    const end = leaderTo(from, box, 0);
    if (!end || this.#labels.length === 0) return false;
    const trail = alongSegment([from, end]);
    return this.#labels.some((label) => trail.some((place) => holds(label, place)));
  }
}
