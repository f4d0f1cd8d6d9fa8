/**
 * Reads plans with their expected findings, as comments below the line of each finding:
 *
 *     users: 0
 *     #      ^ error plan.out-of-range: …
 *
 * Carets mark the range. Directly behind `#` they mean a range from the beginning of the line. `…` goes on beyond the
 * line, and `|` is an empty range. Related lines are at the end.
 */
import { describeFinding, describeRelated } from '../../src/messages/findings';
import { analyzePlan, type AnalyzeOptions } from '../../src/lint/analyzePlan';
import type { Finding, RelatedPlace } from '../../src/lint/finding';
import { indexLines } from '../../src/plan/lineIndex';

/** The day on which all of them are read. */
export const GOLDEN_DAY = '2026-06-30';

const EXPECTATION = /^#\s*(\^+…?|\|) (error|warning|information|hint) .*\n?/gm;
/** Sign for NUL in golden plans, which are text. */
const NUL = '␀';

export function withoutExpectations(golden: string): string {
  return golden.replace(EXPECTATION, '').replaceAll(NUL, '\0');
}

/** Returns the plan with its findings as comments. It equals the golden plan if they are as expected. */
export function withFindings(plan: string, options: AnalyzeOptions = {}): string {
  const { findings } = analyzePlan(plan, options);
  const lines = indexLines(plan);
  const byLine = new Map<number, string[]>();
  for (const finding of findings) {
    const { line, column } = lines.positionAt(finding.range.start);
    const end = lines.positionAt(finding.range.end);
    const lineLength = (plan.split('\n')[line] ?? '').length;
    const width = (end.line === line ? end.column : lineLength) - column;
    const comment = expectation(finding, column, width, end.line > line, plan);
    byLine.set(line, [...(byLine.get(line) ?? []), comment]);
  }
  return plan
    .split('\n')
    .flatMap((text, line) => [text, ...(byLine.get(line) ?? [])])
    .join('\n')
    .replaceAll('\0', NUL);
}

function expectation(
  finding: Finding,
  column: number,
  width: number,
  goesOn: boolean,
  plan: string,
): string {
  const { severity, code, related } = finding;
  const mark = width > 0 ? '^'.repeat(width) + (goesOn ? '…' : '') : '|';
  const indent = column === 0 ? '#' : `#${' '.repeat(column - 1)}`;
  const from = related.map((place) => relatedText(place, plan)).join('; ');
  const text = `${indent}${mark} ${severity} ${code}: ${describeFinding(finding)}`;
  return from === '' ? text : `${text} (from ${from})`;
}

function relatedText(place: RelatedPlace, plan: string): string {
  const { start, end } = place.range;
  const text = plan.slice(start, end).replace(/\s+/g, ' ');
  return `${describeRelated(place)}: ${text.length > 40 ? `${text.slice(0, 39)}…` : text}`;
}
