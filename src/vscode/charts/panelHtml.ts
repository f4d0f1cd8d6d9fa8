/** Writes the panel's HTML page: a frame that its script fills. Only this file says what the page may load. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { languageCode } from '../../messages/languageCode';
import type { Texts } from '../../query/messages';
import { randomName } from '../randomName';

/** Returns the folders that a page may load from. */
export function resourceRoots(extension: vscode.Uri): vscode.Uri[] {
  return [
    vscode.Uri.joinPath(extension, 'dist', 'webview'),
    vscode.Uri.joinPath(extension, 'media'),
  ];
}

/**
 * Allows no network, no inline script and no inline style. Scripts carry a nonce made for this page.
 *
 * @param texts Translation that the page speaks.
 */
export function panelHtml(
  webview: vscode.Webview,
  extension: vscode.Uri,
  texts: Texts | undefined,
): string {
  const nonce = randomName();
  const address = (...path: string[]): string =>
    escapeAttribute(webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString());
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
  ];
  return `<!DOCTYPE html>
<html lang="${languageCode()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy.join('; '))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t`Charts`}</title>
<link rel="stylesheet" nonce="${nonce}" href="${address('media', 'panel.css')}">
</head>
<body>
<main id="panel"></main>${textsElement(texts)}
<script nonce="${nonce}" src="${address('dist', 'webview', 'main.js')}"></script>
</body>
</html>
`;
}

/** Returns data, which no page runs. Nothing in it ends the element. */
function textsElement(texts: Texts | undefined): string {
  if (!texts) return '';
  const json = JSON.stringify(texts).replaceAll('<', '\\u003c');
  return `\n<script type="application/json" id="texts">${json}</script>`;
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
