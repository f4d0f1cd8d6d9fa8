import { readFileSync } from 'node:fs';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { renderReport } from '../../../src/report/renderReport';

/** The report of a plan's text. */
export function reportOf(text: string, fileName = 'test.capacity.yaml'): string {
  return renderReport(analyzePlan(text), { fileName });
}

export const EXAMPLE = readFileSync(
  new URL('../../../examples/ollama-1000-users.capacity.yaml', import.meta.url),
  'utf8',
);

/** From a heading to the next of the same level. */
export function sectionOf(report: string, title: string): string {
  const lines = report.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.includes(title));
  if (start < 0) throw new Error(`no section ${title}`);
  const level = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 0;
  const length = lines
    .slice(start + 1)
    .findIndex((line) => new RegExp(`^#{1,${level}} `).test(line));
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n');
}
