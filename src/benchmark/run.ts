/** Types of what is read from a benchmark tool's output. Times are seconds, rates are per second. */
import type { Percentile } from '../engine/plan/plan';
import type { Remark } from './remarks';

export type Statistic = 'mean' | Percentile;

/** Mean and percentiles of a time in seconds, as far as the tool prints them. */
export interface Times extends Readonly<Partial<Record<Statistic, number>>> {
  /** Those that are only about so long, since the buckets that they come from are wide. */
  readonly about?: readonly Statistic[];
}

/** Tokens of prompts or answers, and how they vary as far as the tool says it. */
export interface Length {
  readonly mean: number;
  /** Standard deviation divided by the mean. */
  readonly cv?: number | undefined;
  readonly p50?: number | undefined;
  readonly p95?: number | undefined;
}

/** What made the load. `unstated` if only the throughput tells it. */
export type Load =
  | { readonly kind: 'users'; readonly users: number; readonly thinkTimeSeconds?: number }
  /** Random arrivals. */
  | { readonly kind: 'rate'; readonly perSecond: number }
  | { readonly kind: 'unstated' };

/** One load of one benchmark, over the requests that succeeded. */
export interface Run {
  /** Tool as its users call it: `vllm bench serve`. */
  readonly tool: string;
  readonly version?: string | undefined;
  /** Day of the run: `2026-01-31`. */
  readonly date?: string | undefined;
  readonly model?: string | undefined;
  /** Time of the run in words, for the note. */
  readonly when?: string | undefined;
  /** Set if it was production, and no benchmark. */
  readonly production?: true;
  readonly load: Load;
  /** Set if the tool measures prompts and answers apart. */
  readonly part?: 'prompt' | 'answer' | undefined;
  /** Requests that one server was set to work on at once. */
  readonly parallel?: number | undefined;
  readonly servers?: number | undefined;
  /** Requests that were sent, with those that failed. */
  readonly requests?: number | undefined;
  readonly errors?: number | undefined;
  readonly throughputPerSecond?: number | undefined;
  readonly latency: Times;
  readonly ttft: Times;
  /** Time per output token after the first. */
  readonly tpot: Times;
  readonly promptTokens?: Length | undefined;
  readonly outputTokens?: Length | undefined;
  /** Share of the prompt tokens from a prefix cache. */
  readonly cachedShare?: number | undefined;
  readonly remarks: readonly Remark[];
}

/** Runs of one text, and remarks about the text as a whole. */
export interface Runs {
  readonly runs: readonly Run[];
  readonly remarks: readonly Remark[];
}

export const NO_TIMES: Times = {};
