/** Builds the hover at a place of a plan. Loaded with the first hover, because opening a file does not need it. */
import * as vscode from 'vscode';
import { recommending } from '../engine/recommend/recommend';
import type { Depth } from '../language/depth';
import { hoverAt } from '../language/hover';
import { outOfDateHover } from '../language/outOfDate';
import { subjectAt } from '../language/subject';
import type { Analysis } from '../lint/analysis';
import type { AnalysisStore } from './analysisStore';
import { linkToCharts, OPEN_CHARTS } from './charts/openCharts';
import { during } from './effort';
import { linkTo, toRange } from './ranges';

export function hoverContents(
  document: vscode.TextDocument,
  position: vscode.Position,
  store: AnalysisStore,
): vscode.Hover | undefined {
  const analysis = store.analysisOf(document);
  const lastGood = store.lastGoodOf(document);
  const offset = document.offsetAt(position);
  const link = linkTo.bind(undefined, document);
  const depth = depthOf(document, lastGood ?? analysis, store);
  const hover =
    analysis.assessment || !lastGood
      ? hoverAt(analysis, offset, link, depth)
      : outOfDateHover(lastGood, analysis.document.text, offset, link, depth);
  if (!hover) return undefined;
  const scenario = scenarioAt(analysis, offset);
  const markdown = new vscode.MarkdownString(hover.markdown);
  // For folded formulas. Text of the plan is escaped, and VS Code drops scripts and styles.
  markdown.supportHtml = true;
  if (scenario !== undefined && !document.isUntitled) {
    markdown.appendMarkdown(`\n\n[Open Charts](${linkToCharts(document.uri, scenario)})`);
    markdown.isTrusted = { enabledCommands: [OPEN_CHARTS] };
  }
  return new vscode.Hover(markdown, toRange(document, hover.range));
}

/** Most milliseconds that a hover searches for the best options. */
const SEARCH_MS = 50;

function depthOf(
  document: vscode.TextDocument,
  { assessment }: Analysis,
  store: AnalysisStore,
): Depth {
  if (store.isExpensive(document)) return 'assessed';
  const isFound = !assessment || recommending(assessment).advance(during(SEARCH_MS, store.clock));
  return isFound ? 'all' : 'assessed';
}

/** Returns the scenario that the hover is about. */
function scenarioAt({ assessment, document }: Analysis, offset: number): string | undefined {
  const at = document.pathAt(offset);
  const subject = assessment && at && subjectAt(assessment, at);
  return subject?.kind === 'scenario' ? subject.scenario.spec.name : undefined;
}
