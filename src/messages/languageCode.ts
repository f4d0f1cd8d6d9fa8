/** Names the language of all text, as pages state it in `lang`. */
import { t } from '@vscode/l10n';

/** Returns `en`, or what a translation has for it: its own code. */
export function languageCode(): string {
  return t`en`;
}
