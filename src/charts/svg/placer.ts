/** Finds room for labels: one after the other, each at the first of its places that is free. */
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

  /** No label may cover it. */
  block(box: Box): void {
    this.#taken.push(box);
  }

  /** A label had better not lie on it: a line. */
  avoid(places: readonly Place[]): void {
    this.#crossed.push(...places);
  }

  /**
   * The place that covers least of the lines, earlier ones first; undefined where none is free.
   * @param from Of what is named: a line that leads from there to its label runs through no other one.
   */
  place(candidates: readonly Box[], from?: Place): Box | undefined {
    let best: Box | undefined;
    let fewest = Infinity;
    for (const box of candidates) {
      if (!this.#isFree(box, from)) continue;
      const crossed = this.#crossed.filter((place) => holds(box, place)).length;
      if (crossed < fewest) [best, fewest] = [box, crossed];
      // None that follows can be better.
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

  /** The same; where none is free, the first that lies within the picture, whatever it covers. */
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
