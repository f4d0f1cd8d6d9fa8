/** Fixed nodes that certainly cannot answer what arrives: no latency can be given, and no target is met. */
import { queueingScenarios } from './shared/overload';
import { defineRule } from './rule';

export const scenarioOverloaded = defineRule({
  code: 'scenario.overloaded',
  defaultSeverity: 'error',
  title: 'A scenario can never answer what arrives, as the plan or measurements show',
  *check({ assessment }) {
    for (const { report, isCertain } of queueingScenarios(assessment)) {
      if (isCertain) yield report;
    }
  },
});
