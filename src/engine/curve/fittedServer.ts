/** Fits the token model to an engine: to its observations where it has any, with what is known of the hardware. */
import type { Figure, Reach } from '../figure/figure';
import { deriveFigure } from '../figure/figures';
import { combineProvenance, withCaveats, withReach } from '../figure/provenance';
import type { ObservationAssessment } from '../observation/observationAssessment';
import { tokenCaveats } from '../observation/tokens';
import { assessObservation } from '../observation/littlesLaw';
import type { Engine, Workload } from '../plan/plan';
import { SOURCE_TRAITS } from '../plan/sources';
import { createFifoCache, memoize } from '../util/cache';
import { placeObservation, type LatencyCurve } from './curve';
import type { EngineAssessment } from './engineAssessment';
import { lengthsOf, statesLengths, type Lengths, type TokenLengths } from './observedLengths';
import { showing } from './quantityCurves';
import { hardwareOf, type ServerHardware } from './serverHardware';
import {
  fitServer,
  type ServerEvidence,
  type ServerModel,
  type TokenObservation,
} from './tokens/serverModel';
import type { Metric } from './tokens/tokenModel';

export interface FittedServer {
  readonly model: ServerModel;
  /** What the model is based on, with its provenance. */
  readonly basis: Figure;
  /** Distance of the workload's lengths from what was observed. */
  readonly reach: Reach;
}

/** @returns undefined if nothing shows how time depends on lengths. */
export function serverOf(
  engine: EngineAssessment,
  workload: Workload,
  lengths: Lengths,
): FittedServer | undefined {
  const { spec, observations, curve } = engine;
  const hardware = hardwareOf(spec);
  const read = (
    all: readonly ObservationAssessment[],
    follows: LatencyCurve['follows'],
  ): readonly Run[] => mostTelling(runsOf(all, follows, workload, lengths), lengths);
  const own = read(observations, curve.follows);
  const like = hardware?.sheet && likeOf(spec);
  const others = like ? read(like.observations, like.spec.latencyFollows.value) : [];
  if (own.length + others.length === 0) {
    const isBare = curve.points.length === 0;
    return isBare && statesBoth(workload) ? byHardware(engine, hardware) : undefined;
  }
  const runs = [...own, ...others];
  const canScale = runs.some(({ assessed }) => statesLengths(assessed.observation, workload));
  if (!canScale && others.length === 0) return undefined;
  const known = runs.map(({ assessed }) => assessed.observation);
  const caveats = tokenCaveats(known, workload);
  const isScaled = caveats.includes('tokens-differ');
  const isOfOther = others.length > 0 && own.length < 2;
  const reach = isOfOther ? 'other-gpu' : isScaled ? 'scaled' : 'extrapolated';
  const figures = runs.flatMap(({ times }) => Object.values(times));
  // differences are scaled, and need no caveat
  const provenance = withCaveats(
    withReach(combineProvenance(figures), reach === 'extrapolated' ? 'direct' : reach),
    caveats.filter((caveat) => caveat !== 'tokens-differ'),
  );
  const inputs = Object.fromEntries(figures.map((figure, i) => [`latency${i + 1}`, figure]));
  return {
    model: fitted({ spec, hardware, runs: own }, like && { ...like, runs: others }),
    basis: deriveFigure('server.fitted', runs.length, 'observations', inputs, 'exact', provenance),
    reach,
  };
}

/** Another engine with its observations, which are scaled to an engine's own GPU. */
interface Like {
  readonly spec: Engine;
  readonly hardware: ServerHardware;
  readonly observations: readonly ObservationAssessment[];
}

/** @returns undefined if the engine names none, or GPU or model of the other is not known. */
const likeOf = memoize(({ like: spec }: Engine): Like | undefined => {
  const hardware = spec && hardwareOf(spec);
  if (!spec || !hardware?.sheet) return undefined;
  const observations = spec.observations.map((each) => assessObservation(each, spec));
  return { spec, hardware, observations };
});

/** Observations that say something of an engine: its own, and those of the engine that it is like. */
export function observationsBehind({
  spec,
  observations,
}: EngineAssessment): readonly ObservationAssessment[] {
  return [...observations, ...(likeOf(spec)?.observations ?? [])];
}

function statesBoth({ promptTokens, outputTokens }: Workload): boolean {
  return promptTokens !== undefined && outputTokens !== undefined;
}

function byHardware(
  engine: EngineAssessment,
  hardware: ServerHardware | undefined,
): FittedServer | undefined {
  if (!hardware?.sheet) return undefined;
  const { weights, bandwidth } = hardware.sheet;
  return {
    model: fitted({ spec: engine.spec, hardware, runs: [] }, undefined),
    basis: deriveFigure(
      'server.hardware',
      weights.value / bandwidth.value,
      's',
      { weights, bandwidth },
      'exact',
      { known: 'estimate', reach: 'hardware', caveats: [] },
    ),
    reach: 'hardware',
  };
}

