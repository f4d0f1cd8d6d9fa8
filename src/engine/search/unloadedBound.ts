/**
 * Finds objectives that no number of nodes and slots meets: those missed even with a single request on each server.
 * Nobody waits there, so the result is the same for every `parallel`, and a heavier load is never faster.
 */
import { isMeasuredWith } from './measuredWith';
import { canSolve } from '../fleet/queueingDelay';
import { meets, type SearchQuestion, type ServerOption } from './candidate';
import { neverFalls } from '../curve/curve';
import { judgeServing } from '../verdict/judgeFleet';
import { balanceOn, predictService, type ServerModel } from '../fleet/operate';
import { PERCENTILES, type Objective } from '../plan/plan';
import {
  isLatencyPercentile,
  isTimeObjective,
  isTokenTime,
  partsOf,
  percentilesOf,
} from '../plan/objectives';
import { predictLatency } from '../curve/predict';
import { curveOf } from '../curve/quantityCurves';
import { unloadedNodes } from '../fleet/sizing';

type Kind = Objective['kind'];

interface UnloadedVerdict {
  /** Some option that no measurement was taken with; it meets the target where its requests are alone. */
  readonly meets: ServerOption | undefined;
  /** Kinds of objectives that are missed there, if it does not. */
  readonly missed: readonly Kind[];
}

/**
 * Verdict with a single request on each server.
 * @returns undefined if each `parallel` has to be judged: latency depends on the slots, or was seen to fall.
 */
export function judgeUnloaded(
  question: SearchQuestion,
  options: readonly ServerOption[],
): UnloadedVerdict | undefined {
  const { engine, target, policy, by } = question;
  if (!target || engine.curve.follows === 'parallel') return undefined;
  const asked = target.objectives.flatMap(({ kind }) =>
    isTimeObjective(kind) && partsOf(kind).of !== 'latency'
      ? [...percentilesOf(kind), ...(isTokenTime(kind) ? [kind] : [])]
      : [],
  );
  const curves = [...PERCENTILES, ...asked].map((kind) => curveOf(engine, kind, question.workload));
  if (![engine.curve, ...curves].every(neverFalls)) return undefined;
  const unmeasured = options.filter(({ model }) => !isMeasuredWith(engine, model.parallel));
  const option = unmeasured.at(-1);
  if (!option) return undefined;
  const unloaded = unloadedNodes(option.model, option.nodes, policy);
  if (meets(question, option, unloaded)) return { meets: option, missed: [] };
  if (by === 'balance') return { meets: undefined, missed: [] };
  const { objectives } = judgeServing(option.model, unloaded, target, policy);
  const missed = objectives.filter(({ outcome }) => outcome === 'misses');
  return { meets: undefined, missed: missed.map(({ objective }) => objective.kind) };
}

/**
 * Tells if an option certainly misses: it misses with a single request on a server, and more in flight is never faster.
 * Only a bound may leave it open.
 */
export function isProvenMiss({ missed }: UnloadedVerdict, { model, nodes }: ServerOption): boolean {
  const servers = nodes * model.engine.spec.servers.value;
  const load = balanceOn(model, servers)?.load;
  return load !== undefined && missed.some((kind) => isExactAt(model, servers, load, kind));
}

/** Tells if the evidence of an objective is known and exact. */
function isExactAt(model: ServerModel, servers: number, load: number, kind: Kind): boolean {
  const { engine, parallel, workload } = model;
  const isMeanExact = predictService(model, load)?.latency.bound === 'exact';
  switch (kind) {
    case 'latency':
      return isMeanExact;
    case 'budget':
    case 'rejected':
      return false;
    default: {
      const curve = curveOf(engine, kind, workload);
      if (curve.knots.length > 0)
        return predictLatency(curve, Math.min(load, parallel))?.latency.bound === 'exact';
      const isModelled = isLatencyPercentile(kind) && canSolve(model, servers);
      // one percentile that is observed may bound another
      return (
        isModelled &&
        isMeanExact &&
        PERCENTILES.every((each) => curveOf(engine, each, workload).knots.length === 0)
      );
    }
  }
}
