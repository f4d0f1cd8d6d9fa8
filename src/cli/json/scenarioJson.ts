/** Writes a scenario as JSON: its fleet, cost, latency, memory, verdicts and growth. */
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import { findFrontier } from '../../engine/recommend/frontier';
import { dayJson, growthJson } from './changeJson';
import { costJson } from './costJson';
import { lazyList } from './lazyList';
import { figureJson, figureOrNull } from './figureJson';
import { memoryJson } from './memoryJson';
import { sensitivityJson } from './sensitivityJson';
import { verdictJson } from './verdictJson';

export type ScenarioJson = ReturnType<typeof scenarioJson>;

export function scenariosJson(assessment: Assessment): Iterable<ScenarioJson> {
  const { dominated } = findFrontier(assessment);
  return lazyList(assessment.scenarios, (scenario) =>
    // views cache by the assessment object: a copy lets the cache go once the scenario is written
    scenarioJson({ ...assessment }, scenario, dominated.get(scenario)),
  );
}

function scenarioJson(
  assessment: Assessment,
  assessed: ScenarioAssessment,
  dominatedBy: ScenarioAssessment | undefined,
) {
  const {
    spec: scenario,
    parallel,
    notSized,
    overloaded,
    cost,
    verdicts,
    citedObservations: restsOn,
  } = assessed;
  return {
    name: scenario.name,
    title: scenario.title ?? null,
    path: scenario.path,
    engine: scenario.engine.name,
    notSized: notSized ?? null,
    overloaded,
    parallel: figureJson(parallel),
    nodes: figureOrNull(assessed.nodes),
    servingNodes: figureOrNull(assessed.servingNodes),
    servers: figureOrNull(assessed.servers),
    slots: figureOrNull(assessed.slots),
    inFlight: figureOrNull(assessed.inFlight),
    load: figureOrNull(assessed.load),
    queueDepth: figureOrNull(assessed.queueDepth),
    utilisation: figureOrNull(assessed.utilisation),
    latency: figureOrNull(assessed.latency),
    waiting: figureOrNull(assessed.waiting),
    throughput: figureOrNull(assessed.throughput),
    cost: costJson(cost),
    memory: memoryJson(assessed),
    verdicts: verdicts.map(verdictJson),
    /** Key paths of the observations that its latency is based on. */
    restsOn: restsOn.map(({ observation }) => observation.path),
    dominatedBy: dominatedBy?.spec.name ?? null,
    sensitivity: sensitivityJson(assessment, assessed),
    growth: growthJson(assessment, assessed),
    day: dayJson(assessment, assessed),
  };
}
