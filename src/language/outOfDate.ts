/** Shows hovers while the text cannot be read, from the last text that could. */
import { t } from '@vscode/l10n';
import { blocks, bold } from '../messages/markdown';
import type { Analysis } from '../lint/analysis';
import { findChange, moveRange } from '../plan/textChange';
import { hoverAt, type Hover } from './hover';
import type { LinkTo } from './place';

/** @param text The editor's current text. `offset` and the hover's range refer to it. */
export function outOfDateHover(
  lastGood: Analysis,
  text: string,
  offset: number,
  linkTo: LinkTo,
): Hover | undefined {
  const change = findChange(lastGood.document.text, text);
  const before = change.toOld(offset);
  if (before === undefined) return undefined;
  const linkToMoved: LinkTo = (range) => {
    const moved = moveRange(range, change);
    return moved && linkTo(moved);
  };
  const hover = hoverAt(lastGood, before, linkToMoved);
  const range = hover && moveRange(hover.range, change);
  if (!range) return undefined;
  const warning = `⚠ ${bold(t`Showing the last valid version of the plan.`)}`;
  return { markdown: blocks(warning, hover.markdown), range };
}
