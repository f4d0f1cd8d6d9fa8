import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { analyzePlan } from '../lint/analyzePlan';
import { renderReport } from '../report/renderReport';
import { EXIT, Failure, type ExitCode } from './failure';
import type { Io } from './io';
import { parseDay, parseLevels, parseOptions, singleFile } from './parseOptions';
import { readInput } from './readInputs';

/** `capacity-plan report`: the report of one plan. */
export async function reportCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    out: { type: 'string' },
    rule: { type: 'string', multiple: true, default: [] },
    'as-of': { type: 'string' },
  });
  const levels = parseLevels(values.rule);
  const asOf = parseDay(values['as-of']);
  const { file, text } = await readInput(singleFile('report', positionals), io);
  const analysis = analyzePlan(text, { levels, asOf });
  const report = renderReport(analysis, { fileName: basename(file) });
  if (values.out === undefined) io.writeOut(report);
  else await save(values.out, report);
  return analysis.assessment ? EXIT.ok : EXIT.found;
}

async function save(file: string, report: string): Promise<void> {
  try {
    await writeFile(file, report, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`cannot write ${file}: ${reason}`, 'input');
  }
}
