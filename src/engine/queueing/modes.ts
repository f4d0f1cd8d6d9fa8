import { arrivalsAt, departuresAt, type BirthDeath } from './birthDeath';

/** Lowest and highest mode of a chain. All states that are more probable than both neighbours are between them. */
export interface Modes {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * States at which a chain is more probable than just below and just above. The probability grows from state to state
 * while arrivals exceed departures, then falls for good. Only servers that slow down under load, and arrivals in batches,
 * may have two modes. There both rates are straight lines between multiples of the servers, which turn once at most.
 * @param end The last state to look at.
 */
export function findModes(chain: BirthDeath, end: number): Modes {
  const { slots, servers, neverSlows, together } = chain;
  if (neverSlows && together === 0) {
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
  for (let n = servers; n < last; n += strideAt(n, servers)) lookAt(n);
  lookAt(last);
  // a queue: departures are constant, and arrivals one straight line
  if (end > last) lookAt(end);
  return { lowest: lowest ?? highest, highest };
}

/** States that are passed over: a part of a standard deviation, in which no mode is worth finding. */
function strideAt(n: number, servers: number): number {
  const part = Math.sqrt(n) / PER_DEVIATION;
  return n < FEW ? servers : servers * Math.max(1, Math.floor(part / servers));
}

const PER_DEVIATION = 8;
/** States below which every multiple of the servers is looked at. */
const FEW = 1024;

/** Tells if a state is no less probable than the one before it. */
function grows(chain: BirthDeath, n: number): boolean {
  return arrivalsAt(chain, n - 1, departuresAt(chain, n - 1)) >= departuresAt(chain, n);
}

/** Last state that grows, by bisection between one that grows, or is the very first, and one that does not. */
function lastThatGrows(chain: BirthDeath, from: number, to: number): number {
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (grows(chain, middle)) before = middle;
    else after = middle;
  }
  return before;
}
