/** Builds the hover at a place of a plan. Loaded with the first hover, because opening a file does not need it. */
import * as vscode from 'vscode';
import { REFUSAL_WORDS } from '../worker/asked';
import { linkToCharts, OPEN_CHARTS } from './charts/openCharts';
import type { Plans } from './plans';
import { toRange } from './ranges';

export async function hoverContents(
  document: vscode.TextDocument,
  position: vscode.Position,
  plans: Plans,
): Promise<vscode.Hover | undefined> {
  const address = document.isUntitled ? undefined : document.uri.with({ fragment: '' }).toString();
  const offset = document.offsetAt(position);
  const asked = await plans.ask(document, { type: 'hover', offset, address });
  if (asked.kind === 'dropped') return undefined;
  if (asked.kind === 'refused') {
    return new vscode.Hover(new vscode.MarkdownString(REFUSAL_WORDS[asked.refusal]));
  }
  const { answer: hover } = asked;
  if (!hover) return undefined;
  const markdown = new vscode.MarkdownString(hover.markdown);
  if (hover.scenario !== undefined && !document.isUntitled) {
    markdown.appendMarkdown(`\n\n[Open Charts](${linkToCharts(document.uri, hover.scenario)})`);
    markdown.isTrusted = { enabledCommands: [OPEN_CHARTS] };
  }
  return new vscode.Hover(markdown, toRange(document, hover.range));
}