/** Exact times of one observation, at its own lengths. */
interface Run extends TokenLengths {
  readonly assessed: ObservationAssessment;
  readonly at: number;
  readonly times: Readonly<Partial<Record<Metric, Figure>>>;
}

const METRICS: readonly Metric[] = ['latency', 'ttft', 'tpot'];

/** Runs of observations that somebody saw; those of estimates and guesses only if there are no others. */
function runsOf(
  observations: readonly ObservationAssessment[],
  follows: LatencyCurve['follows'],
  workload: Workload,
  lengths: Lengths,
): readonly Run[] {
  const runs = observations.flatMap((assessed) => [
    ...runOf(assessed, METRICS, follows, workload, lengths),
    // times of tokens are those of the run, whose load that is not
    ...(assessed.withAllUsers
      ? runOf(assessed.withAllUsers, ['latency'], follows, workload, lengths)
      : []),
  ]);
  const seen = runs.filter(
    ({ assessed }) => SOURCE_TRAITS[assessed.observation.source.value].wasSeen,
  );
  return seen.length > 0 ? seen : runs;
}

function runOf(
  assessed: ObservationAssessment,
  metrics: readonly Metric[],
  follows: LatencyCurve['follows'],
  workload: Workload,
  lengths: Lengths,
): Run[] {
  const times: Partial<Record<Metric, Figure>> = {};
  let at: number | undefined;
  for (const metric of metrics) {
    const shown = metric === 'latency' ? assessed : showing(assessed, metric, workload);
    const point = shown && placeObservation(shown, follows);
    if (point?.latency.bound !== 'exact') continue;
    times[metric] = point.latency;
    at = point.at;
  }
  return at === undefined
    ? []
    : [{ assessed, at, times, ...lengthsOf(assessed.observation, lengths) }];
}

/** Limit on the observations that are fitted. A fit takes time with the cube of their number. */
const MOST_RUNS = 24;

/** Runs to fit: those at the nearest lengths, over the whole range of loads. */
function mostTelling(runs: readonly Run[], lengths: Lengths): readonly Run[] {
  if (runs.length <= MOST_RUNS) return runs;
  const byLengths = new Map<string, Run[]>();
  for (const run of runs) {
    const key = `${run.promptTokens} ${run.outputTokens}`;
    const group = byLengths.get(key);
    if (group) group.push(run);
    else byLengths.set(key, [run]);
  }
  const nearestFirst = [...byLengths.values()].sort(
    ([a], [b]) => distance(a, lengths) - distance(b, lengths),
  );
  const chosen: Run[] = [];
  for (const group of nearestFirst) {
    const room = MOST_RUNS - chosen.length;
    if (room <= 0) break;
    chosen.push(...thinned(group, room));
  }
  return chosen;
}

function distance(run: Run | undefined, { promptTokens, outputTokens }: Lengths): number {
  if (!run) return Infinity;
  return (
    Math.abs(Math.log(run.promptTokens / promptTokens.value)) +
    Math.abs(Math.log(run.outputTokens / outputTokens.value))
  );
}

/** At most so many of the runs, evenly by load, the lightest and the heaviest among them. */
function thinned(runs: readonly Run[], most: number): readonly Run[] {
  if (runs.length <= most) return runs;
  const sorted = [...runs].sort((a, b) => a.at - b.at);
  const step = (sorted.length - 1) / Math.max(1, most - 1);
  return Array.from({ length: most }, (_, i) => sorted[Math.round(i * step)]).filter(
    (run) => run !== undefined,
  );
}

interface Fittable {
  readonly spec: Engine;
  readonly hardware: ServerHardware | undefined;
  readonly runs: readonly Run[];
}

/** The same fit for the same evidence. A plan is read anew at each keystroke. */
function fitted(own: Fittable, like: Fittable | undefined): ServerModel {
  const evidence: ServerEvidence = {
    ...evidenceOf(own),
    ...(like && like.runs.length > 0 && { like: evidenceOf(like) }),
  };
  return FITS.get(JSON.stringify(evidence), () => fitServer(evidence));
}

function evidenceOf({ spec, hardware, runs }: Fittable): Omit<ServerEvidence, 'like'> {
  return {
    engine: spec.type?.value ?? 'other',
    hardware: hardware?.facts,
    observations: runs.map(toObservation),
    ...(spec.kvTokens && { kvTokens: spec.kvTokens.value }),
  };
}

function toObservation({
  at,
  promptTokens,
  outputTokens,
  cachedTokens = 0,
  times,
}: Run): TokenObservation {
  const { latency, ttft, tpot } = times;
  return {
    load: at,
    promptTokens,
    outputTokens,
    cachedTokens,
    ...(latency && { latency: latency.value }),
    ...(ttft && { ttft: ttft.value }),
    ...(tpot && { tpot: tpot.value }),
  };
}

/** Cache of up to 200 fits. */
const FITS = createFifoCache<ServerModel>(200, () => 1);
