import { readFile } from 'node:fs/promises';

/** Editors keep a byte order mark, and so does an import. */
export async function byteOrderMark(plan: string): Promise<string> {
  return (await readFile(plan, 'utf8')).startsWith('\uFEFF') ? '\uFEFF' : '';
}
