/** Writes the page that says what an import reads, what it leaves out and why, and what it would write. */
import { t } from '@vscode/l10n';
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
<title>${measured ? t`Measured` : t`Import Benchmark`}</title>
<style nonce="${nonce}">${previewStyle}</style>
</head>
<body>
<main>
<h1>${heading(`<code>${escape(engine)}</code>`, measured)}</h1>
${hasChanged ? `<p role="status" class="changed">${t`The plan has changed. This is the preview of the new text.`}</p>\n` : ''}<p>${summary(imported, measured)}</p>
${buttons(imported.added.length, measured)}
${measured ? measuredSection(measured) : ''}
${imported.files.map((file) => fileSection(file, measured)).join('\n')}
${written(imported)}
</main>
</body>
</html>
`;
}

/** @param engine Name of the engine, as HTML. */
function heading(engine: string, measured: Measured | undefined): string {
  return measured ? t`Measured ${engine}` : t`Import into ${engine}`;
}

function summary({ files, added, known }: Import, measured: Measured | undefined): string {
  const runs = added.length + known;
  const read = measured
    ? [loadsMeasured(runs), t`Nothing is written yet.`]
    : [runsRead(runs, files.length)];
  const there = known === 0 ? [] : [knownRuns(known, runs)];
  return [...read, ...there].join(' ');
}

function loadsMeasured(loads: number): string {
  return loads === 1 ? t`1 load measured.` : t`${loads} loads measured.`;
}

function runsRead(runs: number, files: number): string {
  if (files === 1) return runs === 1 ? t`1 run read.` : t`${runs} runs read.`;
  return runs === 1
    ? t`1 run read from ${files} files.`
    : t`${runs} runs read from ${files} files.`;
}

function knownRuns(known: number, runs: number): string {
  if (known === runs) return t`All are in the plan already.`;
  return known === 1 ? t`1 is in the plan already.` : t`${known} are in the plan already.`;
}

function buttons(count: number, measured: Measured | undefined): string {
  const accept =
    count === 0
      ? ''
      : `<a class="button" href="command:${ACCEPT_IMPORT}">${measured ? addWords(count) : importWords(count)}</a> `;
  const words = count === 0 ? t`Close` : t`Cancel`;
  return `<p class="buttons">${accept}<a class="button secondary" href="command:${CANCEL_IMPORT}">${words}</a></p>`;
}

function addWords(count: number): string {
  return count === 1 ? t`Add 1 observation` : t`Add ${count} observations`;
}

function importWords(count: number): string {
  return count === 1 ? t`Import 1 observation` : t`Import ${count} observations`;
}

function fileSection(file: ReadFile, measured: Measured | undefined): string {
  const { runs, format } = file;
  const name = escape(file.file ?? t`Pasted text`);
  const remarks = [
    ...file.remarks,
    ...runs.flatMap((run) => run.words.map((words) => `${run.name}: ${words}`)),
  ];
  if (measured)
    return remarks.length === 0
      ? ''
      : `<section>\n<h2>${t`To know`}</h2>\n${list(remarks)}\n</section>`;
  return `<section>
<h2>${name}${format === undefined ? '' : ` <span class="format">${escape(format)}</span>`}</h2>
${runs.length === 0 ? `<p class="refused">${t`Nothing is imported.`}</p>` : table(runs)}
${remarks.length === 0 ? '' : `<h3>${runs.length === 0 ? t`Why` : t`Left out, and why`}</h3>\n${list(remarks)}`}
</section>`;
}

function list(remarks: readonly string[]): string {
  return `<ul>${remarks.map((words) => `<li>${escape(words)}</li>`).join('')}</ul>`;
}

/** Figures that tell runs apart; what is written has all of them. */
const COLUMNS: readonly (readonly [() => string, (run: Run) => string | undefined])[] = [
  [() => t`Latency`, ({ latency }) => timeOf(latency.mean)],
  [() => 'P50', ({ latency }) => (latency.mean === undefined ? timeOf(latency.p50) : undefined)],
  [() => 'P99', ({ latency }) => timeOf(latency.p99)],
  [() => 'TTFT', ({ ttft }) => timeOf(ttft.mean ?? ttft.p50)],
  [() => 'TPOT', ({ tpot }) => timeOf(tpot.mean ?? tpot.p50)],
  [
    () => t`Answered`,
    ({ throughputPerSecond: rate }) => (rate === undefined ? undefined : `${formatNumber(rate)}/s`),
  ],
];

function timeOf(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : formatSeconds(seconds);
}

function table(runs: readonly ImportedRun[]): string {
  const columns = COLUMNS.filter(([, cell]) => runs.some(({ run }) => cell(run) !== undefined));
  const head = columns.map(([title]) => `<th scope="col">${title()}</th>`).join('');
  const rows = runs.map(({ run, name, state }) => {
    const cells = columns.map(([, cell]) => `<td>${escape(cell(run) ?? '–')}</td>`).join('');
    const known = state === 'known' ? ` <span class="known">${t`in the plan already`}</span>` : '';
    return `<tr class="${state}"><th scope="row">${escape(name)}${known}</th>${cells}</tr>`;
  });
  return `<div class="wide"><table><thead><tr><th scope="col">${t`Run`}</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function written({ added }: Import): string {
  if (added.length === 0) return '';
  return `<details open><summary>${t`What is written`}</summary><pre>${escapeLines(observationsYaml(added))}</pre></details>`;
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
