/** Writes page one: what to decide, what it costs, how sure that is, and what may change it. */
import { t } from '@vscode/l10n';
import type { Analysis } from '../lint/analysis';
import type { Assessment } from '../engine/assess/assessment';
import { blocks, numbered } from '../messages/markdown';
import { chosenOptions, decisionsOf, decisionText } from './decision';
import { factsOf, titleText } from './head';
import type { Illustrations } from './illustrations';
import { nextBenchmark } from './next';
import { optionTable } from './optionTable';
import { riskLines } from './risks';

export function pageOne(
  analysis: Analysis,
  assessment: Assessment,
  fileName: string,
  illustrations: Illustrations,
): string {
  const decisions = decisionsOf(assessment);
  const chosen = chosenOptions(decisions);
  const risks = riskLines(analysis, chosen);
  const benchmark = nextBenchmark(assessment);
  return blocks(
    titleText(assessment.plan, fileName),
    `## ${t`Decision`}`,
    decisionText(decisions),
    illustrations.tradeOff(assessment),
    optionTable(assessment, chosen),
    legend(),
    risks.length > 0 ? blocks(`## ${t`Largest risks`}`, numbered(risks)) : undefined,
    benchmark && blocks(`## ${t`Next benchmark`}`, benchmark),
    blocks(`## ${t`Plan`}`, factsOf(assessment.plan)),
  );
}

function legend(): string {
  return t`✓ meets, ✗ misses, ? undecided. ✓? and ✗?: no benchmark of your own shows it yet.`;
}
