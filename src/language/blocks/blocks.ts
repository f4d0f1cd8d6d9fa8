/** Lists the blocks that completion writes whole, by the map that they fill. Required keys come first. */
import { ENGINE_TYPES, SOURCES, type KeyPath } from '../../engine/plan/plan';
import { splitPath } from '../../plan/keyPath';
import type { Block, Body } from './block';

const WORKLOAD: readonly Block[] = [
  { has: 'with users', body: { users: '«1000»', thinkTime: '«10»s' } },
  { has: 'with rate', body: { rate: '«20»/s', peakFactor: '«2»' } },
];

const TARGET: readonly Block[] = [
  { has: 'with latency', isFlow: true, body: { latency: '<«1»s' } },
  { has: 'with p95', isFlow: true, body: { p95: '<«2»s' } },
  { has: 'with token times', isFlow: true, body: { ttft: '<«500»ms', tpot: '<«40»ms' } },
];

const POLICY: readonly Block[] = [
  { has: 'with spare', body: { spare: '«1»' } },
  { has: 'with headroom', body: { headroom: '«10»%' } },
];

const PRICE_BODY: Body = {
  amount: '«1.50» USD/h',
  source: '«price list»',
  date: '«@today»',
};

const PRICE: readonly Block[] = [{ has: 'with date', isFlow: true, body: PRICE_BODY }];

const NODE: readonly Block[] = [
  { has: 'with price', body: { gpu: '«L4»', price: '«1.50» USD/h' } },
  {
    has: 'with dated price',
    body: {
      gpu: '«L4»',
      price: '{ amount: «1.50» USD/h, source: «price list», date: «@today» }',
    },
  },
];

const SOURCE = choices('measured', SOURCES);

const ESTIMATE: Body = {
  source: choices('estimate', SOURCES),
  parallel: '«8»',
  latency: '«2.7»s',
};

const BENCHMARK: Body = {
  source: SOURCE,
  name: '«50-user benchmark»',
  nodes: '«10»',
  parallel: '«8»',
  users: '«50»',
  latency: '«2.7»s',
  throughput: '«18»/s',
  date: '«@today»',
};

/** What `vllm bench serve` and its like print. */
const TOKEN_BENCHMARK: Body = {
  source: SOURCE,
  parallel: '«64»',
  users: '«32»',
  requests: '«1000»',
  throughput: '«4.6»/s',
  latency: '«7»s',
  ttft: '«230»ms',
  tpot: '«27»ms',
  promptTokens: '«600»',
  outputTokens: '«250»',
  date: '«@today»',
};

const OBSERVATION: readonly Block[] = [
  { has: 'with latency', isFlow: true, body: ESTIMATE },
  { has: 'with throughput', body: BENCHMARK },
  { has: 'with token times', body: TOKEN_BENCHMARK },
];

const TYPE = choices('vllm', ENGINE_TYPES);

const ENGINE: readonly Block[] = [
  {
    has: 'with benchmark',
    body: { node: '«@nodes»', type: TYPE, observations: [BENCHMARK] },
  },
  {
    has: 'with estimate',
    body: { node: '«@nodes»', type: TYPE, observations: [ESTIMATE] },
  },
  {
    has: 'with model',
    body: {
      node: '«@nodes»',
      type: TYPE,
      model: '«llama3.1:8b»',
      quantization: '«fp8»',
      context: '«8192»',
    },
  },
  { has: 'with like', body: { node: '«@nodes»', like: '«@engines»', type: TYPE } },
];

const SCENARIO: readonly Block[] = [
  { has: 'with slots', isFlow: true, body: { engine: '«@engines»', parallel: '«8»' } },
  {
    has: 'with nodes',
    isFlow: true,
    body: { engine: '«@engines»', parallel: '«8»', nodes: '«10»' },
  },
  {
    has: 'with cheapest slots',
    isFlow: true,
    body: { engine: '«@engines»', parallel: 'auto', sizeFor: 'target' },
  },
];

/** Blocks by the path of their map. A star is a name or the number of an item. */
const BLOCKS: Readonly<Record<string, readonly Block[]>> = {
  '/workload': WORKLOAD,
  '/targets/*': TARGET,
  '/policy': POLICY,
  '/nodes/*': NODE,
  '/nodes/*/price': PRICE,
  '/engines/*': ENGINE,
  '/engines/*/observations': [
    { has: 'with files', isFlow: true, body: { from: '«bench/*.json»' } },
  ],
  '/engines/*/observations/*': OBSERVATION,
  '/scenarios/*': SCENARIO,
  '/scenarios/*/workload': WORKLOAD,
  '/scenarios/*/policy': POLICY,
};

/** Paths of all maps that have blocks, with a star for each name. */
export const BLOCK_PATHS = Object.keys(BLOCKS);

/** Returns the blocks that fill the map at a path. */
export function blocksOf(path: KeyPath): readonly Block[] {
  const pattern = splitPath(path).map((step, index) => (index % 2 === 1 ? '*' : step));
  return BLOCKS[`/${pattern.join('/')}`] ?? [];
}

/** Nouns of the maps that have blocks, as labels name them. */
const NOUNS = [
  'workload',
  'target',
  'policy',
  'node',
  'price',
  'engine',
  'observation',
  'scenario',
] as const;

/** Lists the English texts of labels, which are translated where they are shown. */
export function blockTexts(): readonly string[] {
  const has = Object.values(BLOCKS).flatMap((blocks) => blocks.map((block) => block.has));
  return [...new Set<string>([...NOUNS, ...has])];
}

/** Returns a tab stop that offers all of a list, the likeliest first. */
function choices(first: string, all: readonly string[]): string {
  return `«${[first, ...all.filter((each) => each !== first)].join('|')}»`;
}
