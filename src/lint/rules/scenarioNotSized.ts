/** A scenario without a number of nodes, because the plan does not know enough. */
import type { UnsizedScenario } from '../../engine/assess/assessment';
import { missingForEstimate, type KeyForEstimate } from '../../engine/curve/serverHardware';
import { evidenceOf } from './shared/absence';
import { defineRule, valueAt, type Reports } from './shared/rule';

interface ScenarioNotSizedArgs {
  readonly scenario: UnsizedScenario;
  /** Keys that an estimate without observations needs; empty if other evidence is missing. */
  readonly missing: readonly KeyForEstimate[];
}

export const scenarioNotSized = defineRule({
  code: 'scenario.not-sized',
  defaultSeverity: 'information',
  title: 'A scenario cannot be sized',
  *check({ assessment, document }): Reports<ScenarioNotSizedArgs> {
    for (const scenario of assessment.scenarios) {
      if (!scenario.notSized) continue;
      // a workload that is missing or unreadable has its own problem, once for all scenarios
      if (scenario.notSized === 'no-workload' && document.problems.length > 0) continue;
      const { enginePath, engine, workload } = scenario.spec;
      const missing =
        workload && engine.observations.length === 0 ? missingForEstimate(engine, workload) : [];
      yield { at: valueAt(enginePath), args: { scenario, missing }, absent: evidenceOf(engine) };
    }
  },
});
