/** What the panel shows of a plan whose file is gone: the last that it knew, or the reason why there is nothing. */
import { analyzePlan } from '../lint/analyzePlan';
import { drawPicture } from './drawPicture';
import type { Picture } from './picture';

export function drawMissing(last: Picture | undefined, fileName: string): Picture {
  const gone = `${fileName} is not there any more: it was closed, deleted or moved.`;
  if (last && last.nothing === undefined) return { ...last, fileName, outOfDate: gone };
  const empty = drawPicture(analyzePlan(''), undefined, fileName);
  return { ...empty, nothing: gone, findings: [] };
}
