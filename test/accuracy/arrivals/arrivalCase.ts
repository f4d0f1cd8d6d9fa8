/** Questions to a plan whose answers are known: what a server does under other traffic than it was benchmarked with. */
import type { Routing } from '../../../src/engine/plan/plan';

/** Times that are scored, in the order of the table. */
export const METRICS = ['mean', 'p50', 'p95', 'p99', 'ttft', 'tpot'] as const;
export type Metric = (typeof METRICS)[number];

/** Seconds; a time that nobody measured is absent. */
export type Times = Readonly<Partial<Record<Metric, number>>>;

/** One benchmark with a fixed number of requests in flight. Seconds. */
export interface ClosedPoint {
  readonly users: number;
  readonly latency?: number;
  readonly ttft?: number;
  readonly tpot?: number;
  readonly throughputPerSecond?: number;
  readonly p95?: number;
  readonly promptTokens?: number;
  readonly outputTokens?: number;
  readonly requests?: number;
}

/** Token lengths of requests; the coefficients of variation are absent where the plan does not state them. */
export interface Lengths {
  readonly promptTokens?: number;
  readonly outputTokens?: number;
  readonly promptCv?: number;
  readonly outputCv?: number;
}

export interface ArrivalCase {
  readonly name: string;
  /** Kind of traffic. */
  readonly family: string;
  readonly type: 'vllm' | 'llama.cpp';
  /** Slots of one server. */
  readonly parallel: number;
  readonly prefill?: 'chunked' | 'first';
  readonly kvTokens?: number;
  readonly observed: readonly ClosedPoint[];
  /** Load as YAML flow text, without braces: `rate: 2/s` or `users: 8, thinkTime: 5s`. */
  readonly load: string;
  readonly lengths: Lengths;
  /** Squared coefficient of variation of the gaps between arrivals; absent for random ones. */
  readonly arrivalScv?: number;
  readonly nodes: number;
  readonly routing: Routing;
  readonly truth: Times;
}
