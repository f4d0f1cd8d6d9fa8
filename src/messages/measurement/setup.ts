/** What a measurement needs to know of the plan, with placeholders for what the plan does not say. */
import { traitsOf } from '../../engine/catalog/data/engineTypes';
import { enoughFor } from '../../engine/observation/enoughRequests';
import { checkStart, roundContext } from '../../engine/hardware/startCheck';
import type { Engine, EngineType, Plan } from '../../engine/plan/plan';
import type { NextMeasurement } from '../../engine/recommend/nextMeasurement';
import { ceilForgiving } from '../../engine/util/rounding';
import { arrivalsToMeasure, type RandomArrivals } from './arrivals';
import { servedModel } from './servedModel';
import { nameOr } from './shell';

export interface Setup {
  readonly type: EngineType | undefined;
  readonly model: string;
  /** Name that the plan uses, if it is another one. */
  readonly modelInPlan: string | undefined;
  /** Quantization that the server must be told to apply. */
  readonly quantization: 'fp8' | undefined;
  /** Quantization that the weights need, if no option applies it. */
  readonly quantizationToEnsure: string | undefined;
  /** Tokenizer of the model. A placeholder if the server's name of the model does not tell. */
  readonly tokenizer: string | undefined;
  readonly parallel: number;
  /** Requests to keep in flight on one server. */
  readonly inFlight: number;
  /** Arrivals to send to one server instead, if only random arrivals answer the question. */
  readonly arrivals: RandomArrivals | undefined;
  /** Servers of the engine on one node. */
  readonly servers: number;
  readonly gpusPerServer: number;
  readonly contextTokens: number | undefined;
  readonly promptTokens: number | undefined;
  readonly outputTokens: number | undefined;
  /** Duration in seconds: long enough for a settled load and a stable mean. */
  readonly seconds: number;
  readonly requests: number;
}

/** Placeholder: no plan says where the server listens. */
export const ADDRESS = 'http://HOST:PORT';

/** Requests that each slot answers in a row. */
const ROUNDS = 20;

export function setupOf(plan: Plan, measurement: NextMeasurement): Setup {
  const { workload } = plan;
  const { spec: engine } = measurement.engine;
  const { type, node, servers, gpusPerServer, contextTokens } = engine;
  const served = servedModel(engine);
  // a lighter load than the scenario's would prove nothing
  const inFlight = Math.max(1, ceilForgiving(measurement.load));
  const [decision] = measurement.decides;
  const arrivals = arrivalsToMeasure(plan, measurement);
  const seconds = secondsFor(decision?.option.latency?.value);
  const requests = arrivals ? arrivals.ratePerSecond * seconds : ROUNDS * inFlight;
  return {
    type: type?.value,
    model: nameOr(served.name, 'MODEL'),
    modelInPlan: served.namedInPlan,
    quantization: served.quantization,
    quantizationToEnsure: served.toEnsure,
    // a repository has the tokenizer too
    tokenizer: traitsOf(type?.value).loadsRepositories ? undefined : 'TOKENIZER',
    parallel: measurement.parallel,
    inFlight,
    arrivals,
    servers: servers.value,
    gpusPerServer: gpusPerServer?.value ?? (node?.gpus.value ?? 1) / servers.value,
    contextTokens: contextTokens?.value ?? contextToStart(engine),
    promptTokens: wholeTokens(workload?.promptTokens?.value),
    outputTokens: wholeTokens(workload?.outputTokens?.value),
    seconds,
    requests: Math.max(ENOUGH, ...measurement.decides.flatMap(requestsFor), Math.ceil(requests)),
  };
}

const ENOUGH = 100;

/** Returns the context without which a server would not start, if the plan states none. */
function contextToStart(engine: Engine): number | undefined {
  const check = checkStart(engine);
  const most = check && check.fit !== 'fits' ? roundContext(check.largest.value) : 0;
  return most > 0 ? most : undefined;
}

/** Returns enough requests for each time of the target. */
function requestsFor({ target }: NextMeasurement['decides'][number]): readonly number[] {
  return target.objectives.flatMap((objective) =>
    'limitSeconds' in objective ? [enoughFor(objective.kind)] : [],
  );
}

function wholeTokens(tokens: number | undefined): number | undefined {
  return tokens === undefined ? undefined : Math.max(1, Math.round(tokens));
}

/** Rounds to whole minutes, from two to an hour. */
function secondsFor(latencySeconds = 0): number {
  return Math.min(3600, Math.max(120, Math.ceil((ROUNDS * latencySeconds) / 60) * 60));
}
