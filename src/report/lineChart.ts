/** Draws lines over whole numbers as a Mermaid chart. */
import { t } from '@vscode/l10n';
import { listWords } from '../messages/markdown';
import { capitalise } from '../messages/sentences';
import { mermaidLabel } from './mermaidLabel';
import { colourName, LINE_CHART_HEAD } from './mermaidPalette';

interface LineChart {
  readonly title: string;
  readonly xAxis: string;
  readonly from: number;
  readonly to: number;
  readonly yAxis: string;
  /** Lines of one value for each whole number from `from` to `to`. */
  readonly lines: readonly NamedLine[];
}

interface NamedLine {
  readonly name: string;
  readonly values: readonly number[];
}

export function lineChart({ title, xAxis, from, to, yAxis, lines }: LineChart): string {
  const top = Math.max(1, ...lines.flatMap(({ values }) => values));
  return [
    '```mermaid',
    LINE_CHART_HEAD,
    'xychart-beta',
    `    title "${mermaidLabel(title)}"`,
    `    x-axis "${mermaidLabel(xAxis)}" ${from} --> ${to}`,
    `    y-axis "${mermaidLabel(yAxis)}" 0 --> ${Math.ceil(top * 1.1)}`,
    ...lines.map(({ name, values }) => `    line "${mermaidLabel(name)}" [${values.join(', ')}]`),
    '```',
  ].join('\n');
}

/** Says which line has which colour. Lines are as many as colours at most. */
export function lineCaption(names: readonly string[]): string {
  if (names.length === 1) return t`The line is ${names.join('')}.`;
  const coloured = names.map((name, index) => t`${colourName(index)} is ${name}`);
  return `${capitalise(listWords(coloured))}.`;
}
