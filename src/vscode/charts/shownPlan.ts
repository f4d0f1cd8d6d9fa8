/** What a panel shows, and the reading of the plan that it was drawn from. */
import type * as vscode from 'vscode';
import type { Analysis } from '../../lint/analysis';
import { drawMissing } from '../../panel/drawMissing';
import { drawPicture } from '../../panel/drawPicture';
import type { Picture } from '../../panel/picture';
import type { AnalysisStore } from '../analysisStore';

export interface ShownPlan {
  /** Undefined where the file is gone. */
  readonly document: vscode.TextDocument | undefined;
  /** The last one with an assessment, while the text is broken. */
  readonly analysis: Analysis | undefined;
  readonly picture: Picture;
}

/** @param last What was shown before: it stays, marked out of date, where the file is gone. */
export function drawShown(
  document: vscode.TextDocument | undefined,
  fileName: string,
  last: ShownPlan | undefined,
  store: AnalysisStore,
): ShownPlan {
  if (!document) {
    const picture = drawMissing(last?.picture, fileName);
    return { document, analysis: last?.analysis, picture };
  }
  const current = store.analysisOf(document);
  const lastGood = store.lastGoodOf(document);
  const picture = drawPicture(current, lastGood, fileName);
  return { document, analysis: lastGood, picture };
}
