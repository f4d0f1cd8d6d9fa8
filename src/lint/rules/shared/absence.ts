/**
 * Lists the paths that hold the missing input of a finding. An unreadable path has a problem of its own. A finding
 * that only follows from its absence is left out (`absent` of a report).
 */
import type { ScenarioAssessment } from '../../../engine/assess/assessment';
import { memoize } from '../../../engine/util/cache';
import { partsOf } from '../../../engine/plan/objectives';
import { recordByPercentile, recordOf } from '../../../engine/plan/percentiles';
import {
  TOKEN_PERCENTILES,
  type Engine,
  type KeyPath,
  type Observation,
  type Objective,
} from '../../../engine/plan/plan';
import { joinPath } from '../../../plan/keyPath';

/** Paths of the evidence for an engine's speed. An unreadable observation may be the missing one. */
export function evidenceOf(engine: Engine): readonly KeyPath[] {
  return [joinPath(engine.path, 'observations')];
}

/** Paths of the evidence for one objective: a time that an observation states, or the node's price. */
export function evidenceFor(
  kind: Objective['kind'],
  assessed: ScenarioAssessment,
): readonly KeyPath[] {
  const { engine } = assessed.spec;
  if (kind === 'budget') return priceOf(engine);
  const stated = timesOf(engine)(TIMES[kind]);
  return kind === 'tpot' ? [...stated, ...tokensOf(assessed)] : stated;
}

/** Collects once for all scenarios of an engine: both may be thousands. */
const timesOf = memoize((engine: Engine) =>
  memoize((keys: readonly string[]): readonly KeyPath[] => [
    ...evidenceOf(engine),
    ...engine.observations.flatMap(({ path }) => keys.map((key) => `${path}/${key}`)),
  ]),
);

const TIMES: Readonly<Record<Exclude<Objective['kind'], 'budget'>, readonly string[]>> = {
  latency: ['latency'],
  ...recordByPercentile((percentile) => [percentile]),
  ttft: ['ttft', 'ttft/mean'],
  ...recordOf(TOKEN_PERCENTILES, (kind) => [kind.replace('.', '/'), partsOf(kind).of]),
  tpot: ['tpot', 'tpot/mean', 'ttft', 'ttft/mean', 'latency', 'outputTokens'],
  rejected: ['rejected'],
};

/** Paths that say how well an observation is known, and its token lengths. */
export function knowledgeOf({ path }: Observation): readonly KeyPath[] {
  return ['source', 'requests', 'promptTokens', 'outputTokens'].map((key) => joinPath(path, key));
}

export function tokensOf({ spec: scenario }: ScenarioAssessment): readonly KeyPath[] {
  const workloads = ['/workload', joinPath(scenario.path, 'workload')];
  return workloads.flatMap((path) => [
    joinPath(path, 'promptTokens'),
    joinPath(path, 'outputTokens'),
  ]);
}

export function priceOf({ path, node }: Engine): readonly KeyPath[] {
  return [joinPath(path, 'node'), ...(node ? [joinPath(node.path, 'price')] : [])];
}

/** Paths that decide the memory and the bandwidth of a server. */
export function hardwareOf({ path, node }: Engine): readonly KeyPath[] {
  const own = ['type', 'servers', 'gpusPerServer', 'context'].map((key) => joinPath(path, key));
  const ofNode = ['gpus', 'memory', 'bandwidth'];
  return [...own, ...(node ? ofNode.map((key) => joinPath(node.path, key)) : [])];
}

/** Path of a policy field that sizes a scenario. */
export function policyOf({ spec: scenario }: ScenarioAssessment, key: string): readonly KeyPath[] {
  return [`/policy/${key}`, joinPath(joinPath(scenario.path, 'policy'), key)];
}
