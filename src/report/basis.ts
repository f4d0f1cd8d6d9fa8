/** Lists the basis of the answers: assumptions, evidence that is not a measurement, and extrapolation. */
import { t } from '@vscode/l10n';
import { blocks, bullets } from '../messages/markdown';
import type { Assessment } from '../engine/assess/assessment';
import { assumptionLines } from './assumptions';
import { secondOpinionLines } from './byLoad';
import { caveatLines, evidenceLines, extrapolationLines } from './evidence';

export function basisSection(assessment: Assessment): string | undefined {
  if (assessment.scenarios.length === 0 && !assessment.plan.workload) return undefined;
  const parts = [
    part(t`Assumptions`, assumptionLines(assessment)),
    part(t`Not measured`, evidenceLines(assessment)),
    part(t`Beyond what was observed`, extrapolationLines(assessment)),
    part(t`Less well known than its source`, caveatLines(assessment)),
    part(t`If latency grows with load`, secondOpinionLines(assessment)),
  ];
  return blocks(`## ${t`Evidence and assumptions`}`, ...parts);
}

function part(title: string, lines: readonly string[]): string | undefined {
  return lines.length > 0 ? blocks(`### ${title}`, bullets(lines)) : undefined;
}
