/** All figures and verdicts of one scenario. */
import type { EngineAssessment, NotSized, ScenarioAssessment, TargetVerdict } from './assessment';
import type { Figure } from './figure';
import { deriveFigure, statedFigure } from './figures';
import { Fleet } from './fleet';
import { leaveUnjudged } from './judge';
import { evidenceOn, judgeFleet, outcomeFor } from './judgeFleet';
import { checkMemory } from './memory';
import { modelServer, type ServerModel } from './operate';
import type { Plan, Scenario, Workload } from './plan';
import { parallelRange } from './parallelRange';
import { STATED } from './provenance';
import { searchParallel } from './search';
import { nodesForSlotsFigure, nodesForTargetFigure } from './sizedNodes';
import { fewestNodesFor, sizeForSlots } from './sizing';

export function assessScenario(
  plan: Plan,
  scenario: Scenario,
  engine: EngineAssessment,
): ScenarioAssessment {
  const { workload } = scenario;
  if (!workload) return notSized(plan, scenario, engine, 'no-workload');
  const parallel = resolveParallel(plan, scenario, engine, workload);
  const model = modelServer(engine, parallel.value, workload);
  const nodes = countNodes(scenario, model, parallel);
  if (!nodes) return notSized(plan, scenario, engine, 'no-latency', parallel);
  return new AssessedScenario(plan, scenario, model, parallel, nodes);
}

/** The nodes of a scenario alone, without what they mean for latency and cost. */
export function sizeScenario(
  plan: Plan,
  scenario: Scenario,
  engine: EngineAssessment,
): Figure | undefined {
  const { workload } = scenario;
  if (!workload) return undefined;
  const parallel = resolveParallel(plan, scenario, engine, workload);
  return countNodes(scenario, modelServer(engine, parallel.value, workload), parallel);
}

class AssessedScenario extends Fleet implements ScenarioAssessment {
  readonly engine: EngineAssessment;
  readonly notSized = undefined;
  readonly verdicts: readonly TargetVerdict[];

  constructor(
    plan: Plan,
    readonly scenario: Scenario,
    model: ServerModel,
    parallel: Figure,
    nodes: Figure,
  ) {
    super(model, parallel, nodes, scenario.policy);
    this.engine = model.engine;
    this.verdicts = judgeFleet(plan.targets, this);
  }
}

function countNodes(scenario: Scenario, model: ServerModel, parallel: Figure): Figure | undefined {
  if (scenario.nodes) return statedFigure(scenario.nodes, 'nodes', 'nodes');
  const { policy, target } = scenario;
  const sizing = sizeForSlots(model, policy.headroom.value);
  if (!sizing) return undefined;
  const forSlots = nodesForSlotsFigure(model, sizing, parallel, policy);
  if (scenario.sizeFor.value === 'slots') return forSlots;
  const accepts = (n: number): boolean => outcomeFor(model, n, target, policy) === 'meets';
  const serving = fewestNodesFor(model, sizing.nodes, accepts);
  if (serving === undefined) return forSlots; // no number of nodes meets it: a finding says so
  return nodesForTargetFigure(
    forSlots,
    serving,
    policy,
    evidenceOn(model, serving, target, policy),
  );
}

/**
 * `auto`: the cheapest that meets the target, and fits into memory as far as that is known; where none
 * does, the one with the lowest latency.
 */
function resolveParallel(
  plan: Plan,
  scenario: Scenario,
  engine: EngineAssessment,
  workload: Workload,
): Figure {
  const { parallel, policy, target, sizeFor, nodes } = scenario;
  if (parallel.value !== 'auto') {
    return statedFigure({ ...parallel, value: parallel.value }, 'slots/server', 'parallel');
  }
  const { largest, byMemory } = parallelRange(plan, engine, workload);
  const result = searchParallel({
    engine,
    workload,
    policy,
    target,
    largestParallel: largest,
    sizeFor: sizeFor.value,
    fixedNodes: nodes && Math.max(0, nodes.value - policy.spare.value),
  });
  const found = result.meeting ?? result.undecided ?? result.fastest;
  // a choice, and known as such: what the memory rests on makes it no less so
  const inputs = byMemory ? { largest: byMemory } : {};
  return deriveFigure(
    'parallel.auto',
    found?.parallel ?? 1,
    'slots/server',
    inputs,
    'exact',
    STATED,
  );
}

function notSized(
  plan: Plan,
  scenario: Scenario,
  engine: EngineAssessment,
  why: NotSized,
  known?: Figure,
): ScenarioAssessment {
  const stated = scenario.parallel.value === 'auto' ? 1 : scenario.parallel.value;
  const parallel =
    known ?? statedFigure({ ...scenario.parallel, value: stated }, 'slots/server', 'parallel');
  const verdicts = plan.targets.map((target) => leaveUnjudged(target, 'not-sized'));
  return {
    scenario,
    engine,
    parallel,
    nodes: undefined,
    notSized: why,
    servingNodes: undefined,
    servers: undefined,
    slots: undefined,
    inFlight: undefined,
    load: undefined,
    queueDepth: undefined,
    utilisation: undefined,
    latency: undefined,
    waiting: undefined,
    throughput: undefined,
    cost: undefined,
    overloaded: false,
    memory: checkMemory(scenario.engine, scenario.workload, parallel),
    verdicts,
    restsOn: [],
  };
}
