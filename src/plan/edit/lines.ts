/** Finds lines in the text of a plan: their ends, and the blanks before a key. */
import type { YamlEntry } from '../yamlTree';

/** Returns the blanks before the map's keys. In a list those keys begin after the dash. */
export function indentOf(text: string, { keyRange }: Pick<YamlEntry, 'keyRange'>): string {
  const start = text.lastIndexOf('\n', keyRange.start - 1) + 1;
  const before = text.slice(start, keyRange.start).replace(/^\ufeff/, '');
  return ' '.repeat(before.length);
}

/** Returns the offset before the line end. */
export function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Returns the line end at the offset. The last line may have none, and then uses that of the first. */
export function lineEnd(text: string, offset: number): string {
  const here = text.indexOf('\n', offset);
  const newline = here < 0 ? text.indexOf('\n') : here;
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}
