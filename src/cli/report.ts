/** Runs `capacity-plan report`: the report of one plan. Writes a file only if the plan was read whole. */
import { basename, dirname, join } from 'node:path';
import type { Analysis } from '../lint/analysis';
import { analyzePlan } from '../lint/analyzePlan';
import { renderReport, renderSavedReport } from '../report/renderReport';
import { REPORT_CHARTS, type ReportCharts } from '../report/reportCharts';
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
    charts: { type: 'string', default: 'mermaid' },
    rule: { type: 'string', multiple: true, default: [] },
    'as-of': { type: 'string' },
  });
  const charts = choiceOf('--charts', values.charts, REPORT_CHARTS);
  const out = await destinationOf(values.out, charts);
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
  const report: ReportOf = { analysis, fileName: basename(file), charts };
  if (out === undefined) io.writeOut(render(report, '').markdown);
  else if (isReadWhole(analysis)) await save(report, out, io);
  return sayReadErrors({ file, analysis }, io);
}

interface ReportOf {
  readonly analysis: Analysis;
  readonly fileName: string;
  readonly charts: ReportCharts;
}

/** Returns undefined for standard output. Pictures are files beside the report, so they need a report file. */
async function destinationOf(out: string, charts: ReportCharts): Promise<string | undefined> {
  if (out === '') throw new Failure('--out names a file, or - for standard output', 'usage');
  const isStdout = out === '-' || (await isStandardOutput(out));
  if (charts === 'svg' && (isStdout || (await isStream(out)))) {
    throw new Failure(
      '--charts svg needs --out FILE, since it writes the pictures beside the report; without --out, --charts is mermaid or none',
      'usage',
    );
  }
  return isStdout ? undefined : out;
}

/** Saves the pictures first, because a finished report shows them. */
async function save(report: ReportOf, out: string, { createFile }: Io): Promise<void> {
  const { markdown, pictures } = render(report, basename(out));
  const beside = pictures.map(({ name, svg }): NewFile => ({
    file: join(dirname(out), name),
    text: svg,
  }));
  for (const { file } of beside) await refuseOther(file);
  await replaceFiles([...beside, { file: out, text: markdown }], createFile);
}

function render({ analysis, fileName, charts }: ReportOf, reportName: string) {
  if (charts === 'svg') return renderSavedReport(analysis, { fileName, reportName });
  return { markdown: renderReport(analysis, { fileName, charts }), pictures: [] };
}
