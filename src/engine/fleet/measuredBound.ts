/**
 * What one measurement alone shows of a fleet. Taken in the same slots, with requests that come in the same manner
 * and with no less to do for a server, it has the waiting by chance of such a server in it, and the spread of its work:
 * what it found is an upper bound for the fleet. It can prove a pass, as one at a lighter load can prove a miss.
 *
 * - Several servers with a queue in common make requests wait no longer than each for itself does (D. R. Smith and
 *   W. Whitt, "Resource sharing for efficiency in traffic systems", Bell System Technical Journal 60(1), 1981).
 * - Of two kinds of arrivals with the same throughput those at a rate wait longer than those of users who think:
 *   the more of the users wait, the fewer come. A test holds both against a simulation of every request.
 */
import { isUpper } from '../figure/bounds';
import type { Figure } from '../figure/figure';
import { deriveFigure } from '../figure/figures';
import type { ObservationAssessment } from '../observation/observationAssessment';
import { wasStable } from '../observation/observedArrivals';
import { observedReading, observedTime, type ObservedQuantity } from '../observation/observedTimes';
import { compareTokens } from '../observation/tokens';
import {
  PERCENTILES,
  type Observation,
  type Percentile,
  type Reading,
  type Routing,
  type TimeObjective,
  type Workload,
} from '../plan/plan';
import { memoize } from '../util/memoize';
import { atMost, clearlyLess } from '../util/rounding';
import { peakRate, type ServerModel } from './operate';

export interface MeasuredBound {
  readonly figure: Figure;
  readonly observation: ObservationAssessment;
}

/** What a fleet asks of a measurement that is to bound it. */
interface FleetConditions {
  readonly servers: number;
  readonly routing: Routing;
  /** Its mean latency is no less than this by measurement; 0 where that is not known. */
  readonly leastSeconds: number;
  /** The quantity itself is no less than this by the curve: a measurement of less contradicts others. */
  readonly floorSeconds: number;
}

/**
 * The tightest that the measurements of an engine show of a fleet of its servers. Where a run with less to do was
 * slower than one with more the two contradict each other, and the slower one counts; so more nodes never raise what
 * is known.
 */
export function boundByMeasurement(
  model: ServerModel,
  quantity: TimeObjective,
  conditions: FleetConditions,
): MeasuredBound | undefined {
  let tightest: MeasuredBound | undefined;
  const runs = runsOf(model);
  for (const run of runs) {
    const found = readingOf(run, quantity, model.workload);
    if (!found || (tightest && tightest.figure.value <= found.value)) continue;
    if (!appliesTo(run, model, conditions)) continue;
    const bound = boundOf(run, runs, quantity, model.workload);
    if (!bound || clearlyLess(bound.figure.value, conditions.floorSeconds)) continue;
    if (!tightest || bound.figure.value < tightest.figure.value) tightest = bound;
  }
  return tightest;
}

/** A measurement of which it is known how requests came to its servers. */
interface Run {
  readonly assessed: ObservationAssessment;
  readonly servers: number;
  readonly arrivals: Arrivals;
  readonly isSteady: boolean;
}

/** To one server. */
type Arrivals =
  | { readonly kind: 'rate'; readonly perSecond: number }
  | { readonly kind: 'users'; readonly users: number; readonly thinkTime: number };

const runsOf = memoize(({ engine, parallel, workload }: ServerModel): readonly Run[] => {
  const { servers: perNode, maxQueue } = engine.spec;
  const runs = engine.observations.flatMap((assessed): Run[] => {
    const { observation } = assessed;
    const { source, nodes, errors } = observation;
    if (source.value !== 'measured' || nodes.approximate) return [];
    if (observation.parallel?.value !== parallel || observation.parallel.approximate) return [];
    // who is turned away does not wait
    if (maxQueue ? errors?.value !== 0 : errors !== undefined && errors.value > 0) return [];
    if (compareTokens(observation, workload) !== 'same') return [];
    const servers = nodes.value * perNode.value;
    const arrivals = arrivalsOf(observation, servers);
    // what cannot keep up waits the longer the longer the run is: it bounds nothing
    return arrivals ? [{ assessed, servers, arrivals, isSteady: wasStable(assessed) }] : [];
  });
  // the lightest first: the others mostly show less
  return runs.sort((a, b) => amountOf(a) - amountOf(b));
});

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

