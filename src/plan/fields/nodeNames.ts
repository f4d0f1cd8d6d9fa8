/** Describes the value of an engine's `node`: a name, or a list of names. */
import { reference } from './scalars';
import type { SeveralShape } from './shape';

export const NODE_NAMES: SeveralShape = {
  kind: 'several',
  of: reference('nodes'),
  expected: 'the name of one of the plan’s nodes, or a list of names',
};
