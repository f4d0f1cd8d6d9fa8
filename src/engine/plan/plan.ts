/**
 * Types of a plan, with every value in one unit and every reference resolved. Text, ranges and problems belong to
 * `src/plan/`; the engine only sees these types.
 *
 * Units: seconds, requests per second, currency per hour, bytes, shares (0.2 for 20 %).
 */

import type { Architecture } from './architecture';

/** Place of a value in the plan: a JSON Pointer (RFC 6901), such as `/scenarios/B/parallel`. */
export type KeyPath = string;

/** A value of the plan. `path` is undefined if the plan does not state it; then the field's default counts. */
export interface Stated<T> {
  readonly value: T;
  readonly path: KeyPath | undefined;
  /** Marks a value written with `~` (about). It proves neither that a target is met nor that it is missed. */
  readonly approximate?: true;
}

/**
 * Relation of the true value to the number: equal to it, below it (`<`, `<=`) or above it (`>`, `>=`). `undecided` if
 * bounds in both directions meet and neither holds for the result.
 */
export type Bound = 'exact' | '<' | '<=' | '>' | '>=' | 'undecided';

/** An observed quantity, which people often know only as a bound ("below 1 s"). */
export interface Reading extends Stated<number> {
  readonly bound: Exclude<Bound, 'undecided'>;
}

/** Sources of an observation, the best first. */
export const SOURCES = ['measured', 'reported', 'estimate', 'guess'] as const;
export type Source = (typeof SOURCES)[number];

export const ENGINE_TYPES = [
  'ollama',
  'vllm',
  'sglang',
  'tgi',
  'tensorrt-llm',
  'llama.cpp',
  'other',
] as const;
export type EngineType = (typeof ENGINE_TYPES)[number];

/** Formats of cached keys and values: vLLM's and llama.cpp's. */
export const KV_CACHE_FORMATS = ['fp16', 'fp8', 'q8_0', 'q4_0'] as const;
export type KvCacheFormat = (typeof KV_CACHE_FORMATS)[number];

/** Ways to process prompts: in pieces among the tokens of other answers, or whole prompts first. */
export const PREFILLS = ['chunked', 'first'] as const;
export type Prefill = (typeof PREFILLS)[number];

export const ROUTINGS = ['least-busy', 'round-robin', 'random'] as const;
export type Routing = (typeof ROUTINGS)[number];

export const PERCENTILES = ['p50', 'p90', 'p95', 'p99'] as const;
export type Percentile = (typeof PERCENTILES)[number];

/** Times of tokens: to the first, and of each after it. */
export const TOKEN_TIMES = ['ttft', 'tpot'] as const;
export type TokenTime = (typeof TOKEN_TIMES)[number];

/** Percentiles of a time of tokens: `ttft.p95`. */
export type TokenPercentile = `${TokenTime}.${Percentile}`;
export const TOKEN_PERCENTILES = TOKEN_TIMES.flatMap((time) =>
  PERCENTILES.map((percentile): TokenPercentile => `${time}.${percentile}`),
);

/** Objectives whose limit is a time. */
export type TimeObjective = 'latency' | Percentile | TokenTime | TokenPercentile;
export const TIME_OBJECTIVES: readonly TimeObjective[] = [
  'latency',
  ...PERCENTILES,
  ...TOKEN_TIMES,
  ...TOKEN_PERCENTILES,
];

/** Everything that a target can limit. */
export type ObjectiveKind = TimeObjective | 'rejected' | 'budget';
export const OBJECTIVE_KINDS: readonly ObjectiveKind[] = [...TIME_OBJECTIVES, 'rejected', 'budget'];

export interface Plan {
  readonly title: string | undefined;
  /** Currency of prices that name none. */
  readonly currency: string;
  readonly workload: Workload | undefined;
  /** Targets in the order of the file. A scenario that names no target is judged by the first. */
  readonly targets: readonly Target[];
  readonly policy: Policy;
  readonly nodes: readonly NodeType[];
  readonly engines: readonly Engine[];
  /** Scenarios that are complete enough to be assessed. A problem reports what is wrong with the others. */
  readonly scenarios: readonly Scenario[];
}

/** Load on the service: users, or arrivals at a rate. */
export type Workload = ClosedWorkload | OpenWorkload;

