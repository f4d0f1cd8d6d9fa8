/** Defines `scenarios.<name>`. */
import { nodeCount, SLOT_WORDS, slots } from './commonShapes';
import { countOrAuto, oneOf, prose, reference } from './scalars';
import type { Fields } from './shape';
import { WORKLOAD } from './workloadFields';
import { POLICY } from './policyFields';

const OVERRIDES = 'Overrides for this scenario, field by field; ';

export const SCENARIO = {
  title: { shape: prose('Conservative, fast'), meaning: 'Its name in reports.' },
  engine: {
    shape: reference('engines'),
    required: true,
    meaning: 'The engine that serves it: a name from `engines`.',
  },
  parallel: {
    shape: countOrAuto(slots),
    required: true,
    alsoCalled: SLOT_WORDS,
    meaning:
      'Requests that one server works on at once (`OLLAMA_NUM_PARALLEL`, vLLM’s `--max-num-seqs`). `auto` takes the cheapest value that meets the target and fits into memory.',
  },
  nodes: {
    shape: nodeCount,
    alsoCalled: ['replicas'],
    meaning: 'A fixed number of nodes. Without it the scenario is sized.',
  },
  sizeFor: {
    shape: oneOf(['slots', 'target'] as const),
    default: 'slots',
    meaning:
      '`slots`: a slot for every concurrent request. `target`: enough nodes to also meet the target.',
  },
  target: {
    shape: reference('targets'),
    default: 'the first of the file',
    meaning: 'The target that findings judge it by: a name from `targets`.',
  },
  workload: {
    shape: { kind: 'map', noun: 'a scenario’s workload', fields: WORKLOAD },
    meaning: `${OVERRIDES}\`users\` and \`rate\` replace each other.`,
  },
  policy: {
    shape: { kind: 'map', noun: 'a scenario’s policy', fields: POLICY },
    meaning: `${OVERRIDES}see the plan’s \`policy\`.`,
  },
} as const satisfies Fields;
