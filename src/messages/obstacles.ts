/** Why a scenario that meets a target is no answer. */
import type { Obstacle } from '../engine/assess/canRun';
import type { TargetVerdict } from '../engine/verdict/verdict';
import { markedOutcome } from './verdicts';

export const OBSTACLE_WORDS: Readonly<Record<Obstacle, string>> = {
  memory: 'Does not fit into a server’s memory',
  'single-slot': 'Has one slot on a server, not those planned',
  'turns-away': 'Turns requests away',
};

/** `✗ likely misses`; what meets a target and yet cannot run is no answer to it: `✗ does not fit into memory`. */
export function markedAnswer(verdict: TargetVerdict): string {
  const cannotRun =
    verdict.outcome === 'meets' &&
    verdict.objectives.some(({ reasons }) => reasons.includes('exceeds-memory'));
  return cannotRun ? '✗ does not fit into memory' : markedOutcome(verdict);
}
