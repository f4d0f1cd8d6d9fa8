/** Computes with values known only as bounds, and compares them with a limit. */
import type { Bound } from '../plan/plan';
import { atMost, clearlyLess } from '../util/rounding';

/** Bound of a result that falls as the bounded input grows: a throughput from a latency. `<` becomes `>`. */
export function flipBound(bound: Bound): Bound {
  switch (bound) {
    case '<':
      return '>';
    case '<=':
      return '>=';
    case '>':
      return '<';
    case '>=':
      return '<=';
    default:
      return bound;
  }
}

/** Bound of a result that grows with both inputs. */
export function joinBounds(a: Bound, b: Bound): Bound {
  if (a === 'exact' || a === b) return b;
  if (b === 'exact') return a;
  if (isUpper(a) && isUpper(b)) return '<='; // one of the two is not strict, so the result is not strict either
  if (isLower(a) && isLower(b)) return '>=';
  return 'undecided';
}

/** Bound of a result that is rounded up to a whole number: below 1.8 nodes is at most 2. */
export function roundedBound(bound: Bound): Bound {
  switch (bound) {
    case '<':
      return '<=';
    case '>':
      return '>=';
    default:
      return bound;
  }
}

export function isUpper(bound: Bound): boolean {
  return bound === '<' || bound === '<=';
}

export function isLower(bound: Bound): boolean {
  return bound === '>' || bound === '>=';
}

/**
 * Tells if a value known as `bound` keeps a limit. An upper bound can only show that it does, a lower bound only that
 * it does not. Equality misses a strict limit.
 * @returns undefined if the bound does not decide.
 */
export function keepsLimit(
  value: number,
  bound: Bound,
  limit: number,
  strict: boolean,
): boolean | undefined {
  switch (bound) {
    case 'exact':
      return strict ? clearlyLess(value, limit) : atMost(value, limit);
    case '<':
      return atMost(value, limit) ? true : undefined;
    case '<=':
      return (strict ? clearlyLess(value, limit) : atMost(value, limit)) ? true : undefined;
    case '>':
      return atMost(limit, value) ? false : undefined;
    case '>=':
      return (strict ? atMost(limit, value) : clearlyLess(limit, value)) ? false : undefined;
    case 'undecided':
      return undefined;
  }
}
