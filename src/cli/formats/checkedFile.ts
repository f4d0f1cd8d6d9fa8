/** A checked plan, and its findings as every output format needs them. */
import type { Analysis } from '../../lint/analysis';
import type { Finding, Severity } from '../../lint/finding';
import { describeFinding, describeRelated } from '../../messages/findings';
import { indexLines, type LineIndex } from '../../plan/lineIndex';
import type { Range } from '../../plan/range';

export interface CheckedFile {
  /** Path as the user named it. */
  readonly file: string;
  readonly analysis: Analysis;
}

/** A range of text. Lines and columns count from 1, in UTF-16 code units. The end is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface DescribedFinding {
  readonly finding: Finding;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly { readonly message: string; readonly span: Span }[];
}

export function describeFindings({ document, findings }: Analysis): readonly DescribedFinding[] {
  const lines = indexLines(document.text);
  return findings.map((finding) => ({
    finding,
    message: describeFinding(finding),
    span: spanOf(lines, finding.range),
    related: finding.related.map((place) => ({
      message: describeRelated(place),
      span: spanOf(lines, place.range),
    })),
  }));
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

export function countSeverities(checked: readonly CheckedFile[]): SeverityCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { analysis } of checked) {
    for (const { severity } of analysis.findings) counts[severity]++;
  }
  return counts;
}

export function spanOf(lines: LineIndex, { start, end }: Range): Span {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return {
    line: from.line + 1,
    column: from.column + 1,
    endLine: to.line + 1,
    endColumn: to.column + 1,
  };
}
