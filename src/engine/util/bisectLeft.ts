/**
 * Index of the first of ascending places that is not below `place`; `count` where all are. By bisection: a plan may
 * have thousands of observations, and a scenario for each.
 */
export function bisectLeft(
  count: number,
  placeOf: (index: number) => number | undefined,
  place: number,
): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placeOf(middle) ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
