/** Writes the named shapes of a day for docs/format.md. */
import { DAILY_SHAPES } from '../../engine/explore/dailyShapes';

export function shapesTable(): string {
  const shapes = Object.entries(DAILY_SHAPES);
  const columns = ['hour', ...shapes.map(([name]) => `\`${name}\``)];
  const hours = Array.from({ length: 24 }, (_, hour) => [
    String(hour),
    ...shapes.map(([, { shares }]) => `${Math.round((shares[hour] ?? 0) * 100)}%`),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [line(columns), line(columns.map(() => '---:'))];
  return [
    '### Shapes of `workload.profile`',
    '',
    'Typical shapes to begin with, drawn by hand. They are assumptions, and every figure that is based on one says so. List your own 24 shares as soon as a log tells them. Hours are those of the users.',
    '',
    ...shapes.map(([name, { meaning }]) => `- \`${name}\`: ${meaning}`),
    '',
    ...head,
    ...hours.map(line),
  ].join('\n');
}
