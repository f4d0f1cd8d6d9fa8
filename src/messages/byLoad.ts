/** Words for the basis of a second opinion by load. */
import { t } from '@vscode/l10n';
import type { ByLoadOpinion } from '../engine/explore/byLoad';
import type { Source } from '../engine/plan/plan';
import { textTable } from './textTable';

/** Returns `from all observations`, `without the guesses`. */
export function describeBasis({ without }: Pick<ByLoadOpinion, 'without'>): string {
  return without === undefined ? t`from all observations` : WITHOUT[without];
}

const WITHOUT = textTable<Source>({
  measured: () => t`without the measurements`,
  reported: () => t`without the reported values`,
  estimate: () => t`without the estimates`,
  guess: () => t`without the guesses`,
});
