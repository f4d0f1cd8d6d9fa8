/**
 * Judges a scenario with `latencyFollows: parallel` as if latency followed the load. The two differ if a benchmark ran
 * with fewer requests in flight than slots. The plan cannot know which is right.
 */
import type { ScenarioAssessment } from '../assess/assessment';
import { buildCurve } from '../curve/curve';
import type { Figure } from '../figure/figure';
import { Fleet } from '../fleet/fleet';
import { modelServer } from '../fleet/operate';
import { SOURCES, type Source } from '../plan/plan';
import { judgeFleet } from '../verdict/judgeFleet';
import type { TargetVerdict } from '../verdict/verdict';

export interface ByLoadOpinion {
  /** Source that was left out; undefined if all observations count. */
  readonly without: Source | undefined;
  readonly latency: Figure;
  readonly verdicts: readonly TargetVerdict[];
}

/** Opinions with all observations, and without the worst source if there are several. */
export function judgeByLoad(scenario: ScenarioAssessment): readonly ByLoadOpinion[] {
  const sources = scenario.engine.observations.map(({ observation }) => observation.source.value);
  const worst = [...SOURCES].reverse().find((source) => sources.includes(source));
  const all = opinion(scenario, undefined);
  const some = sources.some((source) => source !== worst) ? opinion(scenario, worst) : undefined;
  return [all, some].filter((found) => found !== undefined);
}

function opinion(
  assessed: ScenarioAssessment,
  without: Source | undefined,
): ByLoadOpinion | undefined {
  const { spec: scenario, engine, nodes, parallel } = assessed;
  if (!nodes || !scenario.workload) return undefined;
  const observations = engine.observations.filter(
    ({ observation }) => observation.source.value !== without,
  );
  const curve = buildCurve(engine.spec, observations, 'load');
  const byLoad = { ...engine, observations, curve };
  const model = modelServer(byLoad, parallel.value, scenario.workload);
  const fleet = new Fleet(model, parallel, nodes, scenario.policy);
  if (!fleet.latency) return undefined;
  const targets = assessed.verdicts.map(({ target }) => target);
  return { without, latency: fleet.latency, verdicts: judgeFleet(targets, fleet) };
}
