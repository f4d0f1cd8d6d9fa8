/** Lists the panel's findings, each with its line. */
import { describeFinding } from '../messages/findings';
import type { Analysis } from '../lint/analysis';
import { indexLines } from '../plan/lineIndex';
import type { FindingEntry } from './picture';

export function drawFindings({ findings, document }: Analysis): readonly FindingEntry[] {
  const lines = indexLines(document.text);
  return findings.map((finding) => ({
    severity: finding.severity,
    code: finding.code,
    message: describeFinding(finding),
    range: finding.range,
    line: lines.positionAt(finding.range.start).line + 1,
  }));
}
