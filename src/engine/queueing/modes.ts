import type { BirthDeath } from './steadyState';

/** Between them are all states that are more probable than both of their neighbours. */
export interface Modes {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Where a chain is more probable than just below and above. From one state to the next it grows while arrivals
 * exceed departures; both are straight lines between multiples of `piece`, so that each piece has one turn at most.
 * Servers that answer less the more they work on may have two modes, and several turns.
 * @param end The last state to look at.
 */
export function findModes(chain: BirthDeath, end: number): Modes {
  const { slots, piece, arrivals, departures } = chain;
  const grows = (n: number): boolean => arrivals(n - 1) >= departures(n);
  let lowest: number | undefined;
  let highest = 0;
  let from = 0;
  let grew = true;
  const look = (to: number): void => {
    if (to <= from) return;
    const growsAtEnd = grows(to);
    if (growsAtEnd !== grew) {
      const turn = firstOther(grows, growsAtEnd, from, to);
      if (growsAtEnd) highest = to;
      else {
        highest = turn - 1;
        lowest ??= turn - 1;
      }
    } else if (grew) highest = to;
    [from, grew] = [to, growsAtEnd];
  };
  const last = Math.min(slots, end);
  for (let n = piece; n < last; n += piece) look(n);
  look(last);
  // a queue: departures are constant, and arrivals a straight line
  look(end);
  return { lowest: lowest ?? highest, highest };
}

/** By bisection: the first n in (from, to] at which `grows` is `value`, as it is at `to`. */
function firstOther(
  grows: (n: number) => boolean,
  value: boolean,
  from: number,
  to: number,
): number {
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (grows(middle) === value) after = middle;
    else before = middle;
  }
  return after;
}
