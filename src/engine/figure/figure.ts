/**
 * A figure: a number that knows its unit, how well it is known, and how it came about.
 */
import type { Bound, KeyPath, Source } from '../plan/plan';
import type { FormulaCode, InputNames } from './formulas';

export type Unit =
  | 's'
  | 'requests/s'
  | 'requests'
  | 'users'
  | 'nodes'
  | 'servers'
  | 'servers/node'
  | 'slots'
  | 'slots/server'
  | 'requests/server'
  | 'share'
  | 'factor'
  | 'tokens'
  | 'bytes'
  | 'bytes/s'
  | 'bits'
  | 'parameters'
  | 'months'
  | 'node-hours'
  | MoneyUnit;

export interface MoneyUnit {
  readonly currency: string;
  readonly per: MoneyPer;
}

export type MoneyPer =
  | 'hour'
  | 'day'
  | 'month'
  | 'year'
  | '1000-requests'
  | 'million-output-tokens'
  | 'user-month'
  | 'horizon';

/**
 * How well a figure is known: `stated` where it rests on decisions of the plan alone (users, slots,
 * prices), otherwise the worst source among the observations that it rests on.
 */
export type Known = 'stated' | Source;

/** How far a figure is from what was observed. */
export type Reach = 'direct' | 'interpolated' | 'extrapolated';

/** Why a figure is less well known than its source says. */
export type Caveat =
  /** Observed with fewer requests in flight than the scenario has. */
  | 'lighter-load'
  /** Rests on a value written with `~`. */
  | 'approximate'
  /** Rests on an observation whose users, latency and throughput contradict each other. */
  | 'contradicts-itself'
  /** Rests on an observation of which so many requests failed that the others had less to compete with. */
  | 'requests-failed'
  /** Rests on an observation of too few requests for what it states. */
  | 'few-requests'
  /** Observed with more in flight than slots, of which some may have been free at times: it is no more than that. */
  | 'slots-free-at-times'
  /** Follows from a balance of means, which leaves out what chance adds. */
  | 'balance-only'
  /** Leaves out that requests which come by chance slow each other down unevenly. */
  | 'chance-left-out'
  /** Waiting by chance is in it by a queueing model, which is an approximation. */
  | 'modelled-waiting'
  /** A percentile that follows from the mean and the variability of work, not from observations of it. */
  | 'modelled-tail'
  /** Observed with other token lengths than the workload's. */
  | 'tokens-differ'
  /** Either the workload or the observation does not say its token lengths. */
  | 'tokens-unstated'
  /** Rests on a typical shape of a day, not on the plan's own. */
  | 'typical-profile'
  /** Holds only while a server's throughput does not fall as its load grows. */
  | 'throughput-may-fall';

export interface Provenance {
  readonly known: Known;
  readonly reach: Reach;
  readonly caveats: readonly Caveat[];
}

/** How a figure came about: any view can show the formula with its numbers and link each to its line. */
type Derivation =
  | { readonly kind: 'stated'; readonly path: KeyPath }
  /** The plan is silent: the default of this key counts. */
  | { readonly kind: 'default'; readonly key: string }
  | { readonly kind: 'constant' }
  /** From the catalog of GPUs or of models: `entry` is the name there. */
  | { readonly kind: 'catalog'; readonly entry: string }
  | { readonly kind: 'formula'; readonly formula: FormulaCode; readonly inputs: FormulaInputs };

/** Inputs of any formula, by name. */
export type FormulaInputs = Readonly<Record<string, Figure>>;

/** Inputs of one formula: `InputsOf<'slots.total'>` has `servers` and `parallel`. */
export type InputsOf<Code extends FormulaCode> = FiguresFor<InputNames[Code]>;

type FiguresFor<Names> = { readonly [Name in keyof Names]: Figure };

export interface Figure {
  readonly value: number;
  readonly unit: Unit;
  /** What the number says of the true value; `exact` unless it rests on a bound. */
  readonly bound: Bound;
  readonly provenance: Provenance;
  readonly derivation: Derivation;
}
