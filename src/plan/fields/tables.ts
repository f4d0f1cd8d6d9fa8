/**
 * The format, version 1: every key of every map, what it means and what it accepts. Parsing, findings, hovers,
 * completion, the JSON Schema and docs/format.md come from here.
 */
import { ENGINE_TYPES, ROUTINGS, SOURCES } from '../../engine/plan';
import { parseCurrency } from '../quantities/text';
import * as limits from './limitsOfFields';
import { price } from './priceScalar';
import {
  bandwidth,
  count,
  countOrAuto,
  date,
  duration,
  oneOf,
  prose,
  rate,
  reference,
  share,
  size,
  truth,
  url,
  word,
} from './scalars';
import type { Fields, MapShape, ScalarShape } from './shape';

const currency: ScalarShape<string> = {
  ...word('USD', 'EUR', 'JPY'),
  expected: 'a currency, as its ISO 4217 code',
  parse: parseCurrency,
};

const tokenCount = (signs: 'about' | 'none') =>
  count('a number of tokens', signs, limits.TOKENS, ['512', '1.5k', '~300'], ['tokens', 'token']);
const users = count(
  'a number of users',
  'about',
  limits.USERS,
  ['1000', '1,000', '1k', '~500'],
  ['users', 'user'],
);
const nodeCount = count('a number of nodes', 'none', limits.NODES, ['10'], ['nodes', 'node']);
const slots = count('a whole number', 'none', limits.PARALLEL, ['8'], ['requests', 'slots']);
const observedTime = () => duration('reading', limits.LATENCY, ['2.7s', '250ms', '<1s', '~2.7s']);
const timeLimit = () => duration('limit', limits.LATENCY, ['<1s', '<= 250ms', '3s']);
const thinkTime = duration('about', limits.THINK_TIME, ['10s', '2 min', '0']);
const requestRate = rate('about', limits.RATE, [
  '18/s',
  '18 rps',
  '1000/min',
  '2M/day',
  '~5 requests/second',
]);

export const WORKLOAD = {
  users: {
    shape: users,
    meaning:
      'People (or clients) who use the service at once, each with one request at a time: the next is sent when the answer is there and `thinkTime` has passed. A workload has `users` or `rate`.',
  },
  thinkTime: {
    shape: thinkTime,
    default: '0 s',
    meaning:
      'Pause between an answer and the same user’s next request. Without it every user always has a request in flight, which is the hardest case.',
  },
  rate: {
    shape: requestRate,
    meaning:
      'Requests that arrive, on average, whatever the service does; instead of `users`. Per second, minute, hour or day.',
  },
  peakFactor: {
    shape: count('a number', 'about', limits.PEAK_FACTOR, ['3', '1.5']),
    default: '1',
    meaning: 'The peak over the mean `rate`: with 3, the plan is sized for three times the rate.',
  },
  promptTokens: {
    shape: tokenCount('about'),
    meaning: 'Mean tokens of a prompt. Used for memory, and to compare with the observations.',
  },
  outputTokens: {
    shape: tokenCount('about'),
    meaning: 'Mean tokens of an answer. Used for costs per token, `tpot` and the hardware floor.',
  },
  serviceCv: {
    shape: count('a number', 'about', limits.SERVICE_CV, ['0.5', '1']),
    default: '0.5',
    meaning:
      'Coefficient of variation of a request’s work: 0 where all answers have one length, 1 where lengths vary as much as exponential ones. It decides how long requests wait.',
  },
} as const satisfies Fields;

export const TARGET = {
  latency: {
    shape: timeLimit(),
    meaning:
      'Limit of the mean time from sending a request to its whole answer. `<1s` is strict: 1.0 s misses it.',
  },
  p50: {
    shape: timeLimit(),
    meaning: 'Limit of the latency that half of the requests stay below.',
  },
  p90: {
    shape: timeLimit(),
    meaning: 'Limit of the latency that 90 % of the requests stay below.',
  },
  p95: {
    shape: timeLimit(),
    meaning: 'Limit of the latency that 95 % of the requests stay below.',
  },
  p99: {
    shape: timeLimit(),
    meaning: 'Limit of the latency that 99 % of the requests stay below.',
  },
  ttft: { shape: timeLimit(), meaning: 'Limit of the mean time to the first token.' },
  tpot: {
    shape: timeLimit(),
    meaning:
      'Limit of the mean time per output token after the first: (latency - ttft) / (outputTokens - 1).',
  },
  rejected: {
    shape: share('limit', limits.SHARE, ['<1%', '0.5%', '0.01']),
    meaning: 'Limit of the share of requests that may be rejected because a queue is full.',
  },
  budget: {
    shape: price('limit', limits.BUDGET),
    meaning: 'Limit of the cost of all nodes, per hour, day, month or year.',
  },
} as const satisfies Fields;

