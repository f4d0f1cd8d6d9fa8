/** A figure: a number that knows its unit, its provenance and its derivation. */
import type { Bound, KeyPath, Source } from '../plan/plan';

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
 * Degree to which a figure is known. `stated` if it is based on decisions of the plan only (users, slots, prices).
 * Otherwise the worst source among the observations that it is based on.
 */
export type Known = 'stated' | Source;

/** Distance of a figure from what was observed. */
export type Reach = 'direct' | 'interpolated' | 'extrapolated';

/** Reasons why a figure is less well known than its source says. */
export type Caveat =
  /** Observed with fewer requests in flight than the scenario has. */
  | 'lighter-load'
  /** Based on a value written with `~`. */
  | 'approximate'
  /** Based on an observation whose users, latency and throughput contradict each other. */
  | 'contradicts-itself'
  /** Based on an observation with so many failed requests that the others had less competition. */
  | 'requests-failed'
  /** Based on an observation of too few requests for what it states. */
  | 'few-requests'
  /** Observed with more in flight than slots, some of which may have been free at times: an upper bound. */
  | 'slots-free-at-times'
  /** Follows from average load, which leaves out queueing between random arrivals. */
  | 'balance-only'
  /** Leaves out that requests which arrive at random slow each other down unevenly. */
  | 'chance-left-out'
  /** Includes queueing by a queueing model, which is an approximation. */
  | 'modelled-waiting'
  /** A percentile that follows from the mean and the variability of work, not from observations of it. */
  | 'modelled-tail'
  /** Observed with other token lengths than the workload's. */
  | 'tokens-differ'
  /** Either the workload or the observation does not state its token lengths. */
  | 'tokens-unstated'
  /** Based on a typical shape of a day, not on the plan's own. */
  | 'typical-profile'
  /** Valid only while a server's throughput does not fall as its load grows. */
  | 'throughput-may-fall';

export interface Provenance {
  readonly known: Known;
  readonly reach: Reach;
  readonly caveats: readonly Caveat[];
}

/** Derivation of a figure. Any view can show the formula with its numbers and link each to its line. */
export type Derivation =
  | { readonly kind: 'stated'; readonly path: KeyPath }
  /** A value that the plan does not state: the default of this key counts. */
  | { readonly kind: 'default'; readonly key: string }
  | { readonly kind: 'constant' }
  /** A value from the catalog of GPUs or of models; `entry` is the name there. */
  | { readonly kind: 'catalog'; readonly entry: string }
  | { readonly kind: 'formula'; readonly formula: FormulaCode; readonly inputs: FormulaInputs };

export type FormulaInputs = Readonly<Record<string, Figure>>;

