/** Sets the language of all text to the one of VS Code, if there is a translation (`l10n/bundle.l10n.*.json`). */
import { config } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Texts } from '../query/messages';

/** Returns the translation, undefined for English. Has to be called before anything is said. */
export function setLanguage(): Texts | undefined {
  const texts = vscode.l10n.bundle;
  config({ contents: texts ?? {} });
  return texts;
}
