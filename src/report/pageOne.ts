/** Writes page one: what to decide, what it costs, how sure that is, and what may change it. */
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
    '## Decision',
    decisionText(decisions),
    illustrations.tradeOff(assessment),
    optionTable(assessment, chosen),
    LEGEND,
    risks.length > 0 ? blocks('## Largest risks', numbered(risks)) : undefined,
    benchmark && blocks('## Next benchmark', benchmark),
    blocks('## Plan', factsOf(assessment.plan)),
  );
}

const LEGEND = '✓ meets, ✗ misses, ? undecided. ✓? and ✗?: no benchmark of your own shows it yet.';
