/** Writes findings for people at a terminal: place, message, rule, and the line with an underline. */
import { SEVERITIES, type Severity } from '../../lint/finding';
import { printable } from '../../messages/printable';
import type { Colour, Paint } from '../paint';
import {
  countSeverities,
  describeFindings,
  type CheckedFile,
  type DescribedFinding,
} from './checkedFile';
import { codeFrame } from './codeFrame';

export function formatPretty(checked: readonly CheckedFile[], paint: Paint): string {
  const blocks = checked.flatMap(({ file, analysis }) => {
    const lines = analysis.document.text.split(/\r?\n/);
    return describeFindings(analysis).map((found) => findingBlock(file, lines, found, paint));
  });
  return [...blocks, summaryLine(checked, paint)].join('\n');
}

const COLOURS: Readonly<Record<Severity, Colour>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

function findingBlock(
  file: string,
  lines: readonly string[],
  { finding, message, span, related }: DescribedFinding,
  paint: Paint,
): string {
  const { severity, code } = finding;
  const place = paint(`${printable(file)}:${span.line}:${span.column}`, 'bold');
  const head = `${place} ${paint(severity, COLOURS[severity], 'bold')} ${printable(message)} ${paint(code, 'dim')}`;
  const also = related.map((each) =>
    paint(
      `      ${printable(each.message)}: ${printable(file)}:${each.span.line}:${each.span.column}`,
      'dim',
    ),
  );
  const squiggle = (text: string): string => paint(text, COLOURS[severity]);
  const gutter = (text: string): string => paint(text, 'dim');
  return [head, ...codeFrame(lines, span, squiggle, gutter), ...also, ''].join('\n');
}

function summaryLine(checked: readonly CheckedFile[], paint: Paint): string {
  const counts = countSeverities(checked);
  const found = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    paint(countOf(counts[severity], severity), COLOURS[severity]),
  );
  const where = countOf(checked.length, 'file');
  return found.length === 0
    ? `${paint('No findings', 'green')} in ${where}\n`
    : `${found.join(', ')} in ${where}\n`;
}

function countOf(count: number, noun: string): string {
  const plural = noun === 'information' ? noun : `${noun}s`;
  return `${count} ${count === 1 ? noun : plural}`;
}
