/** Writes a comparison for a terminal: the verdict first, then a table a load. */
import type { ComparedFigure, ComparedLoad, Comparison } from '../../compare/compareRuns';
import type { Side } from '../../compare/side';
import {
  BASIS_WORDS,
  lengthWords,
  loadOf,
  OUTCOME_WORDS,
  percent,
  quantityWords,
  signedPercent,
  valueWords,
  verdictWords,
} from '../../compare/verdict';
import type { Paint } from '../paint';
import { alignTable, type TextColumn } from './alignTable';

export function compareText(comparison: Comparison, paint: Paint): string {
  const { a, b, loads } = comparison;
  const lines = [
    paint(verdictWords(comparison), 'bold'),
    '',
    sideLine('A', a),
    sideLine('B', b),
    ...loads.flatMap((load) => ['', ...loadLines(load, paint)]),
  ];
  return `${lines.join('\n')}\n`;
}

function sideLine(letter: string, { name, runs, remarks }: Side): string {
  const count = `${runs.length} ${runs.length === 1 ? 'run' : 'runs'}`;
  return [`${letter}: ${name}, ${count}`, ...remarks.map((each) => `   ${each}`)].join('\n');
}

function loadLines({ run, basis, figures }: ComparedLoad, paint: Paint): readonly string[] {
  const notes = [...lengthWords(run), ...(basis === 'measured' ? [] : [BASIS_WORDS[basis]])];
  const columns: readonly TextColumn<ComparedFigure>[] = [
    { title: '', cell: ({ quantity }) => quantityWords(quantity) },
    { title: 'A', align: 'right', cell: ({ quantity, a }) => valueWords(quantity, a) },
    { title: 'B', align: 'right', cell: ({ quantity, b }) => valueWords(quantity, b) },
    { title: 'difference', align: 'right', cell: ({ difference }) => signedPercent(difference) },
    {
      title: 'noise',
      align: 'right',
      cell: ({ noise }) => (noise === undefined ? '' : `±${percent(noise)}`),
    },
    { title: '', cell: ({ outcome }) => (basis === 'measured' ? OUTCOME_WORDS[outcome] : '') },
  ];
  const table = alignTable(columns, figures);
  return [
    `${paint(loadOf(run), 'bold')}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`,
    ...table.map((line) => `  ${line}`.trimEnd()),
  ];
}
