/** Builds the hover at a place of a plan. Loaded with the first hover, because opening a file does not need it. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { HoverText } from '../query/questions';
import { refusalWords } from '../worker/asked';
import { linkToCharts, OPEN_CHARTS } from './charts/openCharts';
import type { Plans } from './plans';
import { linkToMeasure, MEASURE } from './measure/registerMeasure';
import { toRange } from './ranges';

export async function hoverContents(
  document: vscode.TextDocument,
  position: vscode.Position,
  plans: Plans,
  canMeasure: boolean,
): Promise<vscode.Hover | undefined> {
  const address = document.isUntitled ? undefined : document.uri.with({ fragment: '' }).toString();
  const offset = document.offsetAt(position);
  const asked = await plans.ask(document, { type: 'hover', offset, address });
  if (asked.kind === 'dropped') return undefined;
  if (asked.kind === 'refused') {
    return new vscode.Hover(new vscode.MarkdownString(refusalWords(asked.refusal)));
  }
  const { answer: hover } = asked;
  if (!hover) return undefined;
  const markdown = new vscode.MarkdownString(hover.markdown);
  // For folded formulas. Text of the plan is escaped, and VS Code drops scripts and styles.
  markdown.supportHtml = true;
  const links = linksOf(document, hover, canMeasure);
  if (links.length > 0) {
    markdown.appendMarkdown(`\n\n${links.join(' · ')}`);
    markdown.isTrusted = { enabledCommands: [OPEN_CHARTS, MEASURE] };
  }
  return new vscode.Hover(markdown, toRange(document, hover.range));
}

function linksOf(
  { isUntitled, uri }: vscode.TextDocument,
  { scenario, next }: HoverText,
  canMeasure: boolean,
): readonly string[] {
  const isLinked = !isUntitled;
  const measure =
    next && isLinked && canMeasure ? ` ([${t`Measure…`}](${linkToMeasure(uri, next.engine)}))` : '';
  return [
    ...(scenario !== undefined && isLinked
      ? [`[${t`Open Charts`}](${linkToCharts(uri, scenario)})`]
      : []),
    ...(next ? [t`Measure next: ${next.loads}` + measure] : []),
  ];
}
