/** Assesses a plan: one pass, no clock, no randomness. Views read the result and compute nothing. */
import { assessScenario } from './assessScenario';
import type { Assessment, EngineAssessment } from './assessment';
import { buildCurve } from './curve';
import { assessObservation } from './littlesLaw';
import type { Engine, Plan } from './plan';

export function assess(plan: Plan): Assessment {
  const byEngine = new Map(plan.engines.map((engine) => [engine, assessEngine(engine)]));
  const scenarios = plan.scenarios.map((scenario) =>
    assessScenario(plan, scenario, byEngine.get(scenario.engine) ?? assessEngine(scenario.engine)),
  );
  return { plan, engines: [...byEngine.values()], scenarios };
}

/** An engine with what its observations say of it. */
export function assessEngine(engine: Engine): EngineAssessment {
  const observations = engine.observations.map((observation) =>
    assessObservation(observation, engine),
  );
  return { engine, observations, curve: buildCurve(engine, observations) };
}
