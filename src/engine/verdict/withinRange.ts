/** Tells if what was read from a curve may as well be on the other side of a limit. */
import type { CurveRange } from '../curve/curve';
import { rangeAt } from '../curve/curveRange';
import { predictLatency } from '../curve/predict';
import { curveOf } from '../curve/quantityCurves';
import { keepsLimit } from '../figure/bounds';
import type { LatencyBand } from '../curve/latencyBand';
import type { Caveat, Figure } from '../figure/figure';
import { constantFigure, deriveFigure } from '../figure/figures';
import { timeIfRescaled, type Rescaling } from '../fleet/rescaledFleet';
import type { Fleet } from '../fleet/fleet';
import { timeToFirstToken, wasObservedUnderArrivals } from '../fleet/tokenEvidence';
import { isLatencyPercentile, partsOf } from '../plan/objectives';
import type { TimeObjective } from '../plan/plan';
import type { TimeLimit } from './verdict';

/**
 * Tells if a time may as well be on the other side of its limit.
 * @param keeps Tells on which side it is.
 */
export function isWithinRange(
  { limitSeconds, strict }: TimeLimit,
  seconds: number,
  keeps: boolean,
  range: CurveRange,
): boolean {
  const far = seconds * (keeps ? range.high : range.low);
  return keepsLimit(far, 'exact', limitSeconds, strict) !== keeps;
}

/** Ends of a range around a time. */
export function bandOf(latency: Figure, { low, high }: CurveRange): LatencyBand | undefined {
  if (low === high || high === Infinity) return undefined;
  const end = (share: number): Figure => {
    const factor = constantFigure(share, 'factor');
    return deriveFigure('latency.band', latency.value * share, 's', { latency, factor });
  };
  return { low: end(low), high: end(high) };
}

/**
 * How far a time may be off, as shares of it; undefined if it is a bound, or was observed once. With modelled queueing
 * it is at least as far off as the fleet is with slower and with faster servers, if the plan states token lengths.
 */
export function rangeOf(
  fleet: Fleet,
  quantity: TimeObjective,
  figure: Figure,
): CurveRange | undefined {
  return modelledRange(fleet, quantity, figure) ?? rangeOfReading(fleet, quantity, figure.value);
}

/** The same; undefined without modelled queueing. */
export function modelledRange(
  fleet: Fleet,
  quantity: TimeObjective,
  { value: seconds, provenance }: Figure,
): CurveRange | undefined {
  const isModelled = provenance.caveats.some((caveat) => MODELLED.has(caveat));
  const hasLengths = fleet.model.engine.curve.shape === 'tokens';
  if (!fleet.comesByChance || !hasLengths || !isModelled) return undefined;
  const read = rangeOfReading(fleet, quantity, seconds);
  const end = (rescaling: Rescaling): number =>
    (timeIfRescaled(fleet, quantity, rescaling) ?? seconds) / seconds;
  // each end takes a fleet of its own, and a search needs one of them
  return {
    get low() {
      const slowness = Math.exp(-speedError(fleet, 'low'));
      return Math.min(read?.low ?? 1, end({ slowness, isEven: true }));
    },
    get high() {
      return Math.max(read?.high ?? 1, end({ slowness: Math.exp(speedError(fleet, 'high')) }));
    },
  };
}

/** What a figure with modelled queueing, or with traffic that no benchmark had, says of itself. */
const MODELLED: ReadonlySet<Caveat> = new Set<Caveat>([
  'modelled-waiting',
  'modelled-tail',
  'lengths-vary',
]);

/**
 * Error of the speed of a server under traffic that it was not measured with, as a logarithm. By the mean latencies of
 * `npm run bench:simulated` 80 % of the servers are as fast as modelled within so much. By those of `npm run bench:open`
 * servers are 2 to 9 % faster, which is the safe side.
 */
const TRAFFIC_ERROR = 0.02;

/** Error of the speed at the load of the fleet, as a logarithm: of the curve there, and of the traffic. */
function speedError({ model, load }: Fleet, side: keyof CurveRange): number {
  const { curve } = model.engine;
  const at = curve.follows === 'parallel' ? model.parallel : load?.value;
  const place = at === undefined ? undefined : Math.min(at, model.parallel);
  const read = place === undefined ? undefined : predictLatency(curve, place)?.latency;
  const range = read && rangeAt(curve, place ?? 1, read.value, true);
  return Math.hypot(Math.log(range?.[side] ?? 1), TRAFFIC_ERROR);
}

/**
 * How far what was read from a curve may be off. The queueing delay on top is no reading: else a lighter load could be
 * less certain than a heavier one that was observed.
 */
function rangeOfReading(
  fleet: Fleet,
  quantity: TimeObjective,
  seconds: number,
): CurveRange | undefined {
  const { model, load } = fleet;
  const { engine, parallel, workload } = model;
  const { of } = partsOf(quantity);
  if (of === 'ttft' && isFromLightest(fleet)) return rangeFromLightest(fleet);
  const own = quantity === 'latency' ? engine.curve : curveOf(engine, quantity, workload);
  // a percentile that nobody observed follows from the mean
  const isMean = own === engine.curve || (own.knots.length === 0 && isLatencyPercentile(quantity));
  const curve = isMean ? engine.curve : own;
  const at = curve.follows === 'parallel' ? parallel : load && Math.min(load.value, parallel);
  const read = at === undefined ? undefined : predictLatency(curve, at)?.latency;
  if (at === undefined || read?.bound !== 'exact') return undefined;
  const range = rangeAt(curve, at, read.value, isMean);
  const waits = fleet.comesByChance && of !== 'tpot' ? (fleet.modelledWaiting?.waiting ?? 0) : 0;
  const isRead = quantity === 'latency' && fleet.comesByChance;
  const share = Math.min(1, (isRead ? read.value : Math.max(0, seconds - waits)) / seconds);
  return range && { low: 1 - share * (1 - range.low), high: 1 + share * (range.high - 1) };
}

/** Tells if first tokens are predicted from a request alone: those of a closed loop are not those under arrivals. */
function isFromLightest({ comesByChance, model }: Fleet): boolean {
  return comesByChance && !wasObservedUnderArrivals(curveOf(model.engine, 'ttft', model.workload));
}

/**
 * Range of the time of a request alone, and of what the model adds for the load. No request is answered sooner than one
 * alone, and on an idle server the model adds nothing.
 */
function rangeFromLightest(fleet: Fleet): CurveRange | undefined {
  const { model, modelledWaiting: waiting } = fleet;
  const curve = curveOf(model.engine, 'ttft', model.workload);
  const at = curve.points[0]?.at ?? 1;
  const alone = predictLatency(curve, at)?.latency;
  const seconds = timeToFirstToken(fleet)?.figure.value ?? 0;
  if (alone?.bound !== 'exact' || !waiting || !(seconds > 0)) return undefined;
  const { low, high } = rangeAt(curve, at, alone.value, false) ?? EXACT;
  const busy = Math.min(1, waiting.perServer * waiting.service);
  const least = Math.min(1, alone.value / seconds);
  return {
    low: low * Math.max(least, 1 - busy * FIRST_TOKEN_BAND.below),
    high: high * (1 + busy * FIRST_TOKEN_BAND.above),
  };
}

const EXACT: CurveRange = { low: 1, high: 1 };

/**
 * Shares by which first tokens under arrivals may be below and above the prediction: of 80 % of the servers of `npm run
 * bench:open` and `npm run bench:simulated`.
 */
const FIRST_TOKEN_BAND = { below: 0.15, above: 0.31 };
