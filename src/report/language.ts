/** Says which language the report's text has. */
import { t } from '@vscode/l10n';

/** Returns the language as HTML writes it: `en`, or what a translation has for it, such as `de`. */
export function languageOfText(): string {
  return t`en`;
}
