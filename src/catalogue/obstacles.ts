/** Why a scenario that meets a target is no answer. */
import type { Obstacle } from '../engine/canRun';

export const OBSTACLE_WORDS: Readonly<Record<Obstacle, string>> = {
  memory: 'Does not fit into a server’s memory',
  'turns-away': 'Turns requests away',
};

/** In a table, in place of `meets`. */
export const OBSTACLE_SHORT: Readonly<Record<Obstacle, string>> = {
  memory: 'does not fit into memory',
  'turns-away': 'turns requests away',
};
