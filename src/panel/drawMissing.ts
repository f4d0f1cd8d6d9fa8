/** Builds the panel's picture of a plan whose file is gone: the last known picture, or a reason. */
import { t } from '@vscode/l10n';
import { emptyPicture } from './drawPicture';
import type { Picture } from './picture';

export function drawMissing(last: Picture | undefined, fileName: string): Picture {
  const gone = t`${fileName} is not there any more: it was closed, deleted or moved.`;
  if (last && last.nothing === undefined) return { ...last, fileName, outOfDate: gone };
  return { ...emptyPicture(fileName), nothing: gone };
}
