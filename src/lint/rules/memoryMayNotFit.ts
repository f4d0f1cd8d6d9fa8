/** A need so close to a server's GPU memory that the estimate does not tell if it fits. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { MemoryCheck } from '../../engine/hardware/memory';
import { hardwareOf, tokensOf } from './shared/absence';
import { parallelOf } from './shared/places';
import { defineRule, type Reports } from './shared/rule';

interface MemoryMayNotFitArgs {
  readonly scenario: ScenarioAssessment;
  readonly memory: MemoryCheck;
}

export const memoryMayNotFit = defineRule({
  code: 'memory.may-not-fit',
  defaultSeverity: 'information',
  title: 'Weights and KV cache may not fit into a server’s GPU memory',
  *check({ assessment: { scenarios } }): Reports<MemoryMayNotFitArgs> {
    for (const scenario of scenarios) {
      const { memory } = scenario;
      if (memory?.fit !== 'may-not-fit') continue;
      const absent = [...hardwareOf(scenario.spec.engine), ...tokensOf(scenario)];
      yield { at: parallelOf(scenario), args: { scenario, memory }, absent };
    }
  },
});
