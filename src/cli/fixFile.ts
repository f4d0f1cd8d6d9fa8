/** Writes the fixes that are right without a look at each into a plan: the same as "Fix all" in the editor. */
import { safeFixes } from '../language/fixes/safeFixes';
import type { Analysis } from '../lint/analysis';
import { applyEdits } from '../plan/edit/editPlan';
import type { Io } from './commandIo';
import { byteOrderMark } from './files/byteOrderMark';
import { isStream } from './files/destination';
import { replaceFiles } from './files/replaceFiles';

/** Returns the new text, or undefined if nothing was fixed. */
export async function fixFile(
  file: string,
  { document, findings }: Analysis,
  io: Io,
): Promise<string | undefined> {
  const { edits, count } = safeFixes(findings);
  // bytes that are no text must stay as they are
  const isText = !findings.some(({ code }) => code === 'plan.not-utf8' || code === 'plan.not-text');
  if (count === 0 || !isText || (await isStream(file))) return undefined;
  const text = applyEdits(document.text, edits);
  await replaceFiles([{ file, text: (await byteOrderMark(file)) + text }], io.createFile);
  return text;
}
