/** Writes the page that says what an import reads, what it leaves out and why, and what it would write. */
import type { Import, ImportedRun, ReadFile } from '../../benchmark/importRuns';
import { observationsYaml } from '../../benchmark/yamlText';
import type { Run } from '../../benchmark/run';
import { languageCode } from '../../messages/languageCode';
import { formatNumber, formatSeconds } from '../../messages/numbers';
import { randomName } from '../randomName';
import { escape } from './escape';
import { measuredSection, type Measured } from './measuredSection';
import { previewStyle } from './previewStyle';
import { ACCEPT_IMPORT, CANCEL_IMPORT } from './names';

interface Preview {
  readonly engine: string;
  readonly imported: Import;
  /** True if the plan has changed since the preview was first shown. */
  readonly hasChanged: boolean;
  /** Set if the runs were measured here, not read from files. */
  readonly measured: Measured | undefined;
}

/** Has no script, and loads nothing. Its links are commands. */
export function previewPage({ engine, imported, hasChanged, measured }: Preview): string {
  const nonce = randomName();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${languageCode()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${measured ? 'Measured' : 'Import Benchmark'}</title>
<style nonce="${nonce}">${previewStyle}</style>
</head>
<body>
<main>
<h1>${measured ? 'Measured' : 'Import into'} <code>${escape(engine)}</code></h1>
${hasChanged ? '<p role="status" class="changed">The plan has changed. This is the preview of the new text.</p>\n' : ''}<p>${summary(imported, measured)}</p>
${buttons(imported.added.length, measured ? 'Add' : 'Import')}
${measured ? measuredSection(measured) : ''}
${imported.files.map((file) => fileSection(file, measured)).join('\n')}
${written(imported)}
</main>
</body>
</html>
`;
}

function summary({ files, added, known }: Import, measured: Measured | undefined): string {
  const runs = added.length + known;
  const from = files.length === 1 ? '' : ` from ${files.length} files`;
  const read = measured
    ? `${counted(runs, 'load')} measured. Nothing is written yet.`
    : `${counted(runs, 'run')} read${from}.`;
  const there =
    known === 0
      ? ''
      : ` ${known === runs ? 'All' : known} ${known === 1 && runs > 1 ? 'is' : 'are'} in the plan already.`;
  return read + there;
}

function buttons(count: number, verb: string): string {
  const accept =
    count === 0
      ? ''
      : `<a class="button" href="command:${ACCEPT_IMPORT}">${verb} ${counted(count, 'observation')}</a> `;
  const words = count === 0 ? 'Close' : 'Cancel';
  return `<p class="buttons">${accept}<a class="button secondary" href="command:${CANCEL_IMPORT}">${words}</a></p>`;
}

function fileSection(file: ReadFile, measured: Measured | undefined): string {
  const { runs, format } = file;
  const name = escape(file.file ?? 'Pasted text');
  const remarks = [
    ...file.remarks,
    ...runs.flatMap((run) => run.words.map((words) => `${run.name}: ${words}`)),
  ];
  if (measured)
    return remarks.length === 0 ? '' : `<section>\n<h2>To know</h2>\n${list(remarks)}\n</section>`;
  return `<section>
<h2>${name}${format === undefined ? '' : ` <span class="format">${escape(format)}</span>`}</h2>
${runs.length === 0 ? '<p class="refused">Nothing is imported.</p>' : table(runs)}
${remarks.length === 0 ? '' : `<h3>${runs.length === 0 ? 'Why' : 'Left out, and why'}</h3>\n${list(remarks)}`}
</section>`;
}

function list(remarks: readonly string[]): string {
  return `<ul>${remarks.map((words) => `<li>${escape(words)}</li>`).join('')}</ul>`;
}

/** Figures that tell runs apart; what is written has all of them. */
const COLUMNS: readonly (readonly [string, (run: Run) => string | undefined])[] = [
  ['Latency', ({ latency }) => timeOf(latency.mean)],
  ['P50', ({ latency }) => (latency.mean === undefined ? timeOf(latency.p50) : undefined)],
  ['P99', ({ latency }) => timeOf(latency.p99)],
  ['TTFT', ({ ttft }) => timeOf(ttft.mean ?? ttft.p50)],
  ['TPOT', ({ tpot }) => timeOf(tpot.mean ?? tpot.p50)],
  [
    'Answered',
    ({ throughputPerSecond: rate }) => (rate === undefined ? undefined : `${formatNumber(rate)}/s`),
  ],
];

function timeOf(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : formatSeconds(seconds);
}

function table(runs: readonly ImportedRun[]): string {
  const columns = COLUMNS.filter(([, cell]) => runs.some(({ run }) => cell(run) !== undefined));
  const head = columns.map(([title]) => `<th scope="col">${title}</th>`).join('');
  const rows = runs.map(({ run, name, state }) => {
    const cells = columns.map(([, cell]) => `<td>${escape(cell(run) ?? '–')}</td>`).join('');
    const known = state === 'known' ? ' <span class="known">in the plan already</span>' : '';
    return `<tr class="${state}"><th scope="row">${escape(name)}${known}</th>${cells}</tr>`;
  });
  return `<div class="wide"><table><thead><tr><th scope="col">Run</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function written({ added }: Import): string {
  if (added.length === 0) return '';
  return `<details open><summary>What is written</summary><pre>${escapeLines(observationsYaml(added))}</pre></details>`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function escapeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.slice(0, indentOf(line)) + escape(line))
    .join('\n');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
