/** Hovers while the text cannot be read: from the last text that could. */
import { blocks } from '../catalogue/markdown';
import type { Analysis } from '../lint/analysis';
import { hoverAt, type Hover } from './hover';
import type { LinkTo } from './place';

const OUT_OF_DATE = '⚠ **Out of date:** the plan cannot be read at the moment.';

/** @param text What stands in the editor now; `offset` and the hover's range are in it. */
export function outOfDateHover(
  lastGood: Analysis,
  text: string,
  offset: number,
  linkTo: LinkTo,
): Hover | undefined {
  const edit = findEdit(lastGood.document.text, text);
  const before = edit.toOld(offset);
  if (before === undefined) return undefined;
  const hover = hoverAt(lastGood, before, (range) => {
    const [start, end] = [edit.toNew(range.start), edit.toNew(range.end)];
    return start === undefined || end === undefined ? undefined : linkTo({ start, end });
  });
  if (!hover) return undefined;
  const [start, end] = [edit.toNew(hover.range.start), edit.toNew(hover.range.end)];
  if (start === undefined || end === undefined) return undefined;
  return { markdown: blocks(OUT_OF_DATE, hover.markdown), range: { start, end } };
}

interface Edit {
  /** From one text to the other; undefined inside of what was changed. */
  toOld(offset: number): number | undefined;
  toNew(offset: number): number | undefined;
}

/** One change that makes the new text of the old one: what stands before and after it is the same. */
function findEdit(oldText: string, newText: string): Edit {
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
