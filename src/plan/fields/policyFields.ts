/** Defines `policy`, of the plan and of a scenario. */
import { ROUTINGS } from '../../engine/plan/plan';
import * as limits from './limitsOfFields';
import { count, oneOf, share } from './scalars';
import type { Fields } from './shape';

export const POLICY = {
  headroom: {
    shape: share('none', limits.HEADROOM, ['20%', '0.2']),
    default: '0%',
    meaning:
      'Share of all slots that is kept free. With 20%, 1000 concurrent requests need 1250 slots.',
  },
  spare: {
    shape: count('a number of nodes', 'none', limits.SPARE, ['1'], ['nodes', 'node']),
    default: '0',
    meaning:
      'Nodes that may fail with the targets still met (N+1: `1`). They are added to sized scenarios; fixed `nodes` are judged without them.',
  },
  routing: {
    shape: oneOf(ROUTINGS),
    default: 'least-busy',
    meaning:
      'How requests are spread over the nodes. With `random`, some nodes queue while others have free slots.',
  },
} as const satisfies Fields;
