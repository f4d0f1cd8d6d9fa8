/**
 * Fits the factors of the prior over measured servers: the highest evidence (Laplace), by a search along one factor at
 * a time. Factors themselves have a weak prior around their start, so that what few servers show moves them little.
 */
import { describeServer, fitReadings } from '../../../src/engine/curve/tokens/fitReadings';
import type { Datum } from '../../../src/engine/curve/tokens/fitServer';
import type { PriorFactors } from '../../../src/engine/curve/tokens/priorFactors';
import type { HardwareFacts } from '../../../src/engine/curve/tokens/hardwareFacts';
import { climb } from './climb';
import type { MeasuredServer, Row } from './measuredServers';

/** Logarithms, at roofline times of 1; standard deviations and ranges by their logarithms too. */
export const START: PriorFactors = {
  weights: Math.log(1.25),
  layers: Math.log(49),
  /** Layers that would take as long as what a step takes whatever the model; no logarithm. */
  layersAlways: 8,
  layersMany: Math.log(1.5),
  /** As layersAlways, of several GPUs. */
  layersAlwaysMany: 30,
  experts: Math.log(1.37),
  arithmetic: Math.log(1.71),
  mixtureArithmetic: Math.log(2.16),
  bookkeeping: Math.log(5),
  'bookkeeping.vllm.first': Math.log(3),
  bookkeepingMany: 0,
  cache: Math.log(1.78),
  scores: Math.log(1.5),
  'scores.vllm.first': Math.log(6),
  cacheHost: Math.log(0.1),
  'cacheHost.vllm.first': Math.log(120),
  'cacheHost.tensorrt-llm': 0,
  'cacheHost.llama.cpp': 0,
  'cacheHost.sglang': 0,
  'cacheHost.other': Math.log(10),
  prefill: Math.log(1.7),
  attention: Math.log(2.6),
  prefillBase: Math.log(0.86),
  host: Math.log(11.5),
  /** Of a batch that no server takes in. */
  hostOffline: Math.log(0.5),
  exchange: Math.log(2),
  /** Seconds by which offline batches may start late. */
  start: Math.log(15),
  'sd.start': Math.log(0.4),
  'start.intel': -1,
  capacity: Math.log(0.8),
  'engine.sglang': 0,
  'engine.tensorrt-llm': 0,
  'engine.llama.cpp': 0,
  /** Its SYCL backend, and what passes from GPU to GPU through the host. */
  'engine.llama.cpp.intel': Math.log(3),
  'layered.intel': Math.log(4),
  'engine.llama.cpp.amd': 0,
  'engine.ollama': 0,
  'engine.tgi': 0,
  'engine.other': 0,
  'engine.vllm.first': 0,
  'engineHost.vllm.first': 0,
  'engineHost.tensorrt-llm': 0,
  'engineHost.llama.cpp': 0,
  'engineHost.sglang': 0,
  'engineHost.other': 0,
  'vendorHost.amd': 0,
  'vendorHost.intel': 0,
  'vendorHost.habana': 0,
  'vendorHost.google': 0,
  /** Results go through the host (oneCCL). */
  'vendorMany.intel': Math.log(12),
  'vendorMany.amd': 0,
  'vendorMany.habana': 0,
  'vendorMany.google': 0,
  'vendorArithmetic.amd': 0,
  'vendorArithmetic.intel': 0,
  'vendorArithmetic.habana': 0,
  'vendorArithmetic.google': 0,
  'vendorPrefill.amd': 0,
  'vendorPrefill.intel': 0,
  'vendorPrefill.habana': 0,
  'vendorPrefill.google': 0,
  'vendor.amd': 0,
  'vendor.intel': 0,
  'vendor.habana': 0,
  'vendor.google': 0,
  'vendor.other': 0,
  'sd.weights': Math.log(0.2),
  'sd.layers': Math.log(0.3),
  'sd.experts': Math.log(0.3),
  'sd.arithmetic': Math.log(0.5),
  'sd.bookkeeping': Math.log(0.6),
  'sd.cache': Math.log(0.4),
  'sd.prefill': Math.log(0.4),
  'sd.attention': Math.log(0.8),
  'sd.prefillBase': Math.log(0.7),
  'sd.host': Math.log(0.8),
  'sd.capacity': Math.log(0.3),
  'sd.device': Math.log(0.12),
  'sd.sharedArithmetic': Math.log(0.3),
  'sd.sharedHost': Math.log(0.2),
  'sd.engine.vllm': Math.log(0.05),
  'sd.engine.vllm.first': Math.log(0.05),
  'sd.engine.sglang': Math.log(0.15),
  'sd.engine.tensorrt-llm': Math.log(0.15),
  'sd.engine.llama.cpp': Math.log(0.3),
  'sd.engine.ollama': Math.log(0.3),
  'sd.engine.tgi': Math.log(0.2),
  'sd.engine.other': Math.log(0.3),
  'sd.vendor.nvidia': Math.log(0.05),
  'sd.vendor.amd': Math.log(0.35),
  'sd.vendor.intel': Math.log(0.35),
  'sd.vendor.habana': Math.log(0.35),
  'sd.vendor.google': Math.log(0.35),
  'sd.vendor.other': Math.log(0.5),
  'sd.unknownGpu': Math.log(0.8),
  'sd.unknownArithmetic': Math.log(0.4),
  'sd.unknownModel': Math.log(1),
  'error.latency': Math.log(0.05),
  'error.ttft': Math.log(0.25),
  'error.tpot': Math.log(0.05),
  'error.carried': Math.log(0.06),
  'error.carriedShared': Math.log(0.12),
  'error.foreign': 0.5,
  'correlation.tpot': 2,
  'correlation.ttft': -1.4,
  'range.load': Math.log(3),
  'range.prompt': Math.log(3),
  'range.output': Math.log(3),
};

