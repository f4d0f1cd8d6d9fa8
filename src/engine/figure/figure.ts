/** A figure: a number that knows its unit, its provenance and its derivation. */
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
  /** Bytes that lie in memory. */
  | 'bytes'
  /** Bytes that are read for each token. */
  | 'bytes/token'
  | 'bytes/s'
  | 'operations/s'
  | 'bits'
  | 'parameters'
  | 'months'
  | 'node-hours'
  | 'observations'
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
 * Degree to which a figure is known. `stated` if it is based on decisions of the plan only (users, slots, prices).
 * Otherwise the worst source among the observations that it is based on.
 */
export type Known = 'stated' | Source;

/** Distances of a figure from what was observed, the nearest first. */
export const REACHES = [
  'direct',
  'interpolated',
  /** Beyond the observed loads. */
  'extrapolated',
  /** From other token lengths. */
  'scaled',
  /** From the same model and software on another GPU. */
  'other-gpu',
  /** From the data sheets of GPU and model: nothing was observed. */
  'hardware',
] as const;
export type Reach = (typeof REACHES)[number];

/** Reasons why a figure is less well known than its source says. */
export type Caveat =
  /** Observed with fewer requests in flight than the scenario has. */
  | 'lighter-load'
  /** Based on a value written with `~`. */
  | 'approximate'
  /** Based on an observation whose users, latency and throughput contradict each other. */
  | 'contradicts-itself'
  /** Based on a run whose users sent so few requests each that its load drained: not all users were in flight. */
  | 'burst'
  /** Based on an observation that is faster than its GPUs can read weights or compute. */
  | 'beyond-hardware'
  /** Based on an observation with so many failed requests that the others had less competition. */
  | 'requests-failed'
  /** Based on an observation of too few requests for what it states. */
  | 'few-requests'
  /** Observed with more in flight than slots, some of which may have been free at times: an upper bound. */
  | 'slots-free-at-times'
  /** Follows from average load, which leaves out queueing between random arrivals. */
  | 'balance-only'
  /** Includes queueing by a queueing model, which is an approximation. */
  | 'modelled-waiting'
  /** A percentile that follows from the mean and the variability of work, not from observations of it. */
  | 'modelled-tail'
  /** Observed with other token lengths than the workload's. */
  | 'tokens-differ'
  /** Either the workload or the observation does not state its token lengths. */
  | 'tokens-unstated'
  /** Observed with lengths that do not vary as the workload's do, or do not say so. */
  | 'lengths-vary'
  /** Based on a typical shape of a day, not on the plan's own. */
  | 'typical-profile'
  /** Valid only while a server's throughput does not fall as its load grows. */
  | 'throughput-may-fall';

export interface Provenance {
  readonly known: Known;
  readonly reach: Reach;
  readonly caveats: readonly Caveat[];
}

/** How a figure came about: any view can show the formula with its numbers and link each to its line. */
type Derivation =
  | { readonly kind: 'stated'; readonly path: KeyPath }
  /** A value that the plan does not state: the default of this key counts. */
  | { readonly kind: 'default'; readonly key: string }
  | { readonly kind: 'constant' }
  /** A value from the catalog of GPUs or of models; `entry` is the name there. */
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
  /** Relation of the number to the true value; `exact` unless it is based on a bound. */
  readonly bound: Bound;
  readonly provenance: Provenance;
  readonly derivation: Derivation;
}