interface WorkloadTokens {
  /** Mean tokens of a prompt. */
  readonly promptTokens: Stated<number> | undefined;
  readonly outputTokens: Stated<number> | undefined;
  /** Coefficients of variation of the lengths; absent if the plan does not say how they vary. */
  readonly promptTokensCv?: Stated<number> | undefined;
  readonly outputTokensCv?: Stated<number> | undefined;
  /** Share of the prompt tokens that a prefix cache answers; absent if the plan states none. */
  readonly cachedTokens?: Stated<number> | undefined;
  /** Coefficient of variation of a request's work: as stated, or that of the answers' lengths. */
  readonly serviceCv: Stated<number>;
  /** Change of today's peak (`users`, or `rate` with its `peakFactor`); absent if the plan states none. */
  readonly growth?: Growth;
  /** Number of months that growth is followed for; whole if stated. */
  readonly horizonMonths?: Stated<number>;
  /** Load of each hour of a day; absent if the plan states none. */
  readonly profile?: DailyProfile;
}

export type GrowthPeriod = 'week' | 'month' | 'year';

/** Compound growth: a share for one `per`, above -1. The load shrinks if it is below 0. */
export interface Growth {
  readonly share: Stated<number>;
  readonly per: GrowthPeriod;
}

/** Load of each hour of a day as a share of the peak, hour 0 first; the largest is 1. */
export interface DailyProfile {
  /** Place of the list, or of the shape's name, in the plan. */
  readonly path: KeyPath;
  /** Name of a typical shape, which is an assumption; undefined if the plan lists its own shares. */
  readonly shape: string | undefined;
  readonly shares: readonly Stated<number>[];
}

/** A number of users. Each waits for an answer and then thinks before the next request. */
export interface ClosedWorkload extends WorkloadTokens {
  readonly kind: 'closed';
  readonly users: Stated<number>;
  readonly thinkTimeSeconds: Stated<number>;
}

/** Requests that arrive at a rate, however fast the service answers. */
export interface OpenWorkload extends WorkloadTokens {
  readonly kind: 'open';
  readonly ratePerSecond: Stated<number>;
  readonly peakFactor: Stated<number>;
  /** Index of dispersion of the arrivals: 0 if evenly spaced, 1 at random; absent if the plan states none. */
  readonly burstiness?: Stated<number> | undefined;
}

export interface Target {
  readonly name: string;
  readonly path: KeyPath;
  readonly objectives: readonly Objective[];
}

/** Upper bound that a scenario has to keep; `strict` is `<`, otherwise `<=`. */
export type Objective = {
  readonly path: KeyPath;
  readonly strict: boolean;
} & (
  | { readonly kind: TimeObjective; readonly limitSeconds: number }
  | { readonly kind: 'rejected'; readonly limitShare: number }
  | {
      readonly kind: 'budget';
      readonly limitPerHour: number;
      readonly currency: string;
      readonly per: PricePeriod;
    }
);

export interface Policy {
  /** Share of all slots kept free, 0 to below 1. */
  readonly headroom: Stated<number>;
  /** Nodes that may fail with the targets still met. */
  readonly spare: Stated<number>;
  readonly routing: Stated<Routing>;
}

/** A machine type with a price. */
export interface NodeType {
  readonly name: string;
  readonly path: KeyPath;
  readonly gpu: Stated<string> | undefined;
  readonly gpus: Stated<number>;
  readonly memoryBytes: Stated<number> | undefined;
  readonly bandwidthBytesPerSecond: Stated<number> | undefined;
  /** Seconds from the request for a node until it serves. */
  readonly startupSeconds: Stated<number>;
  readonly price: Price | undefined;
}

export const PRICE_PERIODS = ['hour', 'day', 'month', 'year'] as const;
export type PricePeriod = (typeof PRICE_PERIODS)[number];

export interface Price {
  /** Amount for one `per`, as the plan states it. `path` is that of the scalar. */
  readonly amount: Stated<number>;
  readonly per: PricePeriod;
  readonly currency: string;
  /** Source of the price, in the plan's words. */
  readonly source: Stated<string> | undefined;
  /** ISO date (2026-01-31). */
  readonly date: Stated<string> | undefined;
}

/** A node type that an engine could run on too, and the place where the engine names it. */
export interface OtherNode {
  readonly node: NodeType;
  readonly path: KeyPath;
}

