/**
 * Fixed nodes with more requests in flight than slots, that turn requests away, or likely with more arrivals than they
 * can answer.
 */
import { queueingScenarios } from './shared/overload';
import { defineRule } from './rule';

export const scenarioQueueing = defineRule({
  code: 'scenario.queueing',
  defaultSeverity: 'warning',
  title: 'A scenario has more requests in flight than slots, or turns requests away',
  *check({ assessment }) {
    for (const { report, isCertain } of queueingScenarios(assessment)) {
      if (!isCertain) yield report;
    }
  },
});
