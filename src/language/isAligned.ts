/** Tells if a key or an item can begin at a line's indentation: its siblings begin in the same column. */

/** Lines that are looked at in each direction. */
const MOST = 500;

/**
 * @param column Blanks that the line begins with.
 * @param isItem True if it begins with a dash.
 */
export function isAligned(
  above: readonly string[],
  column: number,
  below: readonly string[],
  isItem: boolean,
): boolean {
  let outer = -1;
  let first: number | undefined;
  for (let i = above.length - 1; i >= Math.max(0, above.length - MOST); i--) {
    const start = startOf(above[i]);
    if (start === undefined) continue;
    // an item may begin below the first letter of its list's key
    const isListKey = isItem && start === column && above[i]?.[start] !== '-';
    if (start < column || isListKey) {
      if (!isAround(above[i] ?? '', column, isItem)) return false;
      outer = start;
      break;
    }
    first = start;
  }
  if (first !== undefined && first !== column) return false;
  const next = below
    .slice(0, MOST)
    .map(startOf)
    .find((start) => start !== undefined);
  return next === undefined || next <= outer || next === column;
}

/** Tells if what begins in the column belongs to a line above: a key without a value, or the first key of an item. */
function isAround(line: string, column: number, isItem: boolean): boolean {
  const [item] = /^\s*-\s+(?![\s{[&!*])/.exec(line) ?? [];
  return (!isItem && item?.length === column) || (line.length < LONGEST && OPEN.test(line));
}

const LONGEST = 500;

/** A key without a value but an anchor, or a dash alone. */
const OPEN = /^(?:.*:(?:\s+[&!]\S+)*|\s*-)\s*(?:\s#.*)?$/;

/** Returns the column of a line's first character; undefined for an empty line or a comment. */
function startOf(line: string | undefined): number | undefined {
  const start = line?.search(/\S/) ?? -1;
  return start < 0 || line?.[start] === '#' ? undefined : start;
}
