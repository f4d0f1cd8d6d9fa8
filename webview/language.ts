/** Sets the language of the page to the translation that it came with (src/vscode/charts/panelHtml.ts). */
import { config } from '@vscode/l10n';

/** Has to be called before anything is drawn. */
export function setLanguage(): void {
  const texts = document.getElementById('texts')?.textContent ?? '';
  if (texts !== '') config({ contents: texts });
}
