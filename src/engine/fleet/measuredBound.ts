/**
 * Bounds a fleet's latency by one run at equal or higher load per server. The run has the same slots and the same kind
 * of arrivals. So its queueing and its spread of work are at least those of the fleet, and its result is an upper
 * bound. It can prove a pass, as a run at a lighter load can prove a miss.
 *
 * - Several servers with a common queue make requests wait no longer than separate queues do. Source: D. R. Smith and
 *   W. Whitt, "Resource sharing for efficiency in traffic systems", Bell System Technical Journal 60(1), 1981.
 * - At the same throughput, arrivals at a rate wait longer than those of users who think: the more users wait, the
 *   fewer arrive. A test compares both with a simulation of every request.
 */
import { compareSpread } from '../curve/lengthSpread';
import { isUpper } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { deriveFigure } from '../figure/figures';
import type { ObservationAssessment } from '../observation/observationAssessment';
import { observedServers } from '../observation/observedServers';
import { wasStable } from '../observation/observedArrivals';
import { observedReading, observedTime, type ObservedQuantity } from '../observation/observedTimes';
import { compareTokens } from '../observation/tokens';
import { isTokenTime, partsOf, percentilesOf, type AnyPercentile } from '../plan/objectives';
import type { Observation, Reading, Routing, TimeObjective, Workload } from '../plan/plan';
import { readingOf } from '../plan/readings';
import { ROUTING_TRAITS } from '../plan/routings';
import { isMeasured } from '../plan/sources';
import { memoize } from '../util/cache';
import { atMost, clearlyLess } from '../util/rounding';
import { peakRate, type ServerModel } from './operate';
import { isAlwaysInFlight } from './workload';

export interface MeasuredBound {
  readonly figure: Figure;
  readonly observation: ObservationAssessment;
}

/** What a fleet asks of a measurement that is to bound it. */
interface FleetConditions {
  readonly servers: number;
  readonly routing: Routing;
  /** Least mean latency in seconds, by measurement; 0 if unknown. */
  readonly leastSeconds: number;
  /** Least seconds of the quantity, by the curve: a lower measurement contradicts others. */
  readonly floorSeconds: number;
}

/**
 * Tightest upper bound from the measurements of an engine. If a run at lower load was slower than one at higher load,
 * the two contradict each other and the slower one counts. So more nodes never raise the bound.
 */
export function boundByMeasurement(
  model: ServerModel,
  quantity: TimeObjective,
  conditions: FleetConditions,
): MeasuredBound | undefined {
  let tightest: MeasuredBound | undefined;
  const runs = runsOf(model);
  for (const run of runs) {
    const found = timeOf(run, quantity, model.workload);
    if (!found || (tightest && tightest.figure.value <= found.value)) continue;
    const isOfTokens = partsOf(quantity).of !== 'latency';
    if (isOfTokens && startsTogether(run) && !isAlwaysInFlight(model.workload)) continue;
    if (!appliesTo(run, model, conditions)) continue;
    const bound = boundOf(run, runs, quantity, model.workload);
    if (!bound || clearlyLess(bound.figure.value, conditions.floorSeconds)) continue;
    if (!tightest || bound.figure.value < tightest.figure.value) tightest = bound;
  }
  return tightest;
}

/** A measurement with known arrivals at its servers. */
interface Run {
  readonly assessed: ObservationAssessment;
  readonly servers: number;
  readonly arrivals: Arrivals;
  readonly isSteady: boolean;
}

/** Arrivals at one server. */
type Arrivals =
  | { readonly kind: 'rate'; readonly perSecond: number }
  | { readonly kind: 'users'; readonly users: number; readonly thinkTime: number };

const runsOf = memoize(({ engine, parallel, workload }: ServerModel): readonly Run[] => {
  const { maxQueue } = engine.spec;
  const runs = engine.observations.flatMap((assessed): Run[] => {
    const { observation } = assessed;
    const { source, nodes, errors } = observation;
    if (!isMeasured(source.value) || nodes.approximate) return [];
    if (observation.parallel?.value !== parallel || observation.parallel.approximate) return [];
    // rejected requests do not wait
    if (maxQueue ? errors?.value !== 0 : errors !== undefined && errors.value > 0) return [];
    if (compareTokens(observation, workload) !== 'same') return [];
    if (compareSpread(observation, workload) !== 'same') return [];
    const servers = observedServers(observation, engine.spec);
    const arrivals = arrivalsOf(observation, servers);
    // waiting of an unstable run grows with its length and bounds nothing
    return arrivals ? [{ assessed, servers, arrivals, isSteady: wasStable(assessed) }] : [];
  });
  // the lightest first: the others mostly show less
  return runs.sort((a, b) => amountOf(a) - amountOf(b));
});

/**
 * Tells if users of a run never pause. Their requests may start together, and then wait for the prompts of others before
 * the first token only. That bounds no time of tokens under random arrivals.
 */
function startsTogether({ arrivals }: Run): boolean {
  return arrivals.kind === 'users' && arrivals.thinkTime === 0;
}

