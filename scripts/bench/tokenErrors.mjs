// Errors of predictions as a table.
import { markdownTable } from '../lib/markdownTable.mjs';

const METHODS = ['ours', 'unchanged', 'by-output', 'line'];
const TO = ['lengths', 'loads'];
const METRICS = ['latency', 'ttft', 'tpot'];

export function printHeader() {
  console.log('Mean / median error, %; the share of points in the 80 % band');
  console.log(row('from', 'to', 'metric', [...METHODS, 'points', 'in band']));
}

/** @param title Instead of the mode. */
export function printSummaries(summaries, title) {
  for (const mode of new Set(summaries.map((summary) => summary.mode))) {
    for (const to of TO) {
      for (const metric of METRICS) {
        const of = summaries.filter((s) => s.mode === mode && s.to === to && s.metric === metric);
        const ours = of.find(({ method }) => method === 'ours');
        if (ours === undefined) continue;
        const errors = METHODS.map((method) => cell(of.find((s) => s.method === method)));
        const band = `${Math.round(ours.bandHolds * 100)} %`;
        console.log(row(title ?? mode, to, metric, [...errors, String(ours.n), band]));
      }
    }
  }
}

/** The table of docs/engine.md: our errors only, a row for each mode. */
export function tokensAsMarkdown(titled) {
  const rows = titled.flatMap(({ title, summaries }) =>
    [...new Set(summaries.map(({ mode }) => mode))].flatMap((mode) =>
      TO.flatMap((to) => {
        const of = METRICS.map((metric) =>
          summaries.find(
            (s) => s.mode === mode && s.to === to && s.metric === metric && s.method === 'ours',
          ),
        );
        if (!of[0]) return [];
        const held = of.map((s) => (s ? Math.round(s.bandHolds * 100) : '-')).join('/');
        const cells = of.map((s) => cell(s).replaceAll(' ', ''));
        return [
          [`${title ?? mode}, ${to}`, ...cells, `×÷${of[0].bandFactor.toFixed(2)}`, `${held}%`],
        ];
      }),
    ),
  );
  return markdownTable(['known, other', 'latency', 'TTFT', 'TPOT', 'band', 'within'], rows);
}

function cell(summary) {
  if (summary === undefined) return '-';
  return `${(summary.mean * 100).toFixed(1)} / ${(summary.median * 100).toFixed(1)}`;
}

function row(from, to, metric, cells) {
  const names = [from.padEnd(22), to.padEnd(9), metric.padEnd(9)];
  return [...names, ...cells.map((text) => text.padStart(15))].join('');
}
