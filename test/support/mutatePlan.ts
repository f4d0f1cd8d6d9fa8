/** Makes random and mutated plan texts, the same for the same seed. */

/** Returns numbers from 0 to below 1 (mulberry32, Tommy Ettinger). */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Returns a plan with one to a dozen faults, and now and then mere noise.
 * @param seeds Plans to start from.
 */
export function mutatePlan(random: Random, seeds: readonly string[]): string {
  if (random() < 0.04) {
    return noise(random);
  }
  let text = pick(random, seeds);
  const times = 1 + Math.floor(random() ** 3 * 12);
  for (let i = 0; i < times; i += 1) {
    text = pick(random, MUTATIONS)(text, random);
  }
  return text;
}

/** Returns a plan with some numbers at, near or far beyond what the format accepts. */
export function extremePlan(random: Random, seeds: readonly string[]): string {
  let text = pick(random, seeds);
  for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
    text = replaceNumber(text, random, EXTREMES);
  }
  return text;
}

const EXTREMES = [
  ...['0', '1', '5e-324', '1e-320', '1e-9', '0.000001', '0.00001', '0.01', '0.99', '0.999'],
  ...['1e300', '1e15', '1e12', '1e9', '1e8', '999999', '4096', '1024', '1000', '86400', '120'],
];

/** Plans that use every part of the format and of YAML. */
export const RICH_PLANS: readonly string[] = [
  `version: 1
currency: EUR
x-defaults: &defaults { engine: e, parallel: auto, sizeFor: target }
workload: { rate: 1000/min, peakFactor: 3, promptTokens: 512, outputTokens: 1.5k, serviceCv: 0.5 }
targets:
  t: { p50: <1s, p90: 2s, p95: <= 3s, p99: <4s, ttft: 250ms, tpot: <50ms, rejected: <1%, budget: <5000 USD/month }
policy: { headroom: 20%, spare: 1, routing: random }
nodes:
  n: &node
    gpu: H100
    gpus: 8
    memory: 640 GB
    bandwidth: 26.8 TB/s
    price: { amount: "$1,200/month", source: list price, date: 2026-01-31 }
  m: { <<: *node, price: ~2 per hour }
engines:
  e:
    type: vllm
    node: n
    servers: 2
    gpusPerServer: 4
    model: Qwen/Qwen3-8B
    quantization: fp8
    context: 8192
    speculative: false
    maxQueue: 512
    observations:
      - &o { source: measured, users: 50, thinkTime: 1m30s, latency: ~2.7s, p50: 2s, p99: <9s, requests: 5k, errors: 12 }
      - <<: *o
        users: 100
        note: >
          folded over
          two lines
      - { source: reported, rate: 5/h, ttft: ">1s", url: "https://example.com", date: 2026-02-28 }
scenarios:
  a: *defaults
  b: { <<: *defaults, nodes: 10, workload: { users: 10M }, policy: { spare: 0 }, target: t }
`,
  `# capacity-plan-disable plan.unused
version: 1\r
workload:\r
  users: 1,000 # capacity-plan-disable-next-line x
  thinkTime: 10s
engines: {o: {node: l4, type: ollama}}
nodes: {l4: {gpu: L4}}
scenarios: {A: {engine: o, parallel: 8}, B: {engine: o, parallel: auto}}
`,
];

type Mutation = (text: string, random: Random) => string;

