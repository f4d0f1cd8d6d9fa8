/** X(b) for whole b, kept with the function: searches ask for the speed of a server thousands of times, at any slots. */
import { memoize } from '../util/cache';

export interface RateTable {
  /** X(b) from b = 0 to the most slots that were needed so far. */
  readonly rates: Float64Array;
  /** First b at which a server answers fewer a second than with b - 1; Infinity without any. */
  readonly firstFall: number;
}

type Throughput = (b: number) => number;

export function rateTable(throughput: Throughput, slots: number): RateTable {
  const kept = tableOf(throughput);
  if (kept.table.rates.length <= slots) kept.table = extended(kept.table, throughput, slots);
  return kept.table;
}

const tableOf = memoize((_: Throughput): { table: RateTable } => ({
  table: { rates: new Float64Array(1), firstFall: Infinity },
}));

function extended(known: RateTable, throughput: Throughput, slots: number): RateTable {
  const rates = new Float64Array(slots + 1);
  rates.set(known.rates);
  let { firstFall } = known;
  for (let b = known.rates.length; b <= slots; b++) {
    const rate = throughput(b);
    rates[b] = rate;
    if (rate < (rates[b - 1] ?? 0)) firstFall = Math.min(firstFall, b);
  }
  return { rates, firstFall };
}
