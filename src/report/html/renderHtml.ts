/**
 * Writes the report as one HTML file without scripts and without the network. It is the report's Markdown, read with
 * HTML switched off but for the folds that the report itself writes.
 */
import { t } from '@vscode/l10n';
import MarkdownIt from 'markdown-it';
import { DARK_STYLE } from '../../charts/svg/darkColours';
import type { Analysis } from '../../lint/analysis';
import { oneLine } from '../../messages/oneLine';
import { anchorOf, contentsTitle } from '../fold';
import { languageCode } from '../../messages/languageCode';
import { renderSavedReport } from '../renderReport';
import { STYLE, STYLE_HASH } from './style';

type Token = ReturnType<MarkdownIt['parse']>[number];

interface HtmlOptions {
  readonly fileName: string;
  /** Set if the report has no charts. */
  readonly withoutCharts?: boolean;
}

/** Returns the whole file. Equal plans give equal text. */
export function renderHtml(
  analysis: Analysis,
  { fileName, withoutCharts = false }: HtmlOptions,
): string {
  const { markdown, pictures } = renderSavedReport(analysis, { fileName, reportName: 'chart' });
  const shown = withoutCharts ? [] : pictures;
  const svgByName = new Map(shown.map(({ name, svg }) => [name, withoutStyle(svg)]));
  const title = oneLine(analysis.assessment?.plan.title ?? '') || oneLine(fileName);
  return page(title, markdownToHtml(markdown, svgByName));
}

const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(languageCode())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`;
}

function markdownToHtml(markdown: string, svgByName: ReadonlyMap<string, string>): string {
  const reader = new MarkdownIt({ html: true, linkify: false });
  const { rules } = reader.renderer;
  reader.validateLink = isOurLink;
  rules.html_block = (tokens, index) => foldOf(tokens[index]?.content ?? '');
  rules.html_inline = (tokens, index) => escapeHtml(tokens[index]?.content ?? '');
  rules.image = (tokens, index) => svgByName.get(tokens[index]?.attrGet('src') ?? '') ?? '';
  rules.table_open = () =>
    `<div class="table" role="group" aria-label="${escapeHtml(t`Table`)}" tabindex="0"><table>\n`;
  rules.table_close = () => '</table></div>\n';
  const tokens = reader.parse(markdown, {});
  tokens.forEach((token, index) => prepare(token, tokens[index + 1]));
  return reader.renderer.render(tokens, reader.options, {});
}

/** Allows links to sections, to the pages of rules, and to the report's own pictures. */
function isOurLink(address: string): boolean {
  return /^(#(?:[a-z-]|%[\dA-F]{2})+|https:\/\/github\.com\/capacity-plan\/[^\s"<>]+|chart\.[a-z-]+\.svg)$/.test(
    address,
  );
}

/** Gives headings the anchors of the contents. Replaces inline styles, which the policy forbids. */
function prepare(token: Token, next: Token | undefined): void {
  if (token.type === 'heading_open' && token.tag === 'h2') {
    token.attrSet('id', idOf(next?.content ?? ''));
  }
  if (token.attrGet('style') !== null) token.attrs = [['class', 'right']];
}

/** Returns the anchor of a heading. The style knows the contents, which have one name in all languages. */
function idOf(title: string): string {
  return title === contentsTitle() ? 'contents' : anchorOf(title);
}

/** Returns a fold as it is, and anything else as text. */
function foldOf(html: string): string {
  const [, label] =
    /^<details>\s*<summary>([\p{L}\p{M}\w :,%’.-]+)<\/summary>\s*$/u.exec(html) ?? [];
  if (label !== undefined) return `<details><summary>${label}</summary>\n`;
  return html.trim() === '</details>' ? '</details>\n' : escapeHtml(html);
}

/** Removes the style of a picture, whose rules the page has too. */
function withoutStyle(svg: string): string {
  return svg.replace(`${DARK_STYLE}\n`, '').trimEnd();
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
