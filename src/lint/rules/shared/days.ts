/** Days between dates of a plan and today. */

const DAY_MILLISECONDS = 86_400_000;

/** Of two ISO dates; not a number where one of them is none. */
export function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to.slice(0, 10)) - Date.parse(from)) / DAY_MILLISECONDS);
}

/** Still to come; where it is tomorrow somewhere on Earth, it may be. */
export function isInFuture(date: string, today: string): boolean {
  return daysBetween(date, today) < -1;
}