/** The highest of a run and of all runs with no more to do. */
function boundOf(
  run: Run,
  runs: readonly Run[],
  quantity: TimeObjective,
  workload: Workload,
): MeasuredBound | undefined {
  let highest: Figure | undefined;
  for (const other of runs) {
    if (!isLoadedAtMost(other.arrivals, run.arrivals)) continue;
    const figure = readingOf(other, quantity, workload);
    if (figure && !(highest && highest.value >= figure.value)) highest = figure;
  }
  if (!highest) return undefined;
  const bound = isUpper(highest.bound) ? highest.bound : '<=';
  const inputs = { latency: highest };
  const figure = deriveFigure('latency.measuredBound', highest.value, 's', inputs, bound);
  return { figure, observation: run.assessed };
}

/** Undefined where the observation does not tell it, or as a lower bound, or as about so much. */
function readingOf(
  { assessed }: Run,
  quantity: TimeObjective,
  workload: Workload,
): Figure | undefined {
  const figure =
    quantity === 'latency' ? assessed.latency : readingFigure(assessed, quantity, workload);
  if (!figure || figure.provenance.caveats.length > 0) return undefined;
  return figure.bound === 'exact' || isUpper(figure.bound) ? figure : undefined;
}

function readingFigure(
  assessed: ObservationAssessment,
  quantity: ObservedQuantity,
  workload: Workload,
): Figure | undefined {
  if (quantity === 'ttft' || quantity === 'tpot') return observedTime(assessed, quantity, workload);
  const reading = noLowerPercentile(assessed.observation, quantity);
  return reading && observedReading(reading, assessed, quantity);
}

/** Itself, or the next higher one that is stated: it is no lower. */
function noLowerPercentile(
  { percentileSeconds }: Observation,
  quantity: Percentile,
): Reading | undefined {
  return PERCENTILES.slice(PERCENTILES.indexOf(quantity))
    .map((percentile) => percentileSeconds[percentile])
    .find((reading) => reading !== undefined);
}

function isLoadedAtMost(a: Arrivals, b: Arrivals): boolean {
  if (a.kind === 'rate') return b.kind === 'rate' && atMost(a.perSecond, b.perSecond);
  return b.kind === 'users' && atMost(a.users, b.users) && atMost(b.thinkTime, a.thinkTime);
}

/** Whether an observation was taken in the slots of a fleet, and no more came to each of its servers. */
export function wasLoadedAtMost(
  { engine, parallel, workload }: ServerModel,
  servers: number,
  observation: Observation,
): boolean {
  if (observation.parallel?.value !== parallel) return false;
  const observed = arrivalsOf(observation, observation.nodes.value * engine.spec.servers.value);
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
  // whatever the routing, what comes to one of many servers comes no more in bursts than at random
  if (!pooled && (servers > 1 || arrivals.kind === 'users')) return false;
  const asked = arrivalsPerServer(workload, fleetServers);
  if (asked.kind === arrivals.kind) return isLoadedAtMost(asked, arrivals);
  if (asked.kind === 'rate' || arrivals.kind === 'users') return false;
  return atMost(asked.users / (asked.thinkTime + leastSeconds), arrivals.perSecond);
}

/** At least as many servers share one queue as were measured. */
function isPooled(measured: number, servers: number, routing: Routing): boolean {
  if (servers === 1 && measured === 1) return true;
  return routing === 'least-busy' && atMost(measured, servers);
}
