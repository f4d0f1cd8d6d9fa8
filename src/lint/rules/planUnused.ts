/** An engine that no scenario uses, or a node that no engine runs on. */
import { SEVERITY_OF_PROBLEM } from '../problemRules';
import { defineRule, keyAt, type Reports } from './shared/rule';

interface PlanUnusedArgs {
  readonly kind: 'engine' | 'node';
  readonly name: string;
}

export const planUnused = defineRule({
  code: 'plan.unused',
  defaultSeverity: 'hint',
  title: 'An engine that no scenario uses, or a node that no engine runs on',
  *check({ assessment: { plan }, document }): Reports<PlanUnusedArgs> {
    // what could not be read may be what uses it
    const isPartial = document.problems.some(({ code }) => SEVERITY_OF_PROBLEM[code] === 'error');
    if (isPartial || plan.scenarios.length === 0) return;
    const engines = new Set([
      ...plan.scenarios.map(({ engine }) => engine),
      ...plan.engines.flatMap(({ like }) => like ?? []),
    ]);
    const nodes = new Set(
      plan.engines.flatMap(({ node, otherNodes = [] }) => [
        node,
        ...otherNodes.map((other) => other.node),
      ]),
    );
    for (const engine of plan.engines) {
      if (engines.has(engine)) continue;
      yield { at: keyAt(engine.path), args: { kind: 'engine', name: engine.name } };
    }
    for (const node of plan.nodes) {
      if (nodes.has(node)) continue;
      yield { at: keyAt(node.path), args: { kind: 'node', name: node.name } };
    }
  },
});
