// Writes plans whose work is a product of two or three short lists. Their cost must grow with the length of the text,
// not with the product.
const WORKLOAD = '{ users: 1000, thinkTime: 10s }';
const GROWING = '{ users: 1000, thinkTime: 10s, growth: 3%/month, horizon: 12 months }';
const DAILY = '{ users: 1000, thinkTime: 10s, profile: office-hours }';

/** @returns {Readonly<Record<string, (size: number) => string>>} Plans by name. The text grows with `size`. */
export const PRODUCTS = {
  'scenarios x targets': (size) => planOf({ scenarios: size, targets: size }),
  'scenarios x targets of three objectives': (size) =>
    planOf({
      scenarios: size,
      targets: size,
      objectives: 'latency: <9s, p95: <20s, budget: 90 USD/h',
    }),
  'scenarios with many objectives': (size) =>
    planOf({
      scenarios: size,
      objectives: 'latency: <9s, p50: <9s, p95: <20s, p99: <60s, budget: 90 USD/h',
    }),
  'scenarios x observations': (size) => planOf({ scenarios: size, observations: size }),
  'observations of one engine': (size) => planOf({ observations: size }),
  'observations at the same load': (size) => planOf({ observations: size, sameLoad: true }),
  'observations x engines': (size) =>
    planOf({ engines: root(size), observations: root(size), scenarios: root(size) }),
  'targets x engines': (size) => planOf({ targets: size, engines: size, scenarios: 3 }),
  'scenarios x engines': (size) => planOf({ engines: size, scenarios: size }),
  'scenarios x targets x engines': (size) =>
    planOf({ engines: size, scenarios: size, targets: size }),
  'scenarios x months of growth': (size) => planOf({ scenarios: size, workload: GROWING }),
  'scenarios x hours of a day': (size) => planOf({ scenarios: size, workload: DAILY }),
  'scenarios x targets, parallel: auto': (size) =>
    planOf({ scenarios: size, targets: size, scenario: 'parallel: auto, sizeFor: target' }),
  'scenarios with overrides of their own': (size) =>
    planOf({
      scenarios: size,
      targets: size,
      scenario: (index) =>
        `parallel: 4, workload: { users: ${1000 + index} }, policy: { spare: ${index % 3} }`,
    }),
  'scenarios on nodes of their own': (size) =>
    planOf({ engines: size, nodes: size, scenarios: size }),
};

function root(size) {
  return Math.ceil(Math.sqrt(size));
}

function planOf({
  scenarios = 3,
  targets = 1,
  engines = 1,
  observations = 2,
  nodes = 1,
  objectives = 'latency: <9s',
  workload = WORKLOAD,
  scenario = 'parallel: 4',
  sameLoad = false,
}) {
  const each = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('');
  const observation = (index) => {
    const at = sameLoad ? 4 : 1 + (index % 4000);
    const seconds = (1 + at * 0.01 + (sameLoad ? index * 0.0001 : 0)).toFixed(4);
    return `      - { source: ${index % 3 === 2 ? 'estimate' : 'measured'}, parallel: ${at}, users: ${at}, latency: ${seconds}s }\n`;
  };
  const written = typeof scenario === 'function' ? scenario : () => scenario;
  return [
    `version: 1\nworkload: ${workload}\n`,
    `targets:\n${each(targets, (index) => `  t${index}: { ${objectives} }\n`)}`,
    `nodes:\n${each(nodes, (index) => `  n${index}: { gpu: L4, price: 1.50 USD/h }\n`)}`,
    'engines:\n',
    each(
      engines,
      (index) =>
        `  e${index}:\n    type: vllm\n    node: n${index % nodes}\n    observations:\n${each(observations, observation)}`,
    ),
    'scenarios:\n',
    each(
      scenarios,
      (index) =>
        `  s${index}: { engine: e${index % engines}, target: t${index % targets}, ${written(index)} }\n`,
    ),
  ].join('');
}
