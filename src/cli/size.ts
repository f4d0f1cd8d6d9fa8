/** Runs `capacity-plan size`: the figures of every scenario, for people or as JSON. */
import { analyzePlan } from '../lint/analyzePlan';
import type { ExitCode } from './failure';
import { formatSize } from './formats/sizeText';
import type { Io } from './commandIo';
import { sizeJson } from './json/sizeJson';
import { streamJson } from './json/streamJson';
import { painter } from './paint';
import { parseDay, parseLevels, parseOptions, singleFile } from './parseOptions';
import { sayReadErrors } from './readErrors';
import { readPlanFiles } from './planFiles';
import { readInput } from './readInputs';

export async function sizeCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    json: { type: 'boolean', default: false },
    rule: { type: 'string', multiple: true, default: [] },
    'as-of': { type: 'string' },
    'no-color': { type: 'boolean', default: false },
  });
  const levels = parseLevels(values.rule);
  const asOf = parseDay(values['as-of']);
  const input = await readInput(singleFile('size', positionals), io);
  const analysis = analyzePlan(input.text, {
    levels,
    asOf,
    files: await readPlanFiles(input),
  });
  const { file } = input;
  const { assessment } = analysis;
  const paint = painter(io.colours && !values['no-color']);
  if (values.json) {
    const json = sizeJson({ file, analysis, toolVersion: io.toolVersion() });
    for (const piece of streamJson(json)) io.writeOut(piece, 'json');
  } else if (assessment) {
    io.writeOut(formatSize(assessment, paint));
  }
  return sayReadErrors({ file, analysis }, io);
}
