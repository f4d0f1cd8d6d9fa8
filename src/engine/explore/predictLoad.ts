/** What an engine's observations predict for a load: that of a run, or of production. */
import { assessScenario } from '../assess/assessScenario';
import type { EngineAssessment } from '../curve/engineAssessment';
import type { LatencyBand } from '../curve/latencyBand';
import type { Figure } from '../figure/figure';
import type { Engine, Plan, Policy, Scenario, Stated, Target, Workload } from '../plan/plan';

/** A load, and what its requests were like. */
export interface ServedLoad {
  readonly by:
    | { readonly kind: 'users'; readonly users: number; readonly thinkTimeSeconds: number }
    /** Random arrivals. */
    | { readonly kind: 'rate'; readonly perSecond: number };
  /** Servers that shared it. */
  readonly servers: number;
  /** Slots of a server; undefined for those of the plan. */
  readonly parallel: number | undefined;
  readonly promptTokens: ServedLength | undefined;
  readonly outputTokens: ServedLength | undefined;
  /** Share of the prompt tokens from a prefix cache. */
  readonly cachedShare: number | undefined;
}

export interface ServedLength {
  readonly mean: number;
  /** Coefficient of variation; undefined if nobody says how lengths vary. */
  readonly cv?: number | undefined;
}

export interface PredictedTimes {
  readonly latency: Figure | undefined;
  /** 80 % band of the latency; undefined if it was observed directly, is a bound, or follows from few points. */
  readonly band: LatencyBand | undefined;
  readonly ttft: Figure | undefined;
  readonly tpot: Figure | undefined;
  /** The servers cannot keep up, by what is known: there is no latency. */
  readonly isOverloaded: boolean;
}

export function predictLoad(
  plan: Plan,
  engine: EngineAssessment,
  load: ServedLoad,
): PredictedTimes {
  const { spec } = engine;
  const scenario: Scenario = {
    name: spec.name,
    path: spec.path,
    title: undefined,
    engine: spec,
    enginePath: spec.path,
    parallel: stated(load.parallel ?? slotsOf(plan, spec)),
    nodes: stated(1),
    sizeFor: stated('slots'),
    target: undefined,
    targetPath: undefined,
    workload: workloadOf(spec, load),
    policy: ALONE,
  };
  const assessed = assessScenario(plan, scenario, engine);
  const { objectives } = assessed.verdictOn(TOKEN_TIMES);
  const timeOf = (kind: string): Figure | undefined =>
    objectives.find(({ objective }) => objective.kind === kind)?.figure;
  const { latency, band, overloaded: isOverloaded } = assessed;
  return { latency, band, ttft: timeOf('ttft'), tpot: timeOf('tpot'), isOverloaded };
}

function stated<T>(value: T): Stated<T> {
  return { value, path: undefined };
}

const ALONE: Policy = { headroom: stated(0), spare: stated(0), routing: stated('least-busy') };

/** No limit applies: verdicts on these say what both times are. */
const TOKEN_TIMES: Target = {
  name: 'measured',
  path: '',
  objectives: [
    { kind: 'ttft', limitSeconds: 1, strict: false, path: '' },
    { kind: 'tpot', limitSeconds: 1, strict: false, path: '' },
  ],
};

/** Slots of the engine in the plan's first scenario of it: what it is measured with, as far as anybody says. */
function slotsOf({ scenarios }: Plan, { path }: Engine): number {
  const ofEngine = scenarios.find(({ engine }) => engine.path === path);
  const value = ofEngine?.parallel.value;
  return typeof value === 'number' ? value : MANY_SLOTS;
}

/** Slots where the plan has no scenario of the engine: more than a run keeps busy, as vLLM and SGLang have. */
const MANY_SLOTS = 256;

/** The share of the load that all servers of one node have. */
function workloadOf(engine: Engine, load: ServedLoad): Workload {
  const { by, servers, promptTokens, outputTokens, cachedShare } = load;
  const share = engine.servers.value / servers;
  const tokens = {
    promptTokens: promptTokens && stated(promptTokens.mean),
    outputTokens: outputTokens && stated(outputTokens.mean),
    ...(promptTokens?.cv !== undefined && { promptTokensCv: stated(promptTokens.cv) }),
    ...(outputTokens?.cv !== undefined && { outputTokensCv: stated(outputTokens.cv) }),
    ...(cachedShare !== undefined && { cachedTokens: stated(cachedShare) }),
    serviceCv: stated(outputTokens?.cv ?? 0),
  };
  switch (by.kind) {
    case 'users':
      return {
        ...tokens,
        kind: 'closed',
        users: stated(Math.max(1, Math.round(by.users * share))),
        thinkTimeSeconds: stated(by.thinkTimeSeconds),
      };
    case 'rate':
      return {
        ...tokens,
        kind: 'open',
        ratePerSecond: stated(by.perSecond * share),
        peakFactor: stated(1),
      };
  }
}
