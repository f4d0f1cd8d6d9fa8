/** Shows how each figure is computed: formulas with their numbers and labels, for every scenario. */
import { t } from '@vscode/l10n';
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
    `## ${t`Formulas`}`,
    ...scenarios.slice(0, MOST_DETAILED).map(scenarioBlock),
    left > 0 ? othersText(left) : undefined,
  );
}

function scenarioBlock(assessed: ScenarioAssessment): string {
  const formulas = labelledFormulas(figuresOf(assessed)).map(textOf);
  return blocks(
    `### ${titleOf(assessed.spec)}`,
    formulas.length > 0 ? bullets(formulas.map(escapeSentence)) : t`Nothing could be computed.`,
  );
}

/** Makes `waiting` a text of its own: a number of requests here, and a time elsewhere. */
const REQUESTS = '';

function figuresOf(assessed: ScenarioAssessment): readonly LabelledFigure[] {
  const { cost, memory } = assessed;
  return [
    { label: t`nodes`, figure: assessed.nodes },
    { label: t`slots`, figure: assessed.slots },
    { label: t`load`, figure: assessed.load },
    { label: t`waiting${REQUESTS}`, figure: assessed.queueDepth },
    { label: t`utilisation`, figure: assessed.utilisation },
    { label: t`latency`, figure: assessed.latency },
    { label: t`waiting`, figure: assessed.waiting },
    ...objectiveFigures(assessed.verdicts),
    { label: t`throughput`, figure: assessed.throughput },
    { label: t`cost per hour`, figure: cost?.perHour },
    { label: t`cost per month`, figure: cost?.perMonth },
    { label: t`cost per year`, figure: cost?.perYear },
    { label: t`cost by requests`, figure: cost?.per1000Requests },
    { label: t`cost by tokens`, figure: cost?.perMillionOutputTokens },
    { label: t`cost by users`, figure: cost?.perUserMonth },
    { label: t`memory needed`, figure: memory?.needed },
    { label: t`memory that can be used`, figure: memory?.usable },
    { label: t`largest \`parallel\``, figure: memory?.largestParallel },
    { label: t`largest \`context\``, figure: memory?.largestContext },
  ];
}

function othersText(left: number): string {
  return left === 1
    ? t`The other 1 scenarios have the same formulas. \`capacity-plan size --json\` has them all.`
    : t`The other ${left} scenarios have the same formulas. \`capacity-plan size --json\` has them all.`;
}
