/**
 * Solves the closed model in exact rational arithmetic: slow and beyond doubt. Judges another software's case that
 * differs from ours.
 */
export interface ExactClosed {
  readonly responseTime: number;
  readonly inNode: number;
  readonly throughput: number;
}

interface ClosedCase {
  readonly users: number;
  readonly thinkTime: number;
  readonly slots: number;
  readonly soloLatency: number;
  readonly slope: number;
}

/** Denominator of inputs, which are read to six decimals. */
const UNIT = 1_000_000n;

/** Solves with P(n) in proportion to the product over k = 1..n of (N - k + 1) / Z x S(b) / b, b = min(k, slots). */
export function exactClosed(given: ClosedCase): ExactClosed {
  const [thinkTime, soloLatency, slope] = [given.thinkTime, given.soloLatency, given.slope].map(
    (value) => BigInt(Math.round(value * Number(UNIT))),
  ) as [bigint, bigint, bigint];
  // Every weight has the same denominator: the factors that later states lack are multiplied in.
  const latency = (b: number): bigint => soloLatency * (UNIT + slope * BigInt(b - 1));
  let weights = [1n];
  for (let n = 1; n <= given.users; n++) {
    const b = Math.min(n, given.slots);
    const up = BigInt(given.users - n + 1) * latency(b);
    const down = thinkTime * UNIT * BigInt(b);
    const last = weights.at(-1) ?? 0n;
    weights = [...weights.map((weight) => weight * down), last * up];
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const inNode = weights.reduce((sum, weight, n) => sum + weight * BigInt(n), 0n);
  const thinking = total * BigInt(given.users) - inNode;
  return {
    inNode: ratio(inNode, total),
    throughput: ratio(thinking * UNIT, total * thinkTime),
    responseTime: ratio(inNode * thinkTime, thinking * UNIT),
  };
}

function ratio(a: bigint, b: bigint): number {
  const digits = 10n ** 18n;
  return Number((a * digits) / b) / Number(digits);
}
