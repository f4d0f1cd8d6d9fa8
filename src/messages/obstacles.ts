/** Says why a scenario that meets a target is still no answer. */
import { t } from '@vscode/l10n';
import type { Obstacle } from '../engine/assess/canRun';
import type { TargetVerdict } from '../engine/verdict/verdict';
import { textTable } from './textTable';
import { markedOutcome } from './verdicts';

export const OBSTACLE_WORDS = textTable<Obstacle>({
  memory: () => t`Does not fit into a server’s memory`,
  'single-slot': () => t`Has one slot on a server, not those planned`,
  'turns-away': () => t`Turns requests away`,
});

/** Returns `✗? likely misses`. A scenario that meets a target but cannot run gives `✗ does not fit into memory`. */
export function markedAnswer(verdict: TargetVerdict): string {
  const cannotRun =
    verdict.outcome === 'meets' &&
    verdict.objectives.some(({ reasons }) => reasons.includes('exceeds-memory'));
  return cannotRun ? t`✗ does not fit into memory` : markedOutcome(verdict);
}