export const POLICY = {
  headroom: {
    shape: share('none', limits.HEADROOM, ['20%', '0.2']),
    default: '0%',
    meaning:
      'Share of all slots that is kept free. With 20 %, 1000 requests in flight need 1250 slots.',
  },
  spare: {
    shape: count('a number of nodes', 'none', limits.SPARE, ['1'], ['nodes', 'node']),
    default: '0',
    meaning:
      'Nodes that may fail with the targets still met: so many more are planned, and fixed `nodes` are judged without them.',
  },
  routing: {
    shape: oneOf(ROUTINGS),
    default: 'least-busy',
    meaning:
      'How requests are spread over the nodes. With `random`, some nodes queue while others have free slots.',
  },
} as const satisfies Fields;

export const PRICE_MAP = {
  amount: {
    shape: price('about', limits.PRICE),
    required: true,
    meaning: 'The price itself, per hour, day, month or year.',
  },
  source: { shape: prose('AWS price list, eu-central-1'), meaning: 'Where the price comes from.' },
  date: { shape: date(), meaning: 'The day on which it was looked up.' },
} as const satisfies Fields;

export const NODE = {
  gpu: {
    shape: word('L4', 'A100-80GB', 'H100'),
    meaning: 'The GPU’s name. For a known one, memory and bandwidth come from the catalog.',
  },
  gpus: {
    shape: count('a number of GPUs', 'none', limits.GPUS, ['1', '8'], ['gpus', 'gpu']),
    default: '1',
    meaning: 'GPUs of one node.',
  },
  memory: {
    shape: size(limits.MEMORY, ['24 GB', '80 GiB']),
    meaning: 'GPU memory of one node, over all its GPUs.',
  },
  bandwidth: {
    shape: bandwidth(limits.BANDWIDTH, ['300 GB/s', '3.35 TB/s']),
    meaning:
      'Memory bandwidth of one node, over all its GPUs. It bounds how fast tokens can be generated.',
  },
  price: {
    shape: {
      kind: 'either',
      scalar: price('about', limits.PRICE),
      map: { kind: 'map', noun: 'a price', fields: PRICE_MAP },
    },
    meaning:
      'What one node costs, per hour, day (24 h), month (730 h) or year (8,760 h): a scalar, or a map with `amount`, `source` and `date`. Without it the plan has no costs.',
  },
} as const satisfies Fields;

export const OBSERVATION = {
  name: { shape: prose('50-user benchmark'), meaning: 'What to call it in findings and reports.' },
  source: {
    shape: oneOf(SOURCES),
    required: true,
    meaning:
      'How it is known, best first: `measured` by yourselves, `reported` by someone else, an `estimate`, a `guess`. No figure is presented as better known than the worst that it rests on.',
  },
  nodes: { shape: nodeCount, default: '1', meaning: 'Nodes that the load was spread over.' },
  parallel: { shape: slots, meaning: 'Requests that one server was set to work on at once.' },
  users: {
    shape: users,
    meaning: 'Users (concurrent clients) that made the load, over all nodes.',
  },
  thinkTime: {
    shape: thinkTime,
    default: '0 s',
    meaning: 'Pause of each of those users between answer and next request.',
  },
  rate: { shape: requestRate, meaning: 'Requests that were sent, over all nodes.' },
  throughput: {
    shape: rate('reading', limits.RATE, ['18/s', '1000/min', '>20 rps']),
    meaning:
      'Requests that were answered, over all nodes. With `users` and `latency`, Little’s law checks it.',
  },
  latency: {
    shape: observedTime(),
    meaning:
      'Mean time from sending a request to its whole answer, over requests that succeeded. May be a bound: `<1s`.',
  },
  p50: { shape: observedTime(), meaning: 'Median latency.' },
  p90: { shape: observedTime(), meaning: 'Latency that 90 % of the requests stayed below.' },
  p95: { shape: observedTime(), meaning: 'Latency that 95 % of the requests stayed below.' },
  p99: { shape: observedTime(), meaning: 'Latency that 99 % of the requests stayed below.' },
  ttft: { shape: observedTime(), meaning: 'Mean time to the first token.' },
  tpot: { shape: observedTime(), meaning: 'Mean time per output token after the first.' },
  promptTokens: {
    shape: tokenCount('about'),
    meaning: 'Mean tokens of a prompt in this observation.',
  },
  outputTokens: {
    shape: tokenCount('about'),
    meaning: 'Mean tokens of an answer in this observation.',
  },
  requests: {
    shape: count('a number of requests', 'none', limits.REQUESTS, ['5000', '5k'], ['requests']),
    meaning: 'Requests that were sent in all: the more, the surer the mean.',
  },
  errors: {
    shape: count('a number of requests', 'none', limits.ERRORS, ['0', '12'], ['requests']),
    meaning: 'Requests of those that failed.',
  },
  note: {
    shape: prose('warm, 512 tokens in and out'),
    meaning: 'Anything that a reader should know.',
  },
  date: { shape: date(), meaning: 'The day on which it was observed.' },
  url: { shape: url(), meaning: 'Where it can be looked up.' },
} as const satisfies Fields;