/** Codes of formulas. Each code has its text, with the names of its inputs, in `messages/formulas.ts`. */
export type FormulaCode =
  // in flight
  | 'inFlight.users' // users
  | 'inFlight.closed' // users, thinkTime, latency: users x latency / (latency + thinkTime)
  | 'inFlight.open' // rate, latency: rate x latency
  | 'inFlight.littlesLaw' // throughput, latency
  | 'inFlight.full' // slots, maxQueue: every place is taken
  | 'arrivals.peak' // rate, peakFactor
  // servers and slots
  | 'servers.total' // nodes, serversPerNode
  | 'slots.total' // servers, parallel
  | 'load.perServer' // inFlight, servers
  | 'queue.depth' // inFlight, slots: max(0, inFlight - slots)
  | 'queue.littlesLaw' // throughput, waiting: throughput x waiting
  | 'slots.utilisation' // inFlight, slots: min(1, inFlight / slots)
  // latency
  | 'latency.meanOfObserved' // latency1, latency2, ...
  | 'latency.littlesLaw' // users, throughput, thinkTime: users / throughput - thinkTime
  | 'latency.atCapacity' // latency, slots, inFlight, parallel: latency x slots / inFlight
  | 'latency.interpolated' // at, at1, latency1, at2, latency2
  | 'latency.shaped' // at, at1, latency1, at2, latency2: the families that fit the observations
  | 'latency.extrapolated' // at, at1, latency1, at2, latency2
  | 'latency.straightOn' // at, at1, latency1 (of the last), slope: latency1 + slope x (at - at1)
  | 'latency.flat' // at, at1, latency1: no higher below the first (or beyond a falling last) observation
  | 'latency.proportional' // at, at1, latency1: latency1 x at / at1
  | 'latency.band' // latency, factor: an end of the band around it
  | 'latency.withQueue' // load, parallel, latency (of a full server): latency x load / parallel
  | 'latency.fullQueue' // parallel, servers, maxQueue, latency: by the queueing model
  | 'latency.chance' // parallel, servers, serviceCv, latency: by the queueing model
  | 'latency.withChance' // latency, waiting
  | 'percentile.modelled' // share, latency, serviceCv
  | 'percentile.bySpread' // share, latency (mean), otherShare, other (percentile): gamma through both
  | 'tpot.fromLatency' // latency, ttft, tokens: (latency - ttft) / (tokens - 1)
  | 'ttft.withinAnswer' // latency: no later than the whole answer
  | 'tpot.withinAnswer' // latency, tokens: no more than latency / (tokens - 1)
  | 'rejected.modelled' // maxQueue, latency
  | 'latency.measuredBound' // latency: measured at equal or higher load per server
  | 'latency.atLeast' // latency: an upper bound, or without the queue, with the curve's lower limit
  | 'latency.waiting' // latency, service: latency - service
  // throughput
  | 'throughput.littlesLaw' // users, latency, thinkTime: users / (latency + thinkTime)
  | 'throughput.arrivals' // rate
  | 'throughput.accepted' // rate, rejected
  | 'throughput.acceptedUsers' // users, latency, thinkTime, rejected: users / (latency + thinkTime / (1 - rejected))
  | 'throughput.full' // slots, latency
  | 'throughput.mean' // throughput (at the peak), peakFactor
  | 'relativeGap' // stated, expected: |expected - stated| / expected
  // what if
  | 'change.scaled' // before, factor: before x factor
  | 'change.added' // before, by: before + by, or - by where the result is less
  | 'atStake.perMonth' // alternative, option: alternative - option
  // sizing
  | 'parallel.auto' // the search over every parallel; largest, where memory rules out larger ones
  | 'nodes.slots' // users, parallel: ceil(users / parallel)
  | 'nodes.slotsFull' // users, parallel, headroom, serversPerNode, spare
  | 'users.perServer' // load, thinkTime, latency: load x (1 + thinkTime / latency)
  | 'arrivals.perServer' // load, latency: load / latency
  | 'load.withHeadroom' // parallel, headroom: parallel x (1 - headroom)
  | 'nodes.closed' // users, usersPerServer, serversPerNode, spare
  | 'nodes.open' // rate, arrivalsPerServer, serversPerNode, spare
  | 'nodes.nearest' // as nodes.forTarget, if no number meets every objective: the fewest that come as near as any
  | 'nodes.forTarget' // nodesForSlots, spare, latency, p95, ...: the fewest that also meet every objective
  | 'nodes.serving' // nodes, spare
  // memory and the hardware floor
  | 'hardware.ofNode' // gpus, one
  | 'hardware.ofServer' // whole, own, gpus: whole x own / gpus
  | 'weights.size' // parameters, bits: parameters x bits / 8
  | 'weights.read' // active, lookedUp, bits: (active - lookedUp) x bits / 8
  | 'kv.perToken' // layers, kvHeads, headSize, bytes: 2 x layers x kvHeads x headSize x bytes
  | 'tokens.perRequest' // promptTokens, outputTokens
  | 'tokens.limited' // tokens, most: the most that a model, or a context, lets through
  | 'kv.perSlot' // perToken, tokens
  | 'kv.perSlotWindowed' // perToken, tokens, layers, windowLayers, window
  | 'kv.longest' // perToken, tokens: as kv.perSlot, of a request as long as the context
  | 'kv.longestWindowed' // as kv.perSlotWindowed
  | 'kv.total' // kvPerSlot, parallel
  | 'memory.needed' // weights, kv
  | 'memory.usableShare' // memory, share
  | 'memory.usable' // memory, overhead: memory - overhead
  | 'memory.left' // memory, usable: memory - usable
  | 'parallel.largest' // usable, weights, kvPerSlot: 0 without the last, if the weights do not fit, or with kvLongest
  | 'context.largest' // usable, weights, perToken; parallel, if each slot has its own; ofModel, if the model takes no more
  | 'floor.token' // weights, bandwidth: weights / bandwidth
  | 'floor.answer' // token, tokens
  // cost
  | 'price.perHour' // price, hours
  | 'cost.perHour' // nodes, price
  | 'cost.perDay' // perHour, hours
  | 'cost.perMonth'
  | 'cost.perYear'
  | 'cost.per1000Requests' // perHour, throughput
  | 'cost.perMillionOutputTokens' // perHour, throughput, outputTokens
  | 'cost.perUserMonth' // perMonth, users
  // growth
  | 'growth.horizon' // horizon, today, growth, most: months until the load exceeds the format's maximum
  | 'growth.breaks' // nodes, asked: the first month whose load is too much for them
  | 'growth.perMonth' // growth, periods: (1 + growth)^periods - 1
  | 'users.grown' // users, growth, months: users x (1 + growth)^months, rounded up
  | 'rate.grown' // rate, growth, months
  | 'cost.overHorizon' // months, first, last: the sum of all monthly costs
  | 'cost.keptOverHorizon' // perMonth, months
  // a day
  | 'users.atHour' // users, share: rounded up
  | 'rate.atHour' // rate, share
  | 'nodes.noLoad' // spare: one node serves at zero load
  | 'nodeHours.fixed' // nodes, hours
  | 'nodeHours.scheduled' // lowest, highest, startup
  | 'nodeHours.autoscaled' // lowest, highest, startup
  | 'cost.perDayOfNodeHours' // nodeHours, price
  | 'cost.perMonthOfDays'; // perDay, days

export interface Figure {
  readonly value: number;
  readonly unit: Unit;
  /** Relation of the number to the true value; `exact` unless it is based on a bound. */
  readonly bound: Bound;
  readonly provenance: Provenance;
  readonly derivation: Derivation;
}
