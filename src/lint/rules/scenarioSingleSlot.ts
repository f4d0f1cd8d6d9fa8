/** Several slots for a model that Ollama serves one request at a time. */
import { isSingleSlotOnOllama } from '../../engine/catalog';
import { parallelOf } from './places';
import { defineRule } from './rule';

export const scenarioSingleSlot = defineRule({
  code: 'scenario.single-slot',
  defaultSeverity: 'warning',
  title: 'Ollama serves this model one request at a time, whatever `parallel` says',
  *check({ assessment }) {
    for (const assessed of assessment.scenarios) {
      const { type, model } = assessed.scenario.engine;
      if (type?.value !== 'ollama' || !model || assessed.parallel.value <= 1) continue;
      if (!isSingleSlotOnOllama(model.value)) continue;
      yield { at: parallelOf(assessed), args: { scenario: assessed, model: model.value } };
    }
  },
});
