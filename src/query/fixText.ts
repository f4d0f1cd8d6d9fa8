/** Writes a fix as plain data. */
import type { QuickFix } from '../language/fixes/fix';
import type { FixText } from './questions';

export function fixText({ title, finding, edits, isPreferred, silences }: QuickFix): FixText {
  return {
    title,
    code: finding.code,
    range: finding.range,
    edits,
    isPreferred,
    silences: silences ?? false,
  };
}
