/** What a panel shows, and the reading of the plan that it was drawn from. */
import type * as vscode from 'vscode';
import type { Analysis } from '../../lint/analysis';
import { drawMissing } from '../../panel/drawMissing';
import { drawPicture, emptyPicture, type Extent } from '../../panel/drawPicture';
import type { Picture } from '../../panel/picture';
import type { AnalysisStore } from '../analysisStore';

export interface ShownPlan {
  /** Undefined where the file is gone. */
  readonly document: vscode.TextDocument | undefined;
  /** The last one with an assessment, while the text is broken. */
  readonly analysis: Analysis | undefined;
  readonly picture: Picture;
}

/** @param last What was shown before: it stays, marked out of date. */
export function drawGone(fileName: string, last: ShownPlan | undefined): ShownPlan {
  const picture = drawMissing(last?.picture, fileName);
  return { document: undefined, analysis: last?.analysis, picture };
}

export function drawShown(
  document: vscode.TextDocument,
  fileName: string,
  store: AnalysisStore,
  extent?: Extent,
): ShownPlan {
  const current = store.analysisOf(document);
  const lastGood = store.lastGoodOf(document);
  const picture = drawPicture(current, lastGood, fileName, extent);
  return { document, analysis: lastGood, picture };
}

/** What is shown of a plan that nobody has drawn yet, since that would take too long. */
export function drawUnseen(document: vscode.TextDocument, fileName: string): ShownPlan {
  return { document, analysis: undefined, picture: { ...emptyPicture(fileName), paused: 'all' } };
}