const TOKENS = [
  ...[
    '&a ',
    '*a',
    '*defaults',
    '<<: *a',
    '<<: [*a, *a]',
    '&a [*a]',
    '!!binary ',
    '!x ',
    '!<',
    '%YAML 1.2\n',
  ],
  ...[
    '---\n',
    '...\n',
    '\t',
    '  ',
    '\n',
    '\r\n',
    '\r',
    ' #',
    '# capacity-plan-disable x\n',
    '\ufeff',
    '\u0000',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ': ',
    ':',
    '? ',
    '- ',
    '-',
    '"',
    "'",
    '|',
    '>',
    '>-\n',
    '`',
    '@',
    '\\',
    '~',
    'null',
  ],
  ...[
    '1,200',
    '-1',
    '1e999',
    '.inf',
    '0x10',
    '1_000',
    'yes',
    '<1s',
    '≤ 1s',
    '>2',
    '3 GB',
    '$1,200/month',
    '20%',
  ],
  ...[
    'users: ',
    'rate: ',
    'latency:',
    'think_time: 1',
    'engine: zz',
    'parallel: auto',
    'observations:\n',
    'version: 2',
  ],
  ...[
    '__proto__: {a: 1}',
    'constructor: ',
    'toString',
    'x-y: ',
    'é',
    '😀',
    '\ud800',
    '\u2028',
    '[[[[[[[[[[[[',
    '{a: {a: ',
  ],
];

const MUTATIONS: readonly Mutation[] = [
  (text, random) => splice(text, random, () => ''),
  (text, random) => splice(text, random, (cut) => cut + cut),
  (text, random) => splice(text, random, (cut) => cut + pick(random, TOKENS)),
  (text, random) => splice(text, random, () => pick(random, TOKENS)),
  (text, random) => insert(text, random, pick(random, TOKENS)),
  (text, random) => insert(text, random, String.fromCharCode(Math.floor(random() * 256))),
  (text, random) => text.slice(0, at(text, random)),
  (text, random) => replaceNumber(text, random),
  replaceWord,
  moveLine,
  duplicateLine,
  reindentLine,
];

function replaceNumber(text: string, random: Random, others = NUMBERS): string {
  const numbers = [...text.matchAll(/\d[\d.,]*/g)];
  const number = pick(random, numbers.length > 0 ? numbers : [undefined]);
  if (number === undefined) {
    return text;
  }
  const other = pick(random, others);
  return text.slice(0, number.index) + other + text.slice(number.index + number[0].length);
}

const NUMBERS = ['0', '-1', '1e9', '99999999999', '0.0001', '1,5', '1,000', '', 'NaN', '1.2.3'];

function replaceWord(text: string, random: Random): string {
  const words = text.match(/[A-Za-z]\w*/g) ?? [''];
  const [from, to] = [pick(random, words), pick(random, [...words, ...TOKENS])];
  return from === '' ? text : text.replace(from, () => to);
}

function moveLine(text: string, random: Random): string {
  const lines = text.split('\n');
  const [line = ''] = lines.splice(Math.floor(random() * lines.length), 1);
  lines.splice(Math.floor(random() * (lines.length + 1)), 0, line);
  return lines.join('\n');
}

function duplicateLine(text: string, random: Random): string {
  const lines = text.split('\n');
  const from = Math.floor(random() * lines.length);
  lines.splice(Math.floor(random() * (lines.length + 1)), 0, lines[from] ?? '');
  return lines.join('\n');
}

function reindentLine(text: string, random: Random): string {
  const lines = text.split('\n');
  const line = Math.floor(random() * lines.length);
  lines[line] = pick(random, ['', ' ', '  ', '    ', '\t']) + (lines[line] ?? '').trimStart();
  return lines.join('\n');
}

function noise(random: Random): string {
  const length = Math.floor(random() * 200);
  return Array.from({ length }, () => pick(random, TOKENS)).join(random() < 0.5 ? '' : ' ');
}

function splice(text: string, random: Random, change: (cut: string) => string): string {
  const start = at(text, random);
  const end = start + Math.floor(random() ** 4 * 80);
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

function insert(text: string, random: Random, token: string): string {
  const where = at(text, random);
  return text.slice(0, where) + token + text.slice(where);
}

function at(text: string, random: Random): number {
  return Math.floor(random() * (text.length + 1));
}

function pick<T>(random: Random, from: readonly T[]): T {
  // The index is within the list, which is never empty here.
  return from[Math.floor(random() * from.length)] as T;
}
