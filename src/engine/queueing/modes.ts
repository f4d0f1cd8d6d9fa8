import { arrivalsAt, departuresAt, type BirthDeath } from './birthDeath';

/** Between them are all states that are more probable than both of their neighbours. */
export interface Modes {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Where a chain is more probable than just below and just above. From one state to the next its probability grows while
 * arrivals exceed departures: until it falls, for good. Only servers that answer less the more they work on may have two
 * modes; there both are straight lines between multiples of the servers, which turn once at most.
 * @param end The last state to look at.
 */
export function findModes(chain: BirthDeath, end: number): Modes {
  const { slots, servers, neverSlows } = chain;
  if (neverSlows) {
    const only = grows(chain, end) ? end : lastThatGrows(chain, 0, end);
    return { lowest: only, highest: only };
  }
  let lowest: number | undefined;
  let highest = 0;
  let from = 0;
  let grew = true;
  const lookAt = (to: number): void => {
    const growsThere = grows(chain, to);
    if (growsThere) highest = to;
    else if (grew) {
      highest = lastThatGrows(chain, from, to);
      lowest ??= highest;
    }
    [from, grew] = [to, growsThere];
  };
  const last = Math.min(slots, end);
  for (let n = servers; n < last; n += servers) lookAt(n);
  lookAt(last);
  // a queue: departures are constant, and arrivals one straight line
  if (end > last) lookAt(end);
  return { lowest: lowest ?? highest, highest };
}

/** Whether a state is no less probable than the one before it. */
function grows(chain: BirthDeath, n: number): boolean {
  return arrivalsAt(chain, n - 1) >= departuresAt(chain, n);
}

/** By bisection between one that grows, or is the very first, and one that does not. */
function lastThatGrows(chain: BirthDeath, from: number, to: number): number {
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (grows(chain, middle)) before = middle;
    else after = middle;
  }
  return before;
}
