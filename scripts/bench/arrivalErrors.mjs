// Errors and wrong verdicts of times under arrivals as a table.
import { markdownTable } from '../lib/markdownTable.mjs';

export function printArrivals(title, summaries) {
  console.log(`\n${title}`);
  console.log(row('', COLUMNS));
  for (const summary of summaries) console.log(row(summary.metric, cellsOf(summary)));
}

/** The table of docs/engine.md. */
export function arrivalsAsMarkdown(summaries) {
  return markdownTable(
    ['', ...COLUMNS],
    summaries.map((summary) => [summary.metric, ...cellsOf(summary)]),
  );
}

const COLUMNS = ['bias', 'median', 'n', 'false passes', 'false misses', 'verified wrong'];

function cellsOf({ bias, median, n, falsePasses, falseMisses, verifiedWrong }) {
  return [percent(bias, true), percent(median), n, falsePasses, falseMisses, verifiedWrong];
}

function percent(share, signed = false) {
  const text = (share * 100).toFixed(1);
  return `${signed && share > 0 ? '+' : ''}${text} %`;
}

function row(name, cells) {
  return [name.padEnd(6), ...cells.map((cell) => String(cell).padStart(15))].join('');
}
