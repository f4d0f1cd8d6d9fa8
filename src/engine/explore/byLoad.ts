/**
 * A second opinion on a scenario of an engine with `latencyFollows: parallel`: what its latency would be
 * if latency followed the load instead. Where a benchmark ran with fewer requests in flight than its
 * slots, the two differ, and the plan cannot know which holds.
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
  /** The source that was left out, or undefined where all observations count. */
  readonly without: Source | undefined;
  readonly latency: Figure;
  readonly verdicts: readonly TargetVerdict[];
}

/** With all observations, and where they are of several sources also without the worst of them. */
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
