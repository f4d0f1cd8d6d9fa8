/** Formulas that figures come from: a code for each, and the names of its inputs. */
import type { Objective } from '../plan/plan';

/** Names of inputs, as keys; a formula may go without those of the second list. */
type Inputs<Needed extends string, Optional extends string = never> = Readonly<
  Record<Needed, true>
> &
  Readonly<Partial<Record<Optional, true>>>;

/** Two points of a curve, and the load at which a time between or beyond them is read. */
type BetweenTwo = Inputs<'at' | 'at1' | 'latency1' | 'at2' | 'latency2'>;
type FromOne = Inputs<'at' | 'at1' | 'latency1'>;
type PerNode = 'serversPerNode' | 'spare';
type ForTarget = Inputs<'nodesForSlots' | 'spare', Exclude<Objective['kind'], 'budget'>>;
type Slot = Inputs<'perToken' | 'tokens'>;
type FixedSlot = Inputs<'perToken' | 'tokens' | 'fixed'>;

/** Inputs of each formula: `deriveFigure` needs them, and its text in `messages/formulas.ts` names no others. */
export interface InputNames {
  // in flight
  'inFlight.users': Inputs<'users'>;
  /** users x latency / (latency + thinkTime) */
  'inFlight.closed': Inputs<'users' | 'thinkTime' | 'latency'>;
  /** rate x latency */
  'inFlight.open': Inputs<'rate' | 'latency'>;
  'inFlight.littlesLaw': Inputs<'throughput' | 'latency'>;
  /** Every place is taken. */
  'inFlight.full': Inputs<'slots' | 'maxQueue'>;
  'arrivals.peak': Inputs<'rate' | 'peakFactor'>;
  // servers and slots
  'servers.total': Inputs<'nodes' | 'serversPerNode'>;
  'slots.total': Inputs<'servers' | 'parallel'>;
  'load.perServer': Inputs<'inFlight' | 'servers'>;
  /** max(0, inFlight - slots) */
  'queue.depth': Inputs<'inFlight' | 'slots'>;
  /** throughput x waiting */
  'queue.littlesLaw': Inputs<'throughput' | 'waiting'>;
  /** min(1, inFlight / slots) */
  'slots.utilisation': Inputs<'inFlight' | 'slots'>;
  // latency
  'latency.meanOfObserved': Inputs<`latency${number}`>;
  /** users / throughput - thinkTime */
  'latency.littlesLaw': Inputs<'users' | 'throughput' | 'thinkTime'>;
  /** ttft + (tokens - 1) x tpot */
  'latency.ofTokens': Inputs<'ttft' | 'tpot' | 'tokens'>;
  /** users / throughput - latency */
  'thinkTime.littlesLaw': Inputs<'users' | 'throughput' | 'latency'>;
  /** latency x slots / inFlight */
  'latency.atCapacity': Inputs<'latency' | 'slots' | 'inFlight' | 'parallel'>;
  'latency.interpolated': BetweenTwo;
  /** By the families that fit the observations. */
  'latency.shaped': BetweenTwo;
  'latency.extrapolated': BetweenTwo;
  /** latency1 + slope x (at - at1), from the last point. */
  'latency.straightOn': Inputs<'at' | 'at1' | 'latency1' | 'slope'>;
  /** No higher below the first (or beyond a falling last) observation. */
  'latency.flat': FromOne;
  /** latency1 x at / at1 */
  'latency.proportional': FromOne;
  /** By the token model at other lengths or loads. */
  'latency.scaled': Inputs<'at' | 'promptTokens' | 'outputTokens' | 'server'>;
  /** An observed time at slightly other lengths. */
  'latency.rescaled': Inputs<'latency' | 'factor'>;
  /** Under traffic whose lengths vary, or whose prompts come one by one. */
  'latency.underTraffic': Inputs<'latency' | 'factor'>;
  /** The token model, fitted to observations. */
  'server.fitted': Inputs<`latency${number}`>;
  /** The token model without observations: reading all weights once. */
  'server.hardware': Inputs<'weights' | 'bandwidth'>;
  /** An end of the band around it. */
  'latency.band': Inputs<'latency' | 'factor'>;
  /** latency (of a full server) x load / parallel */
  'latency.withQueue': Inputs<'load' | 'parallel' | 'latency'>;
  /** By the queueing model. */
  'latency.fullQueue': Inputs<'parallel' | 'servers' | 'maxQueue' | 'serviceCv', 'latency'>;
  /** By the queueing model. */
  'latency.chance': Inputs<'parallel' | 'servers' | 'serviceCv', 'latency'>;
  'latency.slotWait': Inputs<'parallel' | 'servers' | 'serviceCv', 'latency'>;
  'latency.withChance': Inputs<'latency' | 'waiting'>;
  'percentile.modelled': Inputs<'share' | 'latency' | 'serviceCv'>;
  /** Gamma through both: the mean, and another percentile. */
  'percentile.bySpread': Inputs<'share' | 'latency' | 'otherShare' | 'other'>;
  /** Another percentile, which is no lower or no higher. */
  'percentile.byOther': Inputs<'share' | 'otherShare' | 'other'>;
  /** (latency - ttft) / (tokens - 1) */
  'tpot.fromLatency': Inputs<'latency' | 'ttft' | 'tokens'>;
  /** A request alone, delayed by steps and prompts of others and by the wait for a slot. */
  'ttft.underArrivals': Inputs<
    'ttft' | 'throughput' | 'servers' | 'parallel' | 'latency' | 'serviceCv'
  >;
  /** No later than the whole answer. */
  'ttft.withinAnswer': Inputs<'latency'>;
  /** No more than latency / (tokens - 1). */
  'tpot.withinAnswer': Inputs<'latency' | 'tokens'>;
  'rejected.modelled': Inputs<'maxQueue' | 'latency' | 'serviceCv'>;
  /** Measured with no less to do for a server. */
  'latency.measuredBound': Inputs<'latency'>;
  /** An upper bound, or without what waits, where the curve says how low it may be. */
  'latency.atLeast': Inputs<'latency'>;
  /** latency - service */
  'latency.waiting': Inputs<'latency' | 'service'>;
  // throughput
  /** users / (latency + thinkTime) */
  'throughput.littlesLaw': Inputs<'users' | 'latency' | 'thinkTime'>;
  'throughput.arrivals': Inputs<'rate'>;
  'throughput.accepted': Inputs<'rate' | 'rejected'>;
  /** users / (latency + thinkTime / (1 - rejected)) */
  'throughput.acceptedUsers': Inputs<'users' | 'latency' | 'thinkTime' | 'rejected'>;
  'throughput.full': Inputs<'slots' | 'latency'>;
  /** From the throughput at the peak. */
  'throughput.mean': Inputs<'throughput' | 'peakFactor'>;
  /** |expected - stated| / expected */
  relativeGap: Inputs<'stated' | 'expected'>;
  // what if
  /** before x factor */
  'change.scaled': Inputs<'before' | 'factor'>;
  /** before + by, or - by where the result is less. */
  'change.added': Inputs<'before' | 'by'>;
  /** alternative - option */
  'atStake.perMonth': Inputs<'alternative' | 'option'>;
  // sizing
  /** By a search up to the largest, where memory rules out larger ones; `tried` is how many, if not all were tried. */
  'parallel.auto': Inputs<never, 'largest' | 'tried'>;
  /** ceil(users / parallel) */
  'nodes.slots': Inputs<'users' | 'parallel'>;
  'nodes.slotsFull': Inputs<'users' | 'parallel' | 'headroom' | PerNode>;
  /** load x (1 + thinkTime / latency) */
  'users.perServer': Inputs<'load' | 'thinkTime' | 'latency'>;
  /** load / latency */
  'arrivals.perServer': Inputs<'load' | 'latency'>;
  /** parallel x (1 - headroom) */
  'load.withHeadroom': Inputs<'parallel' | 'headroom'>;
  'nodes.closed': Inputs<'users' | 'usersPerServer' | PerNode>;
  'nodes.open': Inputs<'rate' | 'arrivalsPerServer' | PerNode>;
  /** The fewest that come as near as any, where no number meets every objective. */
  'nodes.nearest': ForTarget;
  /** Some times the fewest that meet every objective by the figures, where their whole band takes more. */
  'nodes.forBand': ForTarget;
  /** The fewest that also meet every objective. */
  'nodes.forTarget': ForTarget;
  'nodes.serving': Inputs<'nodes' | 'spare'>;
  // memory and the hardware floor
  'hardware.ofNode': Inputs<'gpus' | 'one'>;
  /** whole x own / gpus */
  'hardware.ofServer': Inputs<'whole' | 'own' | 'gpus'>;
  /** parameters x bits / 8 */
  'weights.size': Inputs<'parameters' | 'bits'>;
  /** quantized x bits / 8 x padding + (plain + encoders) x plainBits / 8, and `again` what is kept more than once */
  'weights.parts': Inputs<
    'quantized' | 'bits' | 'plain' | 'plainBits',
    'padding' | 'encoders' | 'again'
  >;
  /** quantized x bits / 8 + plain x plainBits / 8 */
  'weights.readParts': Inputs<'quantized' | 'bits' | 'plain' | 'plainBits'>;
  /** one x gpus */
  'weights.reported': Inputs<'one' | 'gpus'>;
  /** (active - lookedUp) x bits / 8 */
  'weights.read': Inputs<'active' | 'lookedUp' | 'bits'>;
  /** 2 x layers x kvHeads x headSize x bytes x copies */
  'kv.perToken': Inputs<'layers' | 'kvHeads' | 'headSize' | 'bytes', 'copies'>;
  /** layers x numbers x bytes x copies */
  'kv.perTokenLatent': Inputs<'layers' | 'numbers' | 'bytes', 'copies'>;
  'tokens.perRequest': Inputs<'promptTokens' | 'outputTokens'>;
  /** tokens x (1 - cached) */
  'tokens.computed': Inputs<'tokens' | 'cached'>;
  /** No more than a model, or a context, lets through. */
  'tokens.limited': Inputs<'tokens' | 'most'>;
  'kv.perSlot': Slot;
  'kv.perSlotFixed': FixedSlot;
  /** As `kv.perSlot`, of a request as long as the context. */
  'kv.longest': Slot;
  'kv.longestFixed': FixedSlot;
  'kv.total': Inputs<'kvPerSlot' | 'parallel'>;
  'memory.needed': Inputs<'weights' | 'kv'>;
  /** memory x share - reserved - aside */
  'memory.usableShare': Inputs<'memory' | 'share' | 'reserved', 'aside'>;
  /** weights + tokens x perToken */
  'memory.reported': Inputs<'weights' | 'tokens' | 'perToken'>;
  /** memory - overhead - aside */
  'memory.usable': Inputs<'memory' | 'overhead', 'aside'>;
  /** memory - usable */
  'memory.left': Inputs<'memory' | 'usable'>;
  /** 0 without `kvPerSlot`: the weights do not fit, or leave too little for `kvLongest`. */
  'parallel.largest': Inputs<'usable' | 'weights' | 'margin', 'kvPerSlot' | 'kvLongest'>;
  /** `parallel` where each slot has its own; `ofModel` where the model takes no more. */
  'context.largest': Inputs<'usable' | 'weights' | 'margin' | 'perToken', 'parallel' | 'ofModel'>;
  /** weights / bandwidth */
  'floor.token': Inputs<'weights' | 'bandwidth'>;
  'floor.answer': Inputs<'token' | 'tokens'>;
  /** 2 x parameters x tokens / compute */
  'floor.prompt': Inputs<'parameters' | 'tokens' | 'compute'>;
  /** compute / (2 x parameters x tokens) */
  'ceiling.throughput': Inputs<'parameters' | 'tokens' | 'compute'>;
  'ceiling.ofServers': Inputs<'ofServer' | 'servers'>;
  /** active - lookedUp */
  'parameters.computed': Inputs<'active' | 'lookedUp'>;
  'compute.quantized': Inputs<'dense' | 'speedup'>;
  'compute.ofServer': Inputs<'one' | 'gpus'>;
  // cost
  'price.perHour': Inputs<'price' | 'hours'>;
  'cost.perHour': Inputs<'nodes' | 'price'>;
  'cost.perDay': Inputs<'perHour' | 'hours'>;
  'cost.perMonth': Inputs<'perHour' | 'hours'>;
  'cost.perYear': Inputs<'perHour' | 'hours'>;
  'cost.per1000Requests': Inputs<'perHour' | 'throughput'>;
  'cost.perMillionOutputTokens': Inputs<'perHour' | 'throughput' | 'outputTokens'>;
  'cost.perUserMonth': Inputs<'perMonth' | 'users'>;
  // growth
  /** Months until more is asked than the format knows. */
  'growth.horizon': Inputs<'horizon' | 'today' | 'growth' | 'most'>;
  /** The first month whose load is too much for the nodes. */
  'growth.breaks': Inputs<'nodes' | 'asked'>;
  /** (1 + growth)^periods - 1 */
  'growth.perMonth': Inputs<'growth' | 'periods'>;
  /** users x (1 + growth)^months, rounded up */
  'users.grown': Inputs<'users' | 'growth' | 'months'>;
  'rate.grown': Inputs<'rate' | 'growth' | 'months'>;
  /** The sum of all monthly costs. */
  'cost.overHorizon': Inputs<'months' | 'first' | 'last'>;
  'cost.keptOverHorizon': Inputs<'perMonth' | 'months'>;
  // a day
  /** Rounded up. */
  'users.atHour': Inputs<'users' | 'share'>;
  'rate.atHour': Inputs<'rate' | 'share'>;
  /** One node serves when nothing is asked. */
  'nodes.noLoad': Inputs<'spare'>;
  'nodeHours.fixed': Inputs<'nodes' | 'hours'>;
  'nodeHours.scheduled': Inputs<'lowest' | 'highest' | 'startup'>;
  'nodeHours.autoscaled': Inputs<'lowest' | 'highest' | 'startup'>;
  'cost.perDayOfNodeHours': Inputs<'nodeHours' | 'price'>;
  'cost.perMonthOfDays': Inputs<'perDay' | 'days'>;
}

export type FormulaCode = keyof InputNames;
