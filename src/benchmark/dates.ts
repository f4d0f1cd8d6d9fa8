/** Reads the day of a run from the ways in which tools write time. */

/** Reads `20260213-075258`, `2026-02-13 07:52` and ISO 8601; undefined for other texts. */
export function dayOfText(text: string | undefined): string | undefined {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?:\D|$)/.exec(text ?? '');
  return found ? existing(`${found[1]}-${found[2]}-${found[3]}`) : undefined;
}

/** Reads seconds since 1970, in UTC; undefined if they cannot be of a benchmark. */
export function dayOfSeconds(seconds: number | undefined): string | undefined {
  if (seconds === undefined || seconds < 1e9 || seconds > 1e10) return undefined;
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function existing(day: string): string | undefined {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}
