/** Pairs a panel's picture with the reading of the plan that it was drawn from. */
import type * as vscode from 'vscode';
import type { Analysis } from '../../lint/analysis';
import { drawMissing } from '../../panel/drawMissing';
import { drawPicture, emptyPicture, type Extent } from '../../panel/drawPicture';
import type { Picture } from '../../panel/picture';
import type { AnalysisStore } from '../analysisStore';

export interface ShownPlan {
  /** Document of the plan, or undefined if the file is gone. */
  readonly document: vscode.TextDocument | undefined;
  /** Last analysis with an assessment, while the text is broken. */
  readonly analysis: Analysis | undefined;
  readonly picture: Picture;
}

/** @param last Picture shown before. It stays, marked out of date. */
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

/** Draws a plan that is too slow to draw and has no earlier picture. */
export function drawUnseen(document: vscode.TextDocument, fileName: string): ShownPlan {
  return { document, analysis: undefined, picture: { ...emptyPicture(fileName), paused: 'all' } };
}
