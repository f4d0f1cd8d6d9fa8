/**
 * What a plan says, with every value in one unit and every reference resolved. Text, ranges and
 * problems belong to `plan/`; the engine only ever sees these types.
 *
 * Units: seconds, requests per second, currency per hour, bytes, shares (0.2 for 20 %).
 */

/** Where a value stands in the plan: a JSON Pointer (RFC 6901), such as `/scenarios/B/parallel`. */
export type KeyPath = string;

/** A value of the plan. `path` is undefined where the plan is silent and the field's default counts. */
export interface Stated<T> {
  readonly value: T;
  readonly path: KeyPath | undefined;
  /** Written with `~`: about. It can neither prove that a target is met nor that it is missed. */
  readonly approximate?: true;
}

/**
 * How the true value relates to the number: it is that number, or below it (`<`, `<=`), or above it
 * (`>`, `>=`); `undecided` where bounds in both directions meet and none of them holds for the result.
 */
export type Bound = 'exact' | '<' | '<=' | '>' | '>=' | 'undecided';

/** An observed quantity, which people often know as a bound only ("below 1 s"). */
export interface Reading extends Stated<number> {
  readonly bound: Exclude<Bound, 'undecided'>;
}

/** How an observation is known, best first. */
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

export const ROUTINGS = ['least-busy', 'round-robin', 'random'] as const;
export type Routing = (typeof ROUTINGS)[number];

export const PERCENTILES = ['p50', 'p90', 'p95', 'p99'] as const;
export type Percentile = (typeof PERCENTILES)[number];

/** Times of tokens: to the first, and of each after it. */
export const TOKEN_TIMES = ['ttft', 'tpot'] as const;
export type TokenTime = (typeof TOKEN_TIMES)[number];

/** Objectives whose limit is a time. */
export const TIME_OBJECTIVES = ['latency', ...PERCENTILES, ...TOKEN_TIMES] as const;
export type TimeObjective = (typeof TIME_OBJECTIVES)[number];

/** Everything that a target can limit. */
export const OBJECTIVE_KINDS = [...TIME_OBJECTIVES, 'rejected', 'budget'] as const;
export type ObjectiveKind = (typeof OBJECTIVE_KINDS)[number];

export interface Plan {
  readonly title: string | undefined;
  /** Of prices that name none. */
  readonly currency: string;
  readonly workload: Workload | undefined;
  /** In the order of the file: the first is what a scenario is held to unless it names another. */
  readonly targets: readonly Target[];
  readonly policy: Policy;
  readonly nodes: readonly NodeType[];
  readonly engines: readonly Engine[];
  /** Only scenarios that are complete enough to be assessed; what is wrong with the others is a problem. */
  readonly scenarios: readonly Scenario[];
}

/** What is asked of the service. */
export type Workload = ClosedWorkload | OpenWorkload;

interface WorkloadTokens {
  /** Mean per request. */
  readonly promptTokens: Stated<number> | undefined;
  readonly outputTokens: Stated<number> | undefined;
  /** Coefficient of variation of a request's work. */
  readonly serviceCv: Stated<number>;
  /** How today's peak (`users`, or `rate` with its `peakFactor`) changes; absent where nothing is said. */
  readonly growth?: Growth;
  /** How far growth is looked at; a whole number of months, where it is stated. */
  readonly horizonMonths?: Stated<number>;
  /** How the peak is spread over a day; absent where nothing is said. */
  readonly profile?: DailyProfile;
}

export type GrowthPeriod = 'week' | 'month' | 'year';

/** Compound growth: a share for one `per`, above -1; below 0 the load shrinks. */
export interface Growth {
  readonly share: Stated<number>;
  readonly per: GrowthPeriod;
}

/** The load of each hour of a day as a share of the peak, hour 0 first; the largest is 1. */
export interface DailyProfile {
  /** Where the plan has the list, or the name of the shape. */
  readonly path: KeyPath;
  /** A typical shape, which is an assumption; undefined where the plan lists its own shares. */
  readonly shape: string | undefined;
  readonly shares: readonly Stated<number>[];
}

