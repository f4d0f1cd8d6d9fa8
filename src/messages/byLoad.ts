/** Words for the basis of a second opinion by load. */
import type { ByLoadOpinion } from '../engine/explore/byLoad';
import type { Source } from '../engine/plan/plan';

/** Returns `from all observations`, `without the guesses`. */
export function describeBasis({ without }: Pick<ByLoadOpinion, 'without'>): string {
  return without === undefined ? 'from all observations' : `without ${SOURCES_ALL[without]}`;
}

const SOURCES_ALL: Readonly<Record<Source, string>> = {
  measured: 'the measurements',
  reported: 'the reported values',
  estimate: 'the estimates',
  guess: 'the guesses',
};
