/**
 * Writes findings as annotations of a GitHub workflow: `::error file=…,line=…::message`. Source: "Workflow commands
 * for GitHub Actions", and `command.ts` of actions/toolkit for the escapes.
 */
import { printable } from '../../messages/printable';
import type { Severity } from '../../lint/finding';
import { describeFindings, type CheckedFile, type DescribedFinding } from './checkedFile';

export function formatGithub(checked: readonly CheckedFile[]): string {
  return checked
    .flatMap(({ file, analysis }) =>
      describeFindings(analysis).map((found) => `${annotation(file, found)}\n`),
    )
    .join('');
}

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function annotation(file: string, { finding, message, span }: DescribedFinding): string {
  const oneLine = span.endLine === span.line;
  // columns count only if the annotation is on one line; GitHub's end column is inclusive
  const columns = oneLine
    ? { col: span.column, endColumn: Math.max(span.column, span.endColumn - 1) }
    : {};
  const properties = {
    file,
    line: span.line,
    endLine: span.endLine,
    ...columns,
    title: `Capacity Plan: ${finding.code}`,
  };
  const stated = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(value)}`,
  );
  return `::${COMMANDS[finding.severity]} ${stated.join(',')}::${escapeData(message)}`;
}

/**
 * Escapes `%` and line breaks. Replaces other control characters: GitHub ignores them, but a terminal acts on them.
 */
function escapeData(text: string): string {
  return printable(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
}

function escapeProperty(value: string | number): string {
  return escapeData(String(value)).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
