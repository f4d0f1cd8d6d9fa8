/** Says who found out an observation. */
import { t } from '@vscode/l10n';
import type { Source } from '../engine/plan/plan';

export function sourceWord(source: Source): string {
  switch (source) {
    case 'measured':
      return t`measured`;
    case 'reported':
      return t`reported`;
    case 'estimate':
      return t`estimate`;
    case 'guess':
      return t`guess`;
  }
}
