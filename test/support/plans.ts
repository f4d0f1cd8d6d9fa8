/** Builds typed plans for tests of the engine, without any text. Tests give only differences from a plain plan. */
import { assess } from '../../src/engine/assess/assess';
import type { Assessment, ScenarioAssessment } from '../../src/engine/assess/assessment';
import type {
  Bound,
  Engine,
  KeyPath,
  NodeType,
  Observation,
  Plan,
  Policy,
  Reading,
  Scenario,
  Source,
  Stated,
  Target,
  OpenWorkload,
  Workload,
} from '../../src/engine/plan/plan';

export function stated<T>(value: T, path: KeyPath = '/test'): Stated<T> {
  return { value, path };
}

export function byDefault<T>(value: T): Stated<T> {
  return { value, path: undefined };
}

export function reading(value: number, bound: Exclude<Bound, 'undecided'> = 'exact'): Reading {
  return { value, bound, path: '/test' };
}

export function closed(users: number, thinkTimeSeconds = 0): Workload {
  return {
    kind: 'closed',
    users: stated(users, '/workload/users'),
    thinkTimeSeconds: thinkTimeSeconds === 0 ? byDefault(0) : stated(thinkTimeSeconds),
    promptTokens: undefined,
    outputTokens: undefined,
    serviceCv: byDefault(0.5),
  };
}

export function open(ratePerSecond: number): OpenWorkload {
  return {
    kind: 'open',
    ratePerSecond: stated(ratePerSecond, '/workload/rate'),
    peakFactor: byDefault(1),
    promptTokens: undefined,
    outputTokens: undefined,
    serviceCv: byDefault(0.5),
  };
}

export interface ObservationSketch extends Partial<Omit<Observation, 'source'>> {
  readonly source?: Source;
}

/** Builds an observation: `observe(8, 2.7)` is 2.7 s with 8 in flight on one server, measured. */
export function observe(
  parallel: number,
  seconds: number,
  { source = 'measured', ...given }: ObservationSketch = {},
): Observation {
  return {
    path: '/engines/engine/observations/0',
    name: undefined,
    nodes: byDefault(1),
    parallel: stated(parallel),
    users: undefined,
    thinkTimeSeconds: byDefault(0),
    ratePerSecond: undefined,
    throughputPerSecond: undefined,
    latencySeconds: reading(seconds),
    percentileSeconds: {},
    tokenPercentileSeconds: {},
    ttftSeconds: undefined,
    tpotSeconds: undefined,
    promptTokens: undefined,
    outputTokens: undefined,
    requests: undefined,
    errors: undefined,
    note: undefined,
    date: undefined,
    url: undefined,
    ...given,
    source: stated(source),
  };
}

/** Token lengths of a workload or an observation: `{ ...closed(100), ...tokens(1000, 200) }`. */
export function tokens(prompt: number, output: number) {
  return { promptTokens: stated(prompt), outputTokens: stated(output) };
}

export function node(pricePerHour: number | undefined, currency = 'USD'): NodeType {
  return {
    name: 'node',
    path: '/nodes/node',
    gpu: undefined,
    gpus: byDefault(1),
    memoryBytes: undefined,
    bandwidthBytesPerSecond: undefined,
    startupSeconds: { value: 300, path: undefined },
    price:
      pricePerHour === undefined
        ? undefined
        : {
            amount: stated(pricePerHour),
            per: 'hour',
            currency,
            source: undefined,
            date: undefined,
          },
  };
}

export function engine(observations: readonly Observation[], given: Partial<Engine> = {}): Engine {
  return {
    name: 'engine',
    path: '/engines/engine',
    type: undefined,
    node: node(1),
    nodePath: '/engines/engine/node',
    servers: byDefault(1),
    gpusPerServer: undefined,
    model: undefined,
    quantization: undefined,
    contextTokens: undefined,
    speculative: undefined,
    maxQueue: undefined,
    latencyFollows: byDefault('load'),
    observations,
    ...given,
  };
}

export function target(limitSeconds: number, strict = true, name = 'target'): Target {
  const path = `/targets/${name}`;
  const objective = { kind: 'latency', limitSeconds, strict, path: `${path}/latency` } as const;
  return { name, path, objectives: [objective] };
}

export const NO_POLICY: Policy = {
  headroom: byDefault(0),
  spare: byDefault(0),
  routing: byDefault('least-busy'),
};

export interface PlanSketch {
  readonly workload?: Workload;
  readonly policy?: Partial<Policy>;
  readonly targets?: readonly Target[];
  readonly engine: Engine;
  readonly scenarios?: readonly ScenarioSketch[];
}

export interface ScenarioSketch {
  readonly name?: string;
  readonly parallel: number | 'auto';
  readonly nodes?: number;
  readonly sizeFor?: 'slots' | 'target';
  readonly engine?: Engine;
}

export function planOf(sketch: PlanSketch): Plan {
  const workload = sketch.workload ?? closed(1000);
  const policy = { ...NO_POLICY, ...sketch.policy };
  const targets = sketch.targets ?? [];
  const sketches = sketch.scenarios ?? [];
  const engines = [...new Set([sketch.engine, ...sketches.map((s) => s.engine ?? sketch.engine)])];
  return {
    title: undefined,
    currency: 'USD',
    workload,
    targets,
    policy,
    nodes: [],
    engines,
    scenarios: sketches.map((s, index) =>
      scenarioOf(s, index, sketch.engine, workload, policy, targets),
    ),
  };
}

/** Assesses the only scenario of a plan. */
export function assessOne(
  sketch: Omit<PlanSketch, 'scenarios'>,
  scenario: ScenarioSketch,
): ScenarioAssessment {
  const [assessed] = assess(planOf({ ...sketch, scenarios: [scenario] })).scenarios;
  if (!assessed) throw new Error('one scenario was assessed');
  return assessed;
}

export function assessPlan(sketch: PlanSketch): Assessment {
  return assess(planOf(sketch));
}

function scenarioOf(
  sketch: ScenarioSketch,
  index: number,
  plain: Engine,
  workload: Workload,
  policy: Policy,
  targets: readonly Target[],
): Scenario {
  const name = sketch.name ?? String.fromCharCode(65 + index);
  const path = `/scenarios/${name}`;
  return {
    name,
    path,
    title: undefined,
    engine: sketch.engine ?? plain,
    enginePath: `${path}/engine`,
    parallel: stated(sketch.parallel, `${path}/parallel`),
    nodes: sketch.nodes === undefined ? undefined : stated(sketch.nodes, `${path}/nodes`),
    sizeFor: sketch.sizeFor === undefined ? byDefault('slots') : stated(sketch.sizeFor),
    target: targets[0],
    targetPath: undefined,
    workload,
    policy,
  };
}
