/** Names the source of an observation in the person's language. */
import { t } from '@vscode/l10n';
import type { Source } from '../engine/plan/plan';

export function sourceText(source: Source): string {
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
