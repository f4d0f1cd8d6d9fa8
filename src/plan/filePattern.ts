/** Patterns of file names: `bench/*.json` is every such file of one folder. */

export interface FilePattern {
  /** Folder as the plan writes it, with its slash at the end. Empty for the folder of the plan. */
  readonly folder: string;
  /** Returns the names that match, in a fixed order. Hidden files never match. */
  readonly choose: (names: readonly string[]) => readonly string[];
}

/** Returns undefined for the path of a single file, and `bad` if a folder has a `*`. */
export function readPattern(path: string): FilePattern | 'bad' | undefined {
  if (!path.includes('*')) return undefined;
  const end = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, end);
  const name = path.slice(end);
  if (folder.includes('*') || name.includes('**')) return 'bad';
  const parts = name.split('*');
  const choose = (names: readonly string[]): readonly string[] =>
    names.filter((each) => !each.startsWith('.') && isMatch(each, parts)).sort(inOrder);
  return { folder, choose };
}

/** Tells if a name has all parts in order, without the backtracking of a regular expression. */
function isMatch(name: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (name.length < first.length + last.length) return false;
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= name.length - last.length;
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
