/** How each figure came about: the formulas with their numbers, for every scenario. */
import { explainFigure, textOf } from '../catalogue/formulas';
import { blocks, bullets, escapeSentence } from '../catalogue/markdown';
import type { Assessment, ScenarioAssessment } from '../engine/assessment';
import type { Figure } from '../engine/figure';
import { titleOf } from './words';

/** Beyond that a report helps nobody: the table has every scenario. */
const MOST_DETAILED = 40;

export function figuresSection({ scenarios }: Assessment): string | undefined {
  if (scenarios.length === 0) return undefined;
  const left = scenarios.length - MOST_DETAILED;
  return blocks(
    '## How each figure came about',
    ...scenarios.slice(0, MOST_DETAILED).map(scenarioBlock),
    left > 0
      ? `The other ${left} scenarios came about the same way; \`capacity-plan size --json\` has every formula.`
      : undefined,
  );
}

function scenarioBlock(assessed: ScenarioAssessment): string {
  const { cost, memory } = assessed;
  const formulas = formulasOf([
    assessed.nodes,
    assessed.slots,
    assessed.load,
    assessed.queueDepth,
    assessed.utilisation,
    assessed.latency,
    assessed.waiting,
    assessed.throughput,
    cost?.perHour,
    cost?.perMonth,
    cost?.perYear,
    cost?.per1000Requests,
    cost?.perMillionOutputTokens,
    cost?.perUserMonth,
    memory?.needed,
    memory?.usable,
    memory?.largestParallel,
    memory?.largestContext,
  ]);
  return blocks(
    `### ${titleOf(assessed.scenario)}`,
    formulas.length > 0 ? bullets(formulas.map(escapeSentence)) : 'Nothing could be computed.',
  );
}

/** Each formula once, after those that it builds on. */
function formulasOf(figures: readonly (Figure | undefined)[]): readonly string[] {
  const texts = figures.flatMap((figure) =>
    figure ? [...explainFigure(figure)].reverse().map(textOf) : [],
  );
  return [...new Set(texts)];
}
