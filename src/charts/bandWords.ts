/** Explains the ranges of a chart: bands along lines, bars on points. */
import type { Series } from './chart';

/** Returns undefined if nothing has a range. */
export function bandWords(series: readonly Series[]): string | undefined {
  const hasBands = series.some(({ band }) => band);
  const hasBars = series.some(
    ({ band, points }) => !band && points.some(({ low, high }) => low !== undefined && high),
  );
  if (!hasBands && !hasBars) return undefined;
  const what = hasBands && hasBars ? 'Bands and bars' : hasBands ? 'The band' : 'The bars';
  const show = hasBands && !hasBars ? 'shows' : 'show';
  return `${what} ${show} the 80% interval.`;
}
