/** Tells kinds of objectives apart. */
import { TIME_OBJECTIVES, TOKEN_TIMES, type TimeObjective, type TokenTime } from './plan';

export function isTimeObjective(kind: string): kind is TimeObjective {
  return TIMES.has(kind);
}

export function isTokenTime(kind: string): kind is TokenTime {
  return TOKENS.has(kind);
}

const TIMES: ReadonlySet<string> = new Set(TIME_OBJECTIVES);
const TOKENS: ReadonlySet<string> = new Set(TOKEN_TIMES);
