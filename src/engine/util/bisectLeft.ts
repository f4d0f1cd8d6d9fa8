/**
 * Index of the first of ascending places that is not below `place`; `count` if all are below. Uses bisection, since a
 * plan may have thousands of observations and as many scenarios.
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