/** An inference server with a model on one node type, with the evidence of its speed. */
export interface Engine {
  readonly name: string;
  readonly path: KeyPath;
  readonly type: Stated<EngineType> | undefined;
  /** Node type; undefined if the plan names none or does not define it, which a problem reports. */
  readonly node: NodeType | undefined;
  /** Place where the engine names its node; undefined if it names none. */
  readonly nodePath: KeyPath | undefined;
  /** More expensive node types with the same GPUs that it could run on; absent if the plan names none. */
  readonly otherNodes?: readonly OtherNode[] | undefined;
  /** Servers of this engine on one node. */
  readonly servers: Stated<number>;
  readonly gpusPerServer: Stated<number> | undefined;
  readonly model: Stated<string> | undefined;
  /** Architecture of the model: from a map of the plan, or from the `config.json` that it names. */
  readonly architecture?: Architecture | undefined;
  readonly quantization: Stated<string> | undefined;
  readonly contextTokens: Stated<number> | undefined;
  readonly speculative: Stated<boolean> | undefined;
  readonly maxQueue: Stated<number> | undefined;
  readonly latencyFollows: Stated<'load' | 'parallel'>;
  readonly prefill?: Stated<Prefill> | undefined;
  /** Version of the server, such as `0.11.0`: its defaults follow from it. */
  readonly version?: Stated<string> | undefined;
  readonly kvCache?: Stated<KvCacheFormat> | undefined;
  /** GPU memory of each server for what the plan does not describe: draft models, adapters, other processes. */
  readonly reservedMemoryBytes?: Stated<number> | undefined;
  /** Share of the GPU memory that it takes. */
  readonly memoryShare?: Stated<number> | undefined;
  /** Most tokens that it computes in one step. */
  readonly batchedTokens?: Stated<number> | undefined;
  /** Tokens of its KV cache and bytes of its weights, as the server reports them at its start. */
  readonly kvTokens?: Stated<number> | undefined;
  readonly weightsMemoryBytes?: Stated<number> | undefined;
  /** Engine with the same software and model on other hardware; absent if the plan names none. */
  readonly like?: Engine | undefined;
  /** Place where the engine names the other one. */
  readonly likePath?: KeyPath | undefined;
  readonly observations: readonly Observation[];
  /** Paths of files with more observations, as the plan writes them. */
  readonly observationFiles?: readonly string[];
}

/** One known point of an engine's speed. Latencies are those of requests that succeeded. */
export interface Observation {
  /** Place in the plan, such as `/engines/ollama/observations/0`. */
  readonly path: KeyPath;
  readonly name: string | undefined;
  readonly source: Stated<Source>;
  /** Observed in production, not in a benchmark; absent if the plan does not say. */
  readonly production?: Stated<boolean> | undefined;
  readonly nodes: Stated<number>;
  /** Servers that it covers; absent if the plan does not say. See `observedServers`. */
  readonly servers?: Stated<number> | undefined;
  readonly parallel: Stated<number> | undefined;
  readonly users: Stated<number> | undefined;
  readonly thinkTimeSeconds: Stated<number>;
  readonly ratePerSecond: Stated<number> | undefined;
  readonly throughputPerSecond: Reading | undefined;
  readonly latencySeconds: Reading | undefined;
  readonly percentileSeconds: Readonly<Partial<Record<Percentile, Reading>>>;
  readonly ttftSeconds: Reading | undefined;
  readonly tpotSeconds: Reading | undefined;
  readonly tokenPercentileSeconds: Readonly<Partial<Record<TokenPercentile, Reading>>>;
  readonly promptTokens: Stated<number> | undefined;
  readonly outputTokens: Stated<number> | undefined;
  /** Coefficients of variation of the lengths; absent if the plan does not say how they vary. */
  readonly promptTokensCv?: Stated<number> | undefined;
  readonly outputTokensCv?: Stated<number> | undefined;
  /** Share of the prompt tokens that a prefix cache answered; absent if the plan states none. */
  readonly cachedTokens?: Stated<number> | undefined;
  readonly requests: Stated<number> | undefined;
  readonly errors: Stated<number> | undefined;
  readonly note: string | undefined;
  readonly date: Stated<string> | undefined;
  readonly url: Stated<string> | undefined;
}

/** One way to serve the workload. */
export interface Scenario {
  readonly name: string;
  readonly path: KeyPath;
  readonly title: string | undefined;
  readonly engine: Engine;
  readonly enginePath: KeyPath;
  readonly parallel: Stated<number | 'auto'>;
  /** Nodes that the plan fixes; undefined if the scenario is sized. */
  readonly nodes: Stated<number> | undefined;
  readonly sizeFor: Stated<'slots' | 'target'>;
  /** Target that lint judges the scenario by: its own, or the first of the file. */
  readonly target: Target | undefined;
  /** Place where the scenario names its target; undefined if it uses the first of the file. */
  readonly targetPath: KeyPath | undefined;
  /** Workload of the plan with the scenario's overrides; undefined if neither states one. */
  readonly workload: Workload | undefined;
  readonly policy: Policy;
}
