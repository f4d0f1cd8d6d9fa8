// Errors and wrong verdicts of times under arrivals as a table.
import { markdownTable } from '../lib/markdownTable.mjs';

export function printArrivals(title, summaries) {
  console.log(`\n${title}`);
  console.log(row('', COLUMNS));
  for (const summary of summaries) console.log(row(summary.metric, cellsOf(summary)));
}

/** A row of the table in docs/engine.md, and a line for each time with a wrong verdict. */
export function arrivalsAsMarkdown(title, summaries) {
  const table = markdownTable(
    ['bias/median error', ...summaries.map(({ metric }) => metric)],
    [[title, ...summaries.map(({ bias, median }) => `${signed(bias)}/${percent(median)}`)]],
  );
  const wrong = summaries
    .filter((of) => of.falsePasses + of.falseMisses + of.verifiedWrong > 0)
    .map(({ metric, falsePasses, falseMisses, verifiedWrong }) => [
      metric,
      `${falsePasses} false passes`,
      `${falseMisses} false misses`,
      `${verifiedWrong} verified`,
    ]);
  return [table, ...wrong.map((words) => words.join(', '))].join('\n');
}

const COLUMNS = [
  'bias',
  'median',
  'n',
  'decided',
  'false passes',
  'false misses',
  'verified wrong',
];

function cellsOf({ bias, median, n, decided, falsePasses, falseMisses, verifiedWrong }) {
  return [
    `${signed(bias)}%`,
    percent(median),
    n,
    percent(decided),
    falsePasses,
    falseMisses,
    verifiedWrong,
  ];
}

function percent(share) {
  return `${(share * 100).toFixed(1)}%`;
}

function signed(share) {
  return `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)}`;
}

function row(name, cells) {
  return [name.padEnd(6), ...cells.map((cell) => String(cell).padStart(15))].join('');
}
