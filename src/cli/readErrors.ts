/** Reports, for `size` and `report`, the parts of a text that could not be read. */
import type { Analysis } from '../lint/analysis';
import { SEVERITY_OF_PROBLEM } from '../lint/problemRules';
import { EXIT, type ExitCode } from './failure';
import type { CheckedFile } from './formats/checkedFile';
import { formatPretty } from './formats/pretty';
import type { Io } from './commandIo';
import { painter } from './paint';

/** Returns true if every part of the text is in the assessment. A missed target is no reading error. */
export function isReadWhole({ assessment, findings }: Analysis): boolean {
  return assessment !== undefined && !findings.some(isReadError);
}

/**
 * Prints the errors on standard error, as `check` does.
 * @returns The exit code of the command.
 */
export function sayReadErrors({ file, analysis }: CheckedFile, io: Io): ExitCode {
  if (isReadWhole(analysis)) return EXIT.ok;
  const findings = analysis.findings.filter(isReadError);
  io.writeError(formatPretty([{ file, analysis: { ...analysis, findings } }], painter(false)));
  return EXIT.found;
}

function isReadError({ code, severity }: Analysis['findings'][number]): boolean {
  return (
    code === 'plan.empty' || (severity === 'error' && Object.hasOwn(SEVERITY_OF_PROBLEM, code))
  );
}
