/** Names the unit of a control in the language of the page. Units that a plan writes, such as `USD/h`, stay. */
import { t } from '@vscode/l10n';

export function unitWords(unit: string): string {
  switch (unit) {
    case 'users':
      return t`users`;
    case 'slots':
      return t`slots`;
    case 'days':
      return t`days`;
    default:
      return unit;
  }
}
