/** An objective that is met, but on less than measurements. */
import type { ScenarioAssessment, VerdictReason } from '../../engine/assessment';
import type { ObjectiveArgs } from '../ruleArgs';
import { loadToMeasure } from '../../engine/loadToMeasure';
import { evidenceFor, knowledgeOf, tokensOf } from './absence';
import { ownVerdicts, relatedToMiss } from './objectives';
import { parallelOf, sizeOf } from './places';
import { defineRule } from './rule';

export const targetUnverified = defineRule({
  code: 'target.unverified',
  defaultSeverity: 'information',
  title: 'A scenario meets its target by what is known, which is less than measurements',
  *check({ assessment }) {
    let said: ScenarioAssessment | undefined;
    for (const args of ownVerdicts(assessment)) {
      const { scenario, verdict } = args;
      // one objective a scenario is enough: what is missing is mostly the same for all
      if (verdict.outcome !== 'meets' || verdict.verified || scenario === said) continue;
      said = scenario;
      const at = verdict.objective.kind === 'budget' ? sizeOf(scenario) : parallelOf(scenario);
      yield {
        at,
        args: { ...args, measureAt: helpfulLoad(args) },
        related: relatedToMiss(args),
        absent: [
          ...evidenceFor(verdict.objective.kind, scenario),
          ...scenario.restsOn.flatMap(({ observation }) => knowledgeOf(observation)),
          ...tokensOf(scenario),
        ],
      };
    }
  },
});

/** No measurement would replace what the engine does not model, lengths that need only be stated, or a price that is about right. */
const HELPED = new Set<VerdictReason>([
  'not-measured',
  'lighter-load',
  'tokens-differ',
  'within-band',
]);

const SAID_ELSEWHERE = new Set<VerdictReason>(['extrapolated', 'exceeds-memory', 'single-slot']);

/**
 * Where the latency lies outside what was observed, `scenario.extrapolated` says what to measure; what does not
 * fit into memory, or has one slot whatever it says, is to be changed first.
 */
function helpfulLoad({ scenario, verdict }: ObjectiveArgs): number | undefined {
  const { objective, reasons } = verdict;
  if (objective.kind === 'budget' || reasons.some((reason) => SAID_ELSEWHERE.has(reason)))
    return undefined;
  if (!reasons.some((reason) => HELPED.has(reason))) return undefined;
  const { engine, load, parallel } = scenario;
  return loadToMeasure(engine.curve, load?.value, parallel.value);
}