function amountOf({ arrivals }: Run): number {
  return arrivals.kind === 'rate' ? arrivals.perSecond : arrivals.users;
}

function arrivalsOf(observation: Observation, servers: number): Arrivals | undefined {
  const { users, thinkTimeSeconds, ratePerSecond } = observation;
  if (users) {
    if (users.approximate || thinkTimeSeconds.approximate) return undefined;
    return { kind: 'users', users: users.value / servers, thinkTime: thinkTimeSeconds.value };
  }
  if (!ratePerSecond || ratePerSecond.approximate) return undefined;
  return { kind: 'rate', perSecond: ratePerSecond.value / servers };
}

/** Highest reading of a run and of all runs at equal or lower load. A doubtful one that is higher proves nothing. */
function boundOf(
  run: Run,
  runs: readonly Run[],
  quantity: TimeObjective,
  workload: Workload,
): MeasuredBound | undefined {
  let highest: Figure | undefined;
  for (const other of runs) {
    if (!isLoadedAtMost(other.arrivals, run.arrivals)) continue;
    const figure = anyTimeOf(other, quantity, workload);
    if (figure && !(highest && highest.value >= figure.value)) highest = figure;
  }
  if (!highest || highest.provenance.caveats.length > 0) return undefined;
  const bound = isUpper(highest.bound) ? highest.bound : '<=';
  const inputs = { latency: highest };
  const figure = deriveFigure('latency.measuredBound', highest.value, 's', inputs, bound);
  return { figure, observation: run.assessed };
}

/** Reading of an observation; undefined if it has none, a lower bound only, or an approximate one (`~`). */
function timeOf(run: Run, quantity: TimeObjective, workload: Workload): Figure | undefined {
  const figure = anyTimeOf(run, quantity, workload);
  return figure?.provenance.caveats.length === 0 ? figure : undefined;
}

/** The same, however doubtful it is. */
function anyTimeOf(
  { assessed }: Pick<Run, 'assessed'>,
  quantity: TimeObjective,
  workload: Workload,
): Figure | undefined {
  const figure =
    quantity === 'latency' ? assessed.latency : readingFigure(assessed, quantity, workload);
  return figure && (figure.bound === 'exact' || isUpper(figure.bound)) ? figure : undefined;
}

function readingFigure(
  assessed: ObservationAssessment,
  quantity: ObservedQuantity,
  workload: Workload,
): Figure | undefined {
  if (isTokenTime(quantity)) return observedTime(assessed, quantity, workload);
  const reading = noLowerPercentile(assessed.observation, quantity);
  return reading && observedReading(reading, assessed, quantity);
}

/** Reading of the percentile itself, or of the next higher one that is stated, which is no lower. */
function noLowerPercentile(observation: Observation, quantity: AnyPercentile): Reading | undefined {
  const percentiles = percentilesOf(quantity);
  return percentiles
    .slice(percentiles.indexOf(quantity))
    .map((percentile) => readingOf(observation, percentile))
    .find((reading) => reading !== undefined);
}

function isLoadedAtMost(a: Arrivals, b: Arrivals): boolean {
  if (a.kind === 'rate') return b.kind === 'rate' && atMost(a.perSecond, b.perSecond);
  return b.kind === 'users' && atMost(a.users, b.users) && atMost(b.thinkTime, a.thinkTime);
}

/** Tells if an observation had the slots of a fleet and equal or higher load per server. */
export function wasLoadedAtMost(
  { engine, parallel, workload }: ServerModel,
  servers: number,
  observation: Observation,
): boolean {
  if (observation.parallel?.value !== parallel) return false;
  const observed = arrivalsOf(observation, observedServers(observation, engine.spec));
  return observed !== undefined && isLoadedAtMost(observed, arrivalsPerServer(workload, servers));
}

function arrivalsPerServer(workload: Workload, servers: number): Arrivals {
  if (workload.kind === 'open') return { kind: 'rate', perSecond: peakRate(workload) / servers };
  const { users, thinkTimeSeconds } = workload;
  return { kind: 'users', users: users.value / servers, thinkTime: thinkTimeSeconds.value };
}

function appliesTo(
  { arrivals, servers, isSteady }: Run,
  { workload }: ServerModel,
  { servers: fleetServers, routing, leastSeconds }: FleetConditions,
): boolean {
  if (!isSteady) return false;
  const pooled = isPooled(servers, fleetServers, routing);
  // with any routing, arrivals at one of many servers are no burstier than random ones
  if (!pooled && (servers > 1 || arrivals.kind === 'users')) return false;
  const asked = arrivalsPerServer(workload, fleetServers);
  if (asked.kind === arrivals.kind) return isLoadedAtMost(asked, arrivals);
  if (asked.kind === 'rate' || arrivals.kind === 'users') return false;
  return atMost(asked.users / (asked.thinkTime + leastSeconds), arrivals.perSecond);
}

/** Tells if at least as many servers share one queue as were measured. */
function isPooled(measured: number, servers: number, routing: Routing): boolean {
  if (servers === 1 && measured === 1) return true;
  return ROUTING_TRAITS[routing].sharesQueue && atMost(measured, servers);
}
