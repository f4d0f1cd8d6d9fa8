import * as vscode from 'vscode';
import { hoverAt } from '../language/hover';
import { outOfDateHover } from '../language/outOfDate';
import { subjectAt } from '../language/subject';
import type { Analysis } from '../lint/analysis';
import type { AnalysisStore } from './analysisStore';
import { linkToCharts, OPEN_CHARTS } from './charts/openCharts';
import type { Log } from './log';
import { linkTo, toRange } from './ranges';

export class HoverProvider implements vscode.HoverProvider {
  readonly #store: AnalysisStore;
  readonly #log: Log;

  constructor(store: AnalysisStore, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    return this.#log.guard('hover', () => this.#hover(document, position), undefined);
  }

  #hover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const analysis = this.#store.analysisOf(document);
    const lastGood = this.#store.lastGoodOf(document);
    const offset = document.offsetAt(position);
    const link = linkTo.bind(undefined, document);
    const hover =
      analysis.assessment || !lastGood
        ? hoverAt(analysis, offset, link)
        : outOfDateHover(lastGood, analysis.document.text, offset, link);
    if (!hover) return undefined;
    const scenario = scenarioAt(analysis, offset);
    const markdown = new vscode.MarkdownString(hover.markdown);
    if (scenario !== undefined && !document.isUntitled) {
      markdown.appendMarkdown(`\n\n[Open Charts](${linkToCharts(document.uri, scenario)})`);
      markdown.isTrusted = { enabledCommands: [OPEN_CHARTS] };
    }
    return new vscode.Hover(markdown, toRange(document, hover.range));
  }
}

/** The scenario that the hover is about. */
function scenarioAt({ assessment, document }: Analysis, offset: number): string | undefined {
  const at = document.pathAt(offset);
  const subject = assessment && at && subjectAt(assessment, at);
  return subject?.kind === 'scenario' ? subject.scenario.scenario.name : undefined;
}
