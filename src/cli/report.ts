import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Analysis } from '../lint/analysis';
import { analyzePlan } from '../lint/analyzePlan';
import { renderReport, renderSavedReport } from '../report/renderReport';
import { REPORT_CHARTS, type ReportCharts } from '../report/reportCharts';
import { EXIT, Failure, type ExitCode } from './failure';
import type { Io } from './io';
import { choiceOf, parseDay, parseLevels, parseOptions, singleFile } from './parseOptions';
import { readInput } from './readInputs';

/** `capacity-plan report`: the report of one plan. */
export async function reportCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    out: { type: 'string' },
    charts: { type: 'string', default: 'mermaid' },
    rule: { type: 'string', multiple: true, default: [] },
    'as-of': { type: 'string' },
  });
  const destination = destinationOf(values.out, choiceOf('--charts', values.charts, REPORT_CHARTS));
  const levels = parseLevels(values.rule);
  const asOf = parseDay(values['as-of']);
  const { file, text } = await readInput(singleFile('report', positionals), io);
  const analysis = analyzePlan(text, { levels, asOf });
  const fileName = basename(file);
  if (destination.charts === 'svg') {
    await saveWithPictures(analysis, fileName, destination.out);
  } else {
    const report = renderReport(analysis, { fileName, charts: destination.charts });
    if (destination.out === undefined) io.writeOut(report);
    else await save(destination.out, report);
  }
  return analysis.assessment ? EXIT.ok : EXIT.found;
}

type Destination =
  | { readonly charts: 'mermaid' | 'none'; readonly out: string | undefined }
  | { readonly charts: 'svg'; readonly out: string };

/** Pictures are files beside the report, which therefore has to be one. */
function destinationOf(out: string | undefined, charts: ReportCharts): Destination {
  if (charts !== 'svg') return { charts, out };
  if (out !== undefined) return { charts, out };
  throw new Failure(
    '--charts svg needs --out FILE, since it writes the pictures beside the report; without --out, --charts is mermaid or none',
    'usage',
  );
}

/** The pictures first: a report that is there shows them. */
async function saveWithPictures(analysis: Analysis, fileName: string, out: string): Promise<void> {
  const { markdown, pictures } = renderSavedReport(analysis, {
    fileName,
    reportName: basename(out),
  });
  for (const { name, svg } of pictures) await save(join(dirname(out), name), svg);
  await save(out, markdown);
}

async function save(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`cannot write ${file}: ${reason}`, 'input');
  }
}
