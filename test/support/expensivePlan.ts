/**
 * Builds legal plans for the search of the most expensive one: a plan is a record of choices, and a step of the search
 * changes one of them.
 */
import type { Random } from './mutatePlan';

/** Choices, each a name with its possible texts. */
const CHOICES = {
  users: ['5', '60', '800', '12000', '150000', '999999'],
  rate: ['0.5', '9', '140', '2000', '30000'],
  isOpen: ['no', 'yes'],
  thinkTime: ['0s', '1ms', '300ms', '1s', '20s', '10min'],
  promptTokens: ['', '60', '2000', '{ mean: 900, cv: 1.4 }', '30000'],
  outputTokens: ['', '20', '250', '{ mean: 300, cv: 2 }', '3000'],
  serviceCv: ['', '0', '0.5', '1', '3'],
  burstiness: ['', '1', '4', '30'],
  growth: ['', '2%', '30%', '1000%'],
  profile: ['no', 'yes'],
  routing: ['least-busy', 'round-robin', 'random'],
  headroom: ['0%', '20%', '90%'],
  maxQueue: ['', '0', '3', '700', '100000', '1000000000'],
  follows: ['', 'load', 'parallel'],
  type: ['other', 'vllm', 'ollama', 'sglang'],
  servers: ['1', '3', '8'],
  hardware: ['no', 'yes'],
  first: ['0.003s', '200ms', '1s', '4.032s'],
  slope: ['0', '0.001', '0.02', '0.3', '2'],
  points: ['0', '1', '2', '3', '6', '12'],
  mostSlots: ['1', '16', '128', '1000', '4096'],
  extras: ['none', 'percentiles', 'tokens', 'all'],
  limit: ['0.3', '0.9', '1.1', '2', '8', '60'],
  objectives: ['latency', 'p99', 'ttft', 'tpot', 'all', 'p50 p90 p95 p99'],
  targets: ['1', '2', '5', '20'],
  engines: ['1', '2', '6'],
  scenarios: ['1', '3', '12', '40'],
  parallel: ['auto', '1', '16', '200', '4096'],
  sizeFor: ['slots', 'target'],
  nodes: ['', '1', '7', '400', '50000'],
} as const;

type Choice = keyof typeof CHOICES;
export type Choices = Readonly<Record<Choice, string>>;

const pick = (random: Random, values: readonly string[]): string =>
  values[Math.floor(random() * values.length)] ?? '';

export function randomChoices(random: Random): Choices {
  const drawn = Object.entries(CHOICES).map(([name, values]) => [name, pick(random, values)]);
  return Object.fromEntries(drawn) as Choices;
}

/** The same choices but for one or a few. */
export function changeChoices(choices: Choices, random: Random): Choices {
  const names = Object.keys(CHOICES) as Choice[];
  const changed: Record<Choice, string> = { ...choices };
  for (let left = 1 + Math.floor(random() ** 2 * 4); left > 0; left--) {
    const name = names[Math.floor(random() * names.length)] ?? 'users';
    changed[name] = pick(random, CHOICES[name]);
  }
  return changed;
}

const each = (count: string, line: (index: number) => string): string =>
  Array.from({ length: Number(count) }, (_, index) => line(index)).join('');

const key = (name: string, value: string): string => (value === '' ? '' : `, ${name}: ${value}`);

/** Text of a plan, at most a hundred lines. */
export function planOfChoices(choices: Choices): string {
  return `version: 1
${workloadOf(choices)}
targets:
${each(choices.targets, (index) => `  t${index}: { ${objectivesOf(choices, index)} }\n`)}policy: { routing: ${choices.routing}, headroom: ${choices.headroom} }
nodes: { n: { ${choices.hardware === 'yes' ? 'gpu: H100, gpus: 8, ' : ''}price: 3 USD/h } }
engines:
${each(choices.engines, (index) => engineOf(choices, index))}scenarios:
${each(choices.scenarios, (index) => `  s${index}: { engine: e${index % Number(choices.engines)}, parallel: ${choices.parallel}, sizeFor: ${choices.sizeFor}${key('nodes', choices.nodes)} }\n`)}`;
}

function workloadOf(choices: Choices): string {
  const { isOpen, users, rate, thinkTime, profile, growth } = choices;
  const load = isOpen === 'yes' ? `rate: ${rate}/s` : `users: ${users}, thinkTime: ${thinkTime}`;
  const day = profile === 'yes' ? ', profile: office-hours' : '';
  const lengths =
    key('promptTokens', choices.promptTokens) + key('outputTokens', choices.outputTokens);
  const arrivals = isOpen === 'yes' ? key('burstiness', choices.burstiness) : '';
  const grows = growth === '' ? '' : `, growth: ${growth}/month, horizon: 10 years`;
  return `workload: { ${load}${lengths}${key('serviceCv', choices.serviceCv)}${arrivals}${day}${grows} }`;
}

/** Seconds of a request with so many in flight. */
function secondsAt({ first, slope }: Choices, load: number): number {
  const alone = first.endsWith('ms') ? parseFloat(first) / 1000 : parseFloat(first);
  return alone * (1 + Number(slope) * (load - 1));
}

const seconds = (value: number): string => `${value.toPrecision(4)}s`;

function objectivesOf(choices: Choices, index: number): string {
  const limit = secondsAt(choices, 1) * Number(choices.limit) * (1 + index / 7);
  const names =
    choices.objectives === 'all'
      ? ['latency', 'p95', 'p99', 'ttft', 'tpot']
      : choices.objectives.split(' ');
  const share: Readonly<Record<string, number>> = { ttft: 0.1, tpot: 0.01 };
  return names.map((name) => `${name}: <${seconds(limit * (share[name] ?? 1))}`).join(', ');
}

function engineOf(choices: Choices, index: number): string {
  const { points, mostSlots, extras, type, servers, hardware } = choices;
  const loads = Array.from({ length: Number(points) }, (_, at) =>
    Math.max(1, Math.round(Number(mostSlots) ** ((at + 1) / Number(points)))),
  );
  const observations = [...new Set(loads)].map((load) => {
    const latency = secondsAt(choices, load) * (1 + index / 50);
    const tails =
      extras === 'percentiles' || extras === 'all'
        ? `, p95: ${seconds(latency * 1.3)}, p99: ${seconds(latency * 1.6)}`
        : '';
    const tokens =
      extras === 'tokens' || extras === 'all'
        ? `, ttft: ${seconds(latency / 10)}, promptTokens: 600, outputTokens: 250`
        : '';
    return `{ source: measured, parallel: ${mostSlots}, users: ${load}, latency: ${seconds(latency)}${tails}${tokens} }`;
  });
  const model = hardware === 'yes' ? ', model: Qwen/Qwen3-8B, gpusPerServer: 1' : '';
  const rest = key('maxQueue', choices.maxQueue) + key('latencyFollows', choices.follows);
  return `  e${index}: { type: ${type}, node: n, servers: ${servers}${model}${rest}, observations: [${observations.join(', ')}] }\n`;
}
