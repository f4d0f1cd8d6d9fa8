/** Title of the load as the head of a column. "Load" means the requests in flight on one server. */
import { t } from '@vscode/l10n';
import type { Figure } from '../engine/figure/figure';

/** Returns `Users` or `Requests/s`. A number below it needs no unit. */
export function loadTitle(asked: Figure | undefined): string {
  return asked?.unit === 'users' ? t`Users` : t`Requests/s`;
}
