/** Fixed nodes that certainly cannot answer what arrives: no latency can be given, and no target is met. */
import { queueingScenarios, type QueueingArgs } from './shared/overload';
import { defineRule, type Reports } from './shared/rule';

export const scenarioOverloaded = defineRule({
  code: 'scenario.overloaded',
  defaultSeverity: 'error',
  title: 'A scenario is overloaded, as the plan or measurements show',
  *check({ assessment }): Reports<QueueingArgs> {
    for (const { report, isCertain } of queueingScenarios(assessment)) {
      if (isCertain) yield report;
    }
  },
});
