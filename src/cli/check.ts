/** Runs `capacity-plan check`: prints the findings of plans, the same as in the editor. */
import { printable } from '../messages/printable';
import { analyzePlan } from '../lint/analyzePlan';
import { SEVERITIES, type Severity } from '../lint/finding';
import { fixFile } from './fixFile';
import { EXIT, Failure, type ExitCode } from './failure';
import type { CheckedFile } from './formats/checkedFile';
import { formatGithub } from './formats/github';
import { checkJson } from './formats/json';
import { formatPretty } from './formats/pretty';
import { sarifLog } from './formats/sarif';
import type { OutputKind } from './harmless';
import { streamJson } from './json/streamJson';
import type { Io } from './commandIo';
import { painter } from './paint';
import { choiceOf, parseDay, parseLevels, parseOptions } from './parseOptions';
import { readPlanFiles } from './planFiles';
import { readInputs } from './readInputs';

const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;
type Format = (typeof FORMATS)[number];
const KINDS = {
  pretty: 'text',
  json: 'json',
  sarif: 'json',
  github: 'annotations',
} as const satisfies Record<Format, OutputKind>;
const FAIL_ON = [...SEVERITIES, 'never'] as const;
type FailOn = (typeof FAIL_ON)[number];

export async function checkCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    format: { type: 'string', default: 'pretty' },
    'fail-on': { type: 'string', default: 'error' },
    rule: { type: 'string', multiple: true, default: [] },
    'as-of': { type: 'string' },
    fix: { type: 'boolean', default: false },
    'no-color': { type: 'boolean', default: false },
  });
  const format = choiceOf('--format', values.format, FORMATS);
  const failOn = choiceOf('--fail-on', values['fail-on'], FAIL_ON);
  const levels = parseLevels(values.rule);
  const asOf = parseDay(values['as-of']);
  if (positionals.length === 0) throw new Failure('check takes at least one FILE', 'usage');

  if (values.fix && positionals.includes('-')) {
    throw new Failure('--fix takes files, not standard input', 'usage');
  }

  const { inputs, failures } = await readInputs(positionals, io);
  const checked = await Promise.all(
    inputs.map(async (input): Promise<CheckedFile> => {
      const options = { levels, asOf, files: await readPlanFiles(input) };
      const analysis = analyzePlan(input.text, options);
      const fixed = values.fix ? await fixFile(input.file, analysis, io) : undefined;
      return {
        file: input.file,
        analysis: fixed === undefined ? analysis : analyzePlan(fixed, options),
      };
    }),
  );
  const failed = checked.some(({ analysis }) =>
    analysis.findings.some(({ severity }) => reaches(severity, failOn)),
  );
  const colours = io.colours && !values['no-color'];
  if (checked.length > 0) {
    const kind = KINDS[format];
    const pieces = render(format, checked, { colours, failed, toolVersion: io.toolVersion });
    for (const piece of pieces) io.writeOut(piece, kind);
  }
  for (const failure of failures) io.writeError(`capacity-plan: ${printable(failure)}\n`);
  if (failures.length > 0) return EXIT.failed;
  return failed ? EXIT.found : EXIT.ok;
}

interface RenderOptions extends Pick<Io, 'colours' | 'toolVersion'> {
  readonly failed: boolean;
}

function render(
  format: Format,
  checked: readonly CheckedFile[],
  { colours, failed, toolVersion }: RenderOptions,
): Iterable<string> {
  switch (format) {
    case 'pretty':
      return [formatPretty(checked, painter(colours))];
    case 'github':
      return [formatGithub(checked)];
    case 'json':
      return streamJson(checkJson(checked, { toolVersion: toolVersion(), failed }));
    case 'sarif':
      return streamJson(sarifLog(checked, toolVersion()));
  }
}

function reaches(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}
