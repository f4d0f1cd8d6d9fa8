import { t } from '@vscode/l10n';
import { cut } from '../messages/oneLine';

/**
 * Cleans a name for a quoted label of a Mermaid chart. Escaping is not possible there, so only letters, digits and
 * harmless signs stay.
 */
export function mermaidLabel(name: string): string {
  const label = name
    .replace(/[^\p{L}\p{N}\p{M} .,_()/+-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return label === '' ? t`engine` : cut(label, LONGEST);
}

const LONGEST = 60;
