/** Escapes text of files and plans for the page of a preview. */
import { oneLine } from '../../messages/oneLine';

/** Text of a file stays text, and shows no invisible characters. */
export function escape(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
