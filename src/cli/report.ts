/** Runs `capacity-plan report`: the report of one plan. Writes a file only if the plan was read whole. */
import { basename, dirname, join } from 'node:path';
import type { Analysis } from '../lint/analysis';
import { analyzePlan } from '../lint/analyzePlan';
import { renderReport, renderSavedReport } from '../report/renderReport';
import { renderHtml } from '../report/html/renderHtml';
import { REPORT_CHARTS, REPORT_FORMATS, type ReportCharts } from '../report/reportCharts';
import { Failure, type ExitCode } from './failure';
import { isStandardOutput, refuseOther, refusePlan } from './files/keepOthers';
import { isStream } from './files/destination';
import { replaceFiles, type NewFile } from './files/replaceFiles';
import type { Io } from './commandIo';
import { choiceOf, parseDay, parseLevels, parseOptions, singleFile } from './parseOptions';
import { isReadWhole, sayReadErrors } from './readErrors';
import { readPlanFiles } from './planFiles';
import { readInput } from './readInputs';

export async function reportCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    out: { type: 'string', default: '-' },
    format: { type: 'string', default: 'markdown' },
    charts: { type: 'string' },
    rule: { type: 'string', multiple: true, default: [] },
    'as-of': { type: 'string' },
  });
  const format = choiceOf('--format', values.format, REPORT_FORMATS);
  const out = await destinationOf(values.out);
  const charts = await chartsOf(values.charts, format, out);
  const levels = parseLevels(values.rule);
  const asOf = parseDay(values['as-of']);
  const input = await readInput(singleFile('report', positionals), io);
  if (out !== undefined) await refusePlan(out, input.file);
  const analysis = analyzePlan(input.text, {
    levels,
    asOf,
    files: await readPlanFiles(input),
  });
  const { file } = input;
  const report: ReportOf = { analysis, fileName: basename(file), format, charts };
  if (out === undefined) io.writeOut(render(report, '').text);
  else if (isReadWhole(analysis)) await save(report, out, io);
  return sayReadErrors({ file, analysis }, io);
}

interface ReportOf {
  readonly analysis: Analysis;
  readonly fileName: string;
  readonly format: ReportFormat;
  readonly charts: ReportCharts;
}

type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Returns undefined for standard output. */
async function destinationOf(out: string): Promise<string | undefined> {
  if (out === '') throw new Failure('--out names a file, or - for standard output', 'usage');
  const isStdout = out === '-' || (await isStandardOutput(out));
  return isStdout ? undefined : out;
}

/** Returns SVG where the report is a file, and Mermaid elsewhere. HTML holds its pictures itself. */
async function chartsOf(
  chosen: string | undefined,
  format: ReportFormat,
  out: string | undefined,
): Promise<ReportCharts> {
  const isFile = out !== undefined && !(await isStream(out));
  const canHold = format === 'html' || isFile;
  if (chosen === undefined) return canHold ? 'svg' : 'mermaid';
  const charts = choiceOf('--charts', chosen, REPORT_CHARTS);
  if (charts === 'mermaid' && format === 'html') {
    throw new Failure('--charts is svg or none with --format html', 'usage');
  }
  if (charts === 'svg' && !canHold) {
    throw new Failure(
      '--charts svg needs --out FILE, since it writes the pictures beside the report; without --out, --charts is mermaid or none',
      'usage',
    );
  }
  return charts;
}

/** Saves the pictures first, because a finished report shows them. */
async function save(report: ReportOf, out: string, { createFile }: Io): Promise<void> {
  const { text: written, pictures } = render(report, basename(out));
  const beside = pictures.map(({ name, svg }): NewFile => ({
    file: join(dirname(out), name),
    text: svg,
  }));
  for (const { file } of beside) await refuseOther(file);
  await replaceFiles([...beside, { file: out, text: written }], createFile);
}

function render({ analysis, fileName, format, charts }: ReportOf, reportName: string) {
  if (format === 'html') {
    return {
      text: renderHtml(analysis, { fileName, withoutCharts: charts === 'none' }),
      pictures: [],
    };
  }
  if (charts !== 'svg') return { text: renderReport(analysis, { fileName, charts }), pictures: [] };
  const { markdown, pictures } = renderSavedReport(analysis, { fileName, reportName });
  return { text: markdown, pictures };
}
