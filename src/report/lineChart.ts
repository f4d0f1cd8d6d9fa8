/** Draws lines over whole numbers as a Mermaid chart. */
import { mermaidLabel } from './mermaidLabel';

interface LineChart {
  readonly title: string;
  readonly xAxis: string;
  readonly from: number;
  readonly to: number;
  readonly yAxis: string;
  /** Lines of one value for each whole number from `from` to `to`. */
  readonly lines: readonly (readonly number[])[];
}

export function lineChart({ title, xAxis, from, to, yAxis, lines }: LineChart): string {
  const top = Math.max(1, ...lines.flat());
  return [
    '```mermaid',
    'xychart-beta',
    `    title "${mermaidLabel(title)}"`,
    `    x-axis "${xAxis}" ${from} --> ${to}`,
    `    y-axis "${yAxis}" 0 --> ${Math.ceil(top * 1.1)}`,
    ...lines.map((values) => `    line [${values.join(', ')}]`),
    '```',
  ].join('\n');
}
