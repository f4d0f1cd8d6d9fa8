/** Several slots for a model that Ollama serves one request at a time. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import { exceedsSlots } from '../../engine/hardware/singleSlot';
import { parallelOf } from './shared/places';
import { defineRule, type Reports } from './shared/rule';

interface ScenarioSingleSlotArgs {
  readonly scenario: ScenarioAssessment;
  readonly model: string;
}

export const scenarioSingleSlot = defineRule({
  code: 'scenario.single-slot',
  defaultSeverity: 'warning',
  title: 'Ollama serves this model one request at a time',
  *check({ assessment }): Reports<ScenarioSingleSlotArgs> {
    for (const assessed of assessment.scenarios) {
      const { engine } = assessed.spec;
      const { model } = engine;
      if (!model || !exceedsSlots(assessed.parallel, engine)) continue;
      yield { at: parallelOf(assessed), args: { scenario: assessed, model: model.value } };
    }
  },
});
