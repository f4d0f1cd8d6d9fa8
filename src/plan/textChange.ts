/** Finds one change that turns the old text into the new one: the text before and after it is equal. */
import type { Range } from './range';

export interface TextChange {
  /** From one text to the other; undefined inside of what was changed. */
  toOld(offset: number): number | undefined;
  toNew(offset: number): number | undefined;
}

export function findChange(oldText: string, newText: string): TextChange {
  const shorter = Math.min(oldText.length, newText.length);
  let prefix = 0;
  while (prefix < shorter && oldText[prefix] === newText[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && oldText.at(-1 - suffix) === newText.at(-1 - suffix)) suffix++;
  const move = (offset: number, from: string, to: string): number | undefined => {
    if (offset <= prefix) return offset;
    return offset >= from.length - suffix ? offset - from.length + to.length : undefined;
  };
  return {
    toOld: (offset) => move(offset, newText, oldText),
    toNew: (offset) => move(offset, oldText, newText),
  };
}

/** Moves a range of the old text. Returns undefined if one of its ends was changed. */
export function moveRange({ start, end }: Range, change: TextChange): Range | undefined {
  const [from, to] = [change.toNew(start), change.toNew(end)];
  return from === undefined || to === undefined ? undefined : { start: from, end: to };
}