export function toData(rows: readonly Row[]): Datum[] {
  return rows.flatMap((row) =>
    (['latency', 'ttft', 'tpot'] as const).flatMap((metric) => {
      const seconds = row[metric];
      const { load, promptTokens, outputTokens } = row;
      return seconds
        ? [{ load, promptTokens, outputTokens, metric, seconds, origin: 'own' as const }]
        : [];
    }),
  );
}

export function logEvidence(
  server: MeasuredServer,
  facts: HardwareFacts,
  factors: PriorFactors,
): number {
  const data = toData(server.rows);
  const described = describeServer(
    { engine: server.engine, hardware: facts, startsTogether: server.static },
    factors,
  );
  const last = LAST.get(facts);
  const fit = fitReadings(data, described, (prior) =>
    last?.isLate === (prior !== described.prior) ? last.parameters : prior.mean,
  );
  LAST.set(facts, { parameters: fit.parameters, isLate: fit.isLate });
  return fit.logEvidence / Math.sqrt(data.length);
}

/** Where the fit of a server ended with factors that were little different. */
const LAST = new WeakMap<HardwareFacts, { parameters: Float64Array; isLate: boolean }>();

/** Few servers shall not move a factor far from where it began: log-sd of it. */
const FREEDOM = 0.7;

/** What only GPUs and models that are not known depend on, and what only predictions tell. */
const FITTED_LATER = /unknown|carried|band/;

export function fitFactors(
  servers: readonly MeasuredServer[],
  sweeps: number,
  start: PriorFactors = START,
): PriorFactors {
  const names = Object.keys(start).filter((name) => !FITTED_LATER.test(name));
  const weighted = weigh(servers);
  const score = (factors: PriorFactors): number =>
    sumOf(weighted, (server) => logEvidence(server, server.facts, factors)) - strain(factors);
  return climb(names, start, score, sweeps, (name) => (name.startsWith('layersAlways') ? 5 : 0.2));
}

/** The doubts about GPUs and models that are not known, by hiding those that are. */
export function fitUnknown(servers: readonly MeasuredServer[], start: PriorFactors): PriorFactors {
  const weighted = weigh(servers);
  const hidden = new Map(
    servers.map(({ id, facts }) => {
      const gpu = { ...facts, accelerator: undefined };
      return [id, [gpu, { ...gpu, model: undefined }]];
    }),
  );
  const score = (factors: PriorFactors): number =>
    sumOf(weighted, (server) =>
      (hidden.get(server.id) ?? []).reduce(
        (sum, facts) => sum + logEvidence(server, facts, factors),
        0,
      ),
    ) - strain(factors);
  const names = Object.keys(start).filter((name) => name.includes('unknown'));
  return climb(names, start, score, 2, () => 0.4);
}

type Weighted = readonly (readonly [server: MeasuredServer, weight: number])[];

/** Many servers of one kind tell little more than one of them. */
function weigh(servers: readonly MeasuredServer[]): Weighted {
  const kindOf = ({ model, gpu, engine }: MeasuredServer): string => [model, gpu, engine].join();
  const counts = new Map<string, number>();
  for (const server of servers) {
    counts.set(kindOf(server), (counts.get(kindOf(server)) ?? 0) + 1);
  }
  return servers.map((server) => [
    server,
    (isUsual(server) ? 1 : RARE) / Math.sqrt(counts.get(kindOf(server)) ?? 1),
  ]);
}

const RARE = 0.3;

/** Of a kind that people plan fleets of. */
export function isUsual({ facts, engine }: MeasuredServer): boolean {
  return facts.accelerator?.vendor !== 'intel' && engine !== 'llama.cpp';
}

function sumOf(servers: Weighted, evidenceOf: (server: MeasuredServer) => number): number {
  return servers.reduce((sum, [server, weight]) => sum + weight * damped(evidenceOf(server)), 0);
}

function strain(factors: PriorFactors): number {
  return Object.entries(factors).reduce(
    (sum, [name, value]) =>
      sum +
      ((value - (START[name] ?? 0)) / (name.startsWith('layersAlways') ? 20 : FREEDOM)) ** 2 / 2,
    0,
  );
}

/** Servers that no model of this kind explains shall not decide for the others. */
function damped(evidence: number): number {
  return evidence > WORST ? evidence : WORST + (evidence - WORST) / 10;
}

const WORST = -10;
