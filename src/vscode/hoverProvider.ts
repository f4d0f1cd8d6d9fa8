import * as vscode from 'vscode';
import { hoverAt } from '../language/hover';
import { outOfDateHover } from '../language/outOfDate';
import type { AnalysisStore } from './analysisStore';
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
    const markdown = new vscode.MarkdownString(hover.markdown);
    return new vscode.Hover(markdown, toRange(document, hover.range));
  }
}
