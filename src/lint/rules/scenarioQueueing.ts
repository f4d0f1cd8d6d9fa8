/**
 * Fixed nodes with more requests in flight than slots, that turn requests away, or likely with more arrivals than they
 * can answer.
 */
import { queueingScenarios, type QueueingArgs } from './shared/overload';
import { defineRule, type Reports } from './shared/rule';

export const scenarioQueueing = defineRule({
  code: 'scenario.queueing',
  defaultSeverity: 'warning',
  title: 'A scenario has more concurrent requests than slots, or turns requests away',
  *check({ assessment }): Reports<QueueingArgs> {
    for (const { report, isCertain } of queueingScenarios(assessment)) {
      if (!isCertain) yield report;
    }
  },
});