/** So many users, each waiting for an answer and then thinking before the next request. */
export interface ClosedWorkload extends WorkloadTokens {
  readonly kind: 'closed';
  readonly users: Stated<number>;
  readonly thinkTimeSeconds: Stated<number>;
}

/** Requests arrive at a rate, whatever the service does. */
export interface OpenWorkload extends WorkloadTokens {
  readonly kind: 'open';
  readonly ratePerSecond: Stated<number>;
  readonly peakFactor: Stated<number>;
}

export interface Target {
  readonly name: string;
  readonly path: KeyPath;
  readonly objectives: readonly Objective[];
}

/** One upper bound that a scenario is held to; `strict` is `<`, otherwise `<=`. */
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
  /** Time from asking for a node until it serves. */
  readonly startupSeconds: Stated<number>;
  readonly price: Price | undefined;
}

export const PRICE_PERIODS = ['hour', 'day', 'month', 'year'] as const;
export type PricePeriod = (typeof PRICE_PERIODS)[number];

export interface Price {
  /** As the plan states it: so much for one `per`. `path` is that of the scalar. */
  readonly amount: Stated<number>;
  readonly per: PricePeriod;
  readonly currency: string;
  /** Where the price comes from, in the plan's words. */
  readonly source: Stated<string> | undefined;
  /** ISO date (2026-01-31). */
  readonly date: Stated<string> | undefined;
}

/** An inference server with a model on one node type, with what is known of its speed. */
export interface Engine {
  readonly name: string;
  readonly path: KeyPath;
  readonly type: Stated<EngineType> | undefined;
  /** Undefined where the plan names none, or one that it does not define: a problem says so. */
  readonly node: NodeType | undefined;
  /** Where the engine names its node. */
  readonly nodePath: KeyPath | undefined;
  /** Servers of this engine on one node. */
  readonly servers: Stated<number>;
  readonly gpusPerServer: Stated<number> | undefined;
  readonly model: Stated<string> | undefined;
  readonly quantization: Stated<string> | undefined;
  readonly contextTokens: Stated<number> | undefined;
  readonly speculative: Stated<boolean> | undefined;
  readonly maxQueue: Stated<number> | undefined;
  readonly latencyFollows: Stated<'load' | 'parallel'>;
  readonly observations: readonly Observation[];
}

/** One known point of an engine's speed. Latencies are those of requests that succeeded. */
export interface Observation {
  /** Such as `/engines/ollama/observations/0`. */
  readonly path: KeyPath;
  readonly name: string | undefined;
  readonly source: Stated<Source>;
  readonly nodes: Stated<number>;
  readonly parallel: Stated<number> | undefined;
  readonly users: Stated<number> | undefined;
  readonly thinkTimeSeconds: Stated<number>;
  readonly ratePerSecond: Stated<number> | undefined;
  readonly throughputPerSecond: Reading | undefined;
  readonly latencySeconds: Reading | undefined;
  readonly percentileSeconds: Readonly<Partial<Record<Percentile, Reading>>>;
  readonly ttftSeconds: Reading | undefined;
  readonly tpotSeconds: Reading | undefined;
  readonly promptTokens: Stated<number> | undefined;
  readonly outputTokens: Stated<number> | undefined;
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
  /** Fixed by the plan; undefined where the scenario is sized. */
  readonly nodes: Stated<number> | undefined;
  readonly sizeFor: Stated<'slots' | 'target'>;
  /** The target that lint holds it to: its own, or the first of the file. */
  readonly target: Target | undefined;
  /** Where the scenario names its target; undefined where it is the first of the file. */
  readonly targetPath: KeyPath | undefined;
  /** The plan's workload with the scenario's overrides; undefined where neither states one. */
  readonly workload: Workload | undefined;
  readonly policy: Policy;
}
