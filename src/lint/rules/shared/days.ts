/** Compares dates of a plan with today. */

const DAY_MILLISECONDS = 86_400_000;

/** Counts the days between two ISO dates. Returns NaN if one of them is invalid. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to.slice(0, 10)) - Date.parse(from)) / DAY_MILLISECONDS);
}

/** Tells if a date is in the future. Tomorrow does not count, since it may have begun elsewhere on Earth. */
export function isInFuture(date: string, today: string): boolean {
  return daysBetween(date, today) < -1;
}
