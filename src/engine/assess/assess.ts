/** Assesses a plan in one pass, without clock or randomness. Views read the result and compute nothing. */
import { buildCurve } from '../curve/curve';
import type { EngineAssessment } from '../curve/engineAssessment';
import { engineAt } from '../curve/tokenCurves';
import { assessObservation } from '../observation/littlesLaw';
import type { Engine, Plan } from '../plan/plan';
import { assessScenario } from './assessScenario';
import type { Assessment } from './assessment';

export function assess(plan: Plan): Assessment {
  const { workload } = plan;
  const assessAt = (engine: Engine): EngineAssessment => {
    const assessed = assessEngine(engine);
    return workload ? engineAt(assessed, workload) : assessed;
  };
  const byEngine = new Map(plan.engines.map((engine) => [engine, assessAt(engine)]));
  const scenarios = plan.scenarios.map((scenario) =>
    assessScenario(plan, scenario, byEngine.get(scenario.engine) ?? assessAt(scenario.engine)),
  );
  return { plan, engines: [...byEngine.values()], scenarios };
}

/** Assesses an engine: its observations and the curve through them. */
export function assessEngine(engine: Engine): EngineAssessment {
  const observations = engine.observations.map((observation) =>
    assessObservation(observation, engine),
  );
  return { spec: engine, observations, curve: buildCurve(engine, observations) };
}