export const ENGINE = {
  type: { shape: oneOf(ENGINE_TYPES), meaning: 'The inference server.' },
  node: {
    shape: reference('nodes'),
    required: true,
    meaning: 'The node type that it runs on: a name from `nodes`.',
  },
  servers: {
    shape: count('a number of servers', 'none', limits.SERVERS, ['1', '2'], ['servers', 'server']),
    default: '1',
    meaning: 'Servers of this engine on one node. Each has its own `parallel` slots.',
  },
  gpusPerServer: {
    shape: count('a number of GPUs', 'none', limits.GPUS, ['1', '4'], ['gpus', 'gpu']),
    default: 'all of the node’s, shared evenly',
    meaning: 'GPUs that each server uses.',
  },
  model: {
    shape: word('llama3.1:8b', 'Qwen/Qwen3-8B'),
    meaning: 'The model, for the memory check and the hardware floor.',
  },
  quantization: {
    shape: word('Q4_K_M', 'fp8', 'awq'),
    meaning: 'How its weights are stored, which gives their size.',
  },
  context: {
    shape: count('a number of tokens', 'none', limits.CONTEXT, ['8192', '8k'], ['tokens']),
    meaning: 'Tokens of context that each slot is given; `8k` is 8000.',
  },
  speculative: {
    shape: truth(),
    default: 'false',
    meaning:
      'Speculative decoding is on: then several tokens come from one pass over the weights, and the hardware floor does not hold.',
  },
  maxQueue: {
    shape: count('a number of requests', 'none', limits.MAX_QUEUE, ['512'], ['requests']),
    default: 'unlimited',
    meaning: 'Requests that may wait on one node before more are rejected.',
  },
  latencyFollows: {
    shape: oneOf(['load', 'parallel'] as const),
    default: 'load',
    meaning:
      '`load`: latency depends on the requests in flight on the server. `parallel`: on its configured slots, whatever the load.',
  },
  observations: {
    shape: { kind: 'list', of: { kind: 'map', noun: 'an observation', fields: OBSERVATION } },
    meaning: 'Known points of its speed: each a latency at a load, and where it comes from.',
  },
} as const satisfies Fields;

const OVERRIDES = 'Overrides for this scenario, field by field; ';

export const SCENARIO = {
  title: { shape: prose('Conservative, fast'), meaning: 'What to call it in reports.' },
  engine: {
    shape: reference('engines'),
    required: true,
    meaning: 'The engine that serves it: a name from `engines`.',
  },
  parallel: {
    shape: countOrAuto(slots),
    required: true,
    meaning:
      'Requests that one server works on at once (`OLLAMA_NUM_PARALLEL`, vLLM’s `--max-num-seqs`). `auto` takes the cheapest value that meets the target.',
  },
  nodes: {
    shape: nodeCount,
    meaning: 'A fixed number of nodes. Without it the scenario is sized.',
  },
  sizeFor: {
    shape: oneOf(['slots', 'target'] as const),
    default: 'slots',
    meaning:
      '`slots`: enough nodes for a slot for every request in flight. `target`: that, and every objective of the target met.',
  },
  target: {
    shape: reference('targets'),
    default: 'the first of the file',
    meaning: 'The target that findings hold it to: a name from `targets`.',
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

export const PLAN = {
  version: {
    shape: { ...word('1'), expected: '1', choices: ['1'], schema: { const: 1 } },
    required: true,
    meaning: 'The version of the format: 1.',
  },
  title: {
    shape: prose('1000 users below 1 s'),
    meaning: 'What the plan is about; the report’s heading.',
  },
  currency: { shape: currency, default: 'USD', meaning: 'The currency of prices that name none.' },
  workload: {
    shape: { kind: 'map', noun: 'workload', fields: WORKLOAD },
    meaning:
      'What is asked of the service: `users` who each send a request and wait, or a `rate` of requests.',
  },
  targets: {
    shape: { kind: 'named', of: { kind: 'map', noun: 'a target', fields: TARGET } },
    meaning:
      'Named sets of objectives. Every scenario is judged by every target, and held to the first unless it names another.',
  },
  policy: {
    shape: { kind: 'map', noun: 'policy', fields: POLICY },
    meaning: 'What is kept in reserve, and how requests are spread over the nodes.',
  },
  nodes: {
    shape: { kind: 'named', of: { kind: 'map', noun: 'a node', fields: NODE } },
    meaning: 'Machine types that engines run on, each with its price.',
  },
  engines: {
    shape: { kind: 'named', of: { kind: 'map', noun: 'an engine', fields: ENGINE } },
    required: true,
    meaning: 'Inference servers with a model on a node type, each with what is known of its speed.',
  },
  scenarios: {
    shape: { kind: 'named', of: { kind: 'map', noun: 'a scenario', fields: SCENARIO } },
    required: true,
    meaning: 'Ways to serve the workload, which are sized, priced, judged and compared.',
  },
} as const satisfies Fields;

export const PLAN_SHAPE: MapShape = { kind: 'map', noun: 'the plan', fields: PLAN };
