/**
 * Where a plan says what a finding misses. What could not be read there has a problem of its own, and what only
 * follows from its absence is not said (`absent` of a report).
 */
import type { ScenarioAssessment } from '../../../engine/assess/assessment';
import { memoize } from '../../../engine/util/memoize';
import { recordByPercentile } from '../../../engine/plan/percentiles';
import type { Engine, KeyPath, Observation, Objective } from '../../../engine/plan/plan';
import { joinPath } from '../../../plan/keyPath';

/** What an engine's speed is known by: one observation less may be the one that tells. */
export function evidenceOf(engine: Engine): readonly KeyPath[] {
  return [joinPath(engine.path, 'observations')];
}

/** What bears on one objective: a time that an observation states, or what the node costs. */
export function evidenceFor(
  kind: Objective['kind'],
  assessed: ScenarioAssessment,
): readonly KeyPath[] {
  const { engine } = assessed.spec;
  if (kind === 'budget') return priceOf(engine);
  const stated = timesOf(engine)(TIMES[kind]);
  return kind === 'tpot' ? [...stated, ...tokensOf(assessed)] : stated;
}

/** The same for every scenario of an engine, of which both may be thousands. */
const timesOf = memoize((engine: Engine) =>
  memoize((keys: readonly string[]): readonly KeyPath[] => [
    ...evidenceOf(engine),
    ...engine.observations.flatMap(({ path }) => keys.map((key) => joinPath(path, key))),
  ]),
);

const TIMES: Readonly<Record<Exclude<Objective['kind'], 'budget'>, readonly string[]>> = {
  latency: ['latency'],
  ...recordByPercentile((percentile) => [percentile]),
  ttft: ['ttft'],
  tpot: ['tpot', 'ttft', 'latency', 'outputTokens'],
  rejected: ['rejected'],
};

/** How well an observation is known, and with which lengths it was taken. */
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

/** What makes the memory and the bandwidth of a server. */
export function hardwareOf({ path, node }: Engine): readonly KeyPath[] {
  const own = ['type', 'servers', 'gpusPerServer', 'context'].map((key) => joinPath(path, key));
  const ofNode = ['gpus', 'memory', 'bandwidth'];
  return [...own, ...(node ? ofNode.map((key) => joinPath(node.path, key)) : [])];
}

/** A field of the policy that a scenario is sized by. */
export function policyOf({ spec: scenario }: ScenarioAssessment, key: string): readonly KeyPath[] {
  return [`/policy/${key}`, joinPath(joinPath(scenario.path, 'policy'), key)];
}
