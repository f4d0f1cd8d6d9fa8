/** Finds room for labels: one after the other, each at the first of its places that is free. */
import { holds, isInside, overlaps, type Box, type Place } from './box';

export class LabelPlacer {
  readonly #area: Box;
  readonly #taken: Box[] = [];
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

  /** The place that covers least of the lines, earlier ones first; undefined where none is free. */
  place(candidates: readonly Box[]): Box | undefined {
    const free = candidates.filter(
      (box) => isInside(box, this.#area) && !this.#taken.some((other) => overlaps(box, other)),
    );
    let best: Box | undefined;
    let fewest = Infinity;
    for (const box of free) {
      const crossed = this.#crossed.filter((place) => holds(box, place)).length;
      if (crossed < fewest) [best, fewest] = [box, crossed];
    }
    if (best) this.#taken.push(best);
    return best;
  }

  /** The same; where none is free, the first that lies within the picture, whatever it covers. */
  placeAnyhow(candidates: readonly Box[]): Box | undefined {
    const placed = this.place(candidates);
    if (placed) return placed;
    const box = candidates.find((each) => isInside(each, this.#area));
    if (box) this.#taken.push(box);
    return box;
  }
}
