/** Tells kinds of objectives apart, and what each is made of: `ttft.p95` is the percentile `p95` of `ttft`. */
import {
  PERCENTILES,
  TIME_OBJECTIVES,
  TOKEN_TIMES,
  type Percentile,
  type TimeObjective,
  type TokenPercentile,
  type TokenTime,
} from './plan';

/** Times that have a mean and percentiles. */
export type Time = 'latency' | TokenTime;

/** An objective that is a percentile, of latency or of a time of tokens. */
export type AnyPercentile = Percentile | TokenPercentile;

interface Parts {
  readonly of: Time;
  /** Undefined for the mean. */
  readonly percentile: Percentile | undefined;
}

export function isTimeObjective(kind: string): kind is TimeObjective {
  return Object.hasOwn(PARTS, kind);
}

/** Tells if it is the mean of a time of tokens. */
export function isTokenTime(kind: string): kind is TokenTime {
  return TOKENS.has(kind);
}

export function isTokenPercentile(kind: TimeObjective): kind is TokenPercentile {
  return kind.includes('.');
}

export function isLatencyPercentile(kind: TimeObjective): kind is Percentile {
  return kind !== 'latency' && PARTS[kind].of === 'latency';
}

/** Time that an objective is about, and its percentile. */
export function partsOf(kind: TimeObjective): Parts {
  return PARTS[kind];
}

/** Objective for a percentile of a time; for its mean without one. */
export function objectiveOf(of: Time, percentile: Percentile | undefined): TimeObjective {
  if (percentile === undefined) return of;
  return of === 'latency' ? percentile : `${of}.${percentile}`;
}

/** Percentiles of the time that an objective is about, the lowest first. */
export function percentilesOf(kind: TimeObjective): readonly AnyPercentile[] {
  return FAMILIES[PARTS[kind].of];
}

const TOKENS: ReadonlySet<string> = new Set(TOKEN_TIMES);

const FAMILIES: Readonly<Record<Time, readonly AnyPercentile[]>> = {
  latency: PERCENTILES,
  ttft: PERCENTILES.map((percentile) => `ttft.${percentile}` as const),
  tpot: PERCENTILES.map((percentile) => `tpot.${percentile}` as const),
};

const PARTS = Object.fromEntries(
  TIME_OBJECTIVES.map((kind) => {
    const [first, second] = kind.split('.');
    const of = TOKEN_TIMES.find((time) => time === first) ?? 'latency';
    const percentile = PERCENTILES.find((each) => each === (second ?? first));
    return [kind, { of, percentile }] as const;
  }),
) as Record<TimeObjective, Parts>;
