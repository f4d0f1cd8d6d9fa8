/** Defines the top of a plan. */
import { soundParser } from '../quantities/sound';
import { parseCurrency } from '../quantities/text';
import { prose, word } from './scalars';
import type { Fields, MapShape, ScalarShape } from './shape';
import { WORKLOAD } from './workloadFields';
import { TARGET } from './targetFields';
import { POLICY } from './policyFields';
import { NODE } from './nodeFields';
import { ENGINE } from './engineFields';
import { SCENARIO } from './scenarioFields';

const currency: ScalarShape<string> = {
  ...word('USD', 'EUR', 'JPY'),
  expected: 'a currency, as its ISO 4217 code',
  parse: soundParser(parseCurrency),
};

export const PLAN = {
  version: {
    shape: { ...word('1'), expected: '1', choices: ['1'], schema: { const: 1 } },
    required: true,
    meaning: 'The version of the format: 1.',
  },
  title: {
    shape: prose('1000 users below 1 s'),
    meaning: 'The subject of the plan, and the report’s heading.',
  },
  currency: { shape: currency, default: 'USD', meaning: 'The currency of prices that name none.' },
  workload: {
    shape: { kind: 'map', noun: 'workload', fields: WORKLOAD },
    meaning: 'The load: `users` who each send a request and wait, or a `rate` of requests.',
  },
  targets: {
    shape: { kind: 'named', of: { kind: 'map', noun: 'a target', fields: TARGET } },
    meaning:
      'Named sets of objectives. Every scenario is judged by every target. Findings use the first, unless the scenario names another.',
  },
  policy: {
    shape: { kind: 'map', noun: 'policy', fields: POLICY },
    meaning: 'Reserves, and how requests are spread over the nodes.',
  },
  nodes: {
    shape: { kind: 'named', of: { kind: 'map', noun: 'a node', fields: NODE } },
    meaning: 'Machine types that engines run on, each with its price.',
  },
  engines: {
    shape: { kind: 'named', of: { kind: 'map', noun: 'an engine', fields: ENGINE } },
    required: true,
    meaning: 'Inference servers with a model on a node type, each with benchmarks of its speed.',
  },
  scenarios: {
    shape: { kind: 'named', of: { kind: 'map', noun: 'a scenario', fields: SCENARIO } },
    required: true,
    meaning: 'Ways to serve the workload. They are sized, priced, judged and compared.',
  },
} as const satisfies Fields;

export const PLAN_SHAPE: MapShape = { kind: 'map', noun: 'the plan', fields: PLAN };
