/** Shows how each figure is computed: formulas with their numbers and labels, for every scenario. */
import { textOf } from '../messages/formulas';
import { labelledFormulas, type LabelledFigure } from '../messages/labelledFormulas';
import { blocks, bullets, escapeSentence } from '../messages/markdown';
import { objectiveFigures } from '../messages/objectiveFigures';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { titleOf } from './words';

/** Maximum number of detailed scenarios: the table has all. */
const MOST_DETAILED = 40;

export function figuresSection({ scenarios }: Assessment): string | undefined {
  if (scenarios.length === 0) return undefined;
  const left = scenarios.length - MOST_DETAILED;
  return blocks(
    '## Formulas',
    ...scenarios.slice(0, MOST_DETAILED).map(scenarioBlock),
    left > 0
      ? `The other ${left} scenarios have the same formulas. \`capacity-plan size --json\` has them all.`
      : undefined,
  );
}

function scenarioBlock(assessed: ScenarioAssessment): string {
  const formulas = labelledFormulas(figuresOf(assessed)).map(textOf);
  return blocks(
    `### ${titleOf(assessed.spec)}`,
    formulas.length > 0 ? bullets(formulas.map(escapeSentence)) : 'Nothing could be computed.',
  );
}

function figuresOf(assessed: ScenarioAssessment): readonly LabelledFigure[] {
  const { cost, memory } = assessed;
  return [
    { label: 'nodes', figure: assessed.nodes },
    { label: 'slots', figure: assessed.slots },
    { label: 'load', figure: assessed.load },
    { label: 'waiting', figure: assessed.queueDepth },
    { label: 'utilisation', figure: assessed.utilisation },
    { label: 'latency', figure: assessed.latency },
    { label: 'waiting', figure: assessed.waiting },
    ...objectiveFigures(assessed.verdicts),
    { label: 'throughput', figure: assessed.throughput },
    { label: 'cost per hour', figure: cost?.perHour },
    { label: 'cost per month', figure: cost?.perMonth },
    { label: 'cost per year', figure: cost?.perYear },
    { label: 'cost by requests', figure: cost?.per1000Requests },
    { label: 'cost by tokens', figure: cost?.perMillionOutputTokens },
    { label: 'cost by users', figure: cost?.perUserMonth },
    { label: 'memory needed', figure: memory?.needed },
    { label: 'memory that can be used', figure: memory?.usable },
    { label: 'largest `parallel`', figure: memory?.largestParallel },
    { label: 'largest `context`', figure: memory?.largestContext },
  ];
}
