/** Weights and KV cache beyond a server's GPU memory: it spills over, does not start, or keeps requests waiting. */
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import type { MemoryCheck } from '../../engine/hardware/memory';
import type { Engine } from '../../engine/plan/plan';
import { hardwareOf, tokensOf } from './shared/absence';
import { parallelOf } from './shared/places';
import {
  defineRule,
  keyAt,
  valueAt,
  type Place,
  type RelatedReport,
  type Reports,
} from './shared/rule';

interface MemoryDoesNotFitArgs {
  readonly scenario: ScenarioAssessment;
  readonly memory: MemoryCheck;
}

export const memoryDoesNotFit = defineRule({
  code: 'memory.does-not-fit',
  defaultSeverity: 'warning',
  title: 'Weights and KV cache do not fit into a server’s GPU memory',
  *check({ assessment }): Reports<MemoryDoesNotFitArgs> {
    const said = new Set<Engine>();
    for (const { scenario, memory } of tooLarge(assessment)) {
      const { engine } = scenario.spec;
      const related = [relatedModel(engine)];
      const absent = [...hardwareOf(engine), ...tokensOf(scenario)];
      if (memory.weights.value <= memory.usable.value) {
        yield { at: parallelOf(scenario), args: { scenario, memory }, related, absent };
      } else if (!said.has(engine)) {
        // No scenario on this engine fits, whatever its slots: said once, where the model is named.
        said.add(engine);
        yield { at: modelPlace(engine), args: { scenario, memory }, absent };
      }
    }
  },
});

interface TooLarge {
  readonly scenario: ScenarioAssessment;
  readonly memory: MemoryCheck;
}

function tooLarge({ scenarios }: Assessment): readonly TooLarge[] {
  return scenarios.flatMap((scenario) => {
    const { memory } = scenario;
    return memory?.fit === 'does-not-fit' ? [{ scenario, memory }] : [];
  });
}

function relatedModel(engine: Engine): RelatedReport {
  return { at: modelPlace(engine), role: 'engine', name: engine.name };
}

function modelPlace({ model, path }: Engine): Place {
  return model?.path === undefined ? keyAt(path) : valueAt(model.path);
}
