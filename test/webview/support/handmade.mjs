// Holds handmade pictures: small, and as strange as a plan may be.

const money = { currency: 'USD', per: 'hour' };
const MARKS = { meets: 'circle', misses: 'triangle' };
const COLOURS = ['blue', 'orange', 'purple', 'green', 'red', 'yellow'];

/** Four scenarios, as in the first example. */
export const SCENARIOS = [
  { name: 'A', title: 'Conservative, fast', nodes: 500, cost: 750, latency: 1, hollow: true },
  { name: 'B', title: 'Current config', nodes: 125, cost: 187.5, latency: 2.7 },
  { name: 'C', title: 'Balanced', nodes: 250, cost: 375, latency: 1.5, hollow: true },
  { name: 'V', title: 'Migrate to vLLM', nodes: 20, cost: 30, latency: 0.9, hollow: true },
];

export function picture(scenarios = SCENARIOS, over = {}) {
  return {
    fileName: 'example.capacity.yaml',
    title: '1000 Users @ <1s (Ollama)',
    outOfDate: undefined,
    nothing: undefined,
    answers: [
      {
        target: 'strict',
        objectives: 'latency <1 s',
        mark: '?',
        verified: false,
        headline: 'vllm · parallel 50 · 20 nodes · $30/h',
        detail: 'Unverified: rests on one reported figure.',
        scenario: scenarios.at(-1)?.name,
        canAdd: false,
        range: { start: 100, end: 130 },
      },
      {
        target: 'relaxed',
        objectives: 'latency <3 s',
        mark: '✓?',
        verified: false,
        headline: 'ollama · parallel 8 · 125 nodes · $187.50/h',
        detail: 'Measured with 5 requests in flight a node, taken as at 8.',
        scenario: undefined,
        canAdd: true,
        range: undefined,
      },
    ],
    scenarios: scenarios.map(({ name, title }, i) => ({
      name,
      title,
      range: { start: 500 + i * 50, end: 540 + i * 50 },
      fields: [
        '/workload/users',
        '/workload/thinkTime',
        '/targets/strict/latency',
        `/scenarios/${name}/parallel`,
      ],
      colour: COLOURS[i % COLOURS.length],
      mark: 'circle',
    })),
    scenarioTable: {
      columns: [
        { title: 'Scenario', align: 'left' },
        { title: 'Nodes', align: 'right' },
        { title: 'Cost', align: 'right' },
        { title: 'Latency', align: 'right' },
        { title: 'Strict', align: 'left' },
      ],
      explains: [null, 'nodes', 'perHour', 'latency', null],
      rows: scenarios.map(({ name, nodes, cost, latency }) => ({
        scenario: name,
        cells: [
          { text: name },
          { text: String(nodes), sort: nodes },
          { text: `$${cost}/h`, sort: cost },
          { text: `${latency} s`, sort: latency },
          { text: latency < 1 ? '✓ unverified' : '✗ misses' },
        ],
      })),
      notes: ['`A` costs more than `V` and is no faster.'],
    },
    charts: quickCharts(scenarios),
    pending: false,
    findings: [
      finding('error', 'target.latency-missed', 'B misses strict: 2.7 s is above 1 s.', 37),
      finding('warning', 'price.undated', 'The price of l4 has no date.', 12),
      finding('information', 'workload.no-think-time', '1,000 users without think time.', 5),
      finding('hint', 'observation.unnamed', 'The observation has no name.', 27),
    ],
    whatIf: [
      field('users', '/workload/users', 'Users', 'users', 1000, 10, 100_000, 1, 'log'),
      field('thinkTime', '/workload/thinkTime', 'Think time', 's', 0, 0, 120, 1, 'linear'),
      field('limit', '/targets/strict/latency', 'Latency of strict', 's', 1, 0.1, 10, 0.01, 'log'),
      field(
        'limit',
        '/targets/relaxed/latency',
        'Latency of relaxed',
        's',
        3,
        0.3,
        30,
        0.01,
        'log',
      ),
      ...scenarios.map(({ name }) =>
        field(
          'parallel',
          `/scenarios/${name}/parallel`,
          `Parallel of ${name}`,
          'requests',
          8,
          1,
          64,
          1,
          'linear',
        ),
      ),
    ],
    limits: ['/targets/strict/latency', '/targets/relaxed/latency'],
    ...over,
  };
}

function finding(severity, code, message, line) {
  return { severity, code, message, line, range: { start: line * 10, end: line * 10 + 5 } };
}

function field(kind, path, label, unit, value, min, max, step, scale) {
  return { kind, path, label, unit, value, text: String(value), min, max, step, scale };
}

function quickCharts(scenarios) {
  return scenarios.length === 0 ? [] : [tradeOff(scenarios), latency(scenarios)];
}

function tableOf(scenarios) {
  return {
    columns: [
      { title: 'Scenario', align: 'left' },
      { title: 'Cost', align: 'right' },
      { title: 'Latency', align: 'right' },
    ],
    rows: scenarios.map(({ name, cost, latency }) => ({
      scenario: name,
      cells: [
        { text: name },
        { text: `$${cost}/h`, sort: cost },
        { text: `${latency} s`, sort: latency },
      ],
    })),
  };
}

export function tradeOff(scenarios, over = {}) {
  const point = ({ name, cost, latency, hollow }) => ({
    x: cost,
    y: latency,
    low: latency * 0.9,
    high: latency * 1.2,
    mark: latency < 1 ? MARKS.meets : MARKS.misses,
    ...(hollow && { hollow: true }),
    tag: name,
    says: [`Scenario ${name}`, `$${cost}/h`, `${latency} s`],
    scenario: name,
  });
  return {
    id: 'trade-off',
    title: 'Cost and latency',
    conclusion:
      '`V` is the cheapest scenario and the fastest; `B`, the current one, misses `strict`.',
    x: { label: 'Cost per hour', unit: money, scale: 'log', canBeLog: true },
    y: { label: 'Latency (s)', unit: 's', scale: 'linear', canBeLog: true },
    series: [
      {
        id: 'frontier',
        label: 'Frontier',
        kind: 'steps',
        colour: 'foreground',
        points: scenarios
          .slice(0, 3)
          .map(({ cost, latency }) => ({ x: cost, y: latency, mark: 'none', says: [] }))
          .sort((a, b) => a.x - b.x),
      },
      {
        id: 'meets',
        label: 'Meets strict',
        kind: 'points',
        colour: 'green',
        points: scenarios.filter((s) => s.latency < 1).map(point),
      },
      {
        id: 'misses',
        label: 'Misses strict',
        kind: 'points',
        colour: 'orange',
        points: scenarios.filter((s) => s.latency >= 1).map(point),
      },
    ],
    rules: [
      { axis: 'y', at: 1, label: 'strict: latency <1 s', kind: 'limit' },
      { axis: 'y', at: 3, label: 'relaxed: latency <3 s', kind: 'limit' },
    ],
    table: tableOf(scenarios),
    ...over,
  };
}

function latency(scenarios) {
  const curve = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const at = (load) => 0.9 + 0.22 * load;
  return {
    id: 'latency',
    title: 'Latency by load',
    conclusion:
      'Latency on ollama rises with each request in flight; beyond 8 it is an extrapolation.',
    x: {
      label: 'Requests in flight on a server',
      unit: 'requests',
      scale: 'linear',
      canBeLog: true,
    },
    y: { label: 'Latency (s)', unit: 's', scale: 'linear', canBeLog: true },
    series: [
      {
        id: 'band',
        label: undefined,
        kind: 'line',
        band: true,
        colour: 'blue',
        points: curve.map((x) => ({
          x,
          y: undefined,
          low: at(x) * 0.85,
          high: at(x) * 1.3,
          mark: 'none',
          says: [],
        })),
      },
      {
        id: 'curve',
        label: 'ollama',
        kind: 'line',
        colour: 'blue',
        points: curve.map((x) => ({
          x,
          y: at(x),
          mark: 'none',
          says: [`${x} in flight`, `${at(x).toFixed(2)} s`],
          ...(x > 8 && { dashed: true }),
        })),
      },
      ...['measured', 'reported', 'estimate', 'guess'].map((source, i) => ({
        id: source,
        label: `ollama, ${source}`,
        kind: 'points',
        colour: 'blue',
        points: [
          {
            x: 1 + i * 2.3,
            y: at(1 + i * 2.3) * 1.05,
            mark: ['square', 'diamond', 'cross', 'star'][i],
            ...(i > 0 && { hollow: true }),
            says: [`An observation, ${source}`, `${(1 + i * 2.3).toFixed(1)} in flight`],
          },
        ],
      })),
      {
        id: 'scenarios',
        label: 'Scenarios',
        kind: 'points',
        colour: 'purple',
        points: scenarios.slice(0, 4).map(({ name }, i) => ({
          x: 2 + i * 2,
          y: at(2 + i * 2),
          mark: 'circle',
          tag: name,
          says: [`Scenario ${name}`, `${2 + i * 2} in flight`],
          scenario: name,
        })),
      },
    ],
    rules: [{ axis: 'y', at: 3, label: 'relaxed: latency <3 s', kind: 'limit' }],
    table: tableOf(scenarios),
  };
}

/** Returns a chart with one line a scenario, and one of bars: the charts that come later. */
export function slowCharts(scenarios = SCENARIOS) {
  const users = [100, 200, 400, 800, 1000, 1600, 3200, 6400, 10_000];
  return [
    {
      id: 'nodes-by-users',
      title: 'Nodes by users',
      conclusion: 'Each doubling of the users doubles the nodes.',
      x: { label: 'Users', unit: 'users', scale: 'log', canBeLog: true },
      y: { label: 'Nodes', unit: 'nodes', scale: 'log', canBeLog: true },
      series: scenarios.map(({ name, nodes }, i) => ({
        id: name,
        label: name,
        kind: 'line',
        colour: COLOURS[i % COLOURS.length],
        points: users.map((x) => ({
          x,
          y: Math.max(nodes / 1e6, (nodes * x) / 1000),
          mark: x === 1000 ? 'circle' : 'none',
          says: [`Scenario ${name}`, `${x} users`, `${(nodes * x) / 1000} nodes`],
          scenario: name,
        })),
      })),
      rules: [{ axis: 'x', at: 1000, label: 'today', kind: 'today' }],
      table: tableOf(scenarios),
    },
    {
      id: 'day-nodes',
      title: 'Nodes by hour',
      conclusion: 'Autoscaled, the nodes follow the day; fixed, they are those of the peak.',
      x: {
        label: 'Hour of the day',
        unit: 'factor',
        scale: 'linear',
        canBeLog: false,
        whole: true,
        from: 0,
        to: 23,
      },
      y: { label: 'Nodes', unit: 'nodes', scale: 'linear', canBeLog: false },
      series: ['fixed', 'scheduled', 'autoscaled'].map((way, i) => ({
        id: way,
        label: way,
        kind: 'steps',
        colour: COLOURS[i],
        points: Array.from({ length: 24 }, (_, hour) => ({
          x: hour,
          y: i === 0 ? 20 : Math.round(12 + (8 - i * 2) * Math.sin((hour - 6) / 4)),
          mark: 'none',
          says: [`${hour}:00, ${way}`],
        })),
      })),
      rules: [],
      table: tableOf(scenarios),
    },
    {
      id: 'day-cost',
      title: 'Cost of a month',
      conclusion: 'Autoscaling saves a third.',
      x: {
        label: 'Way to scale',
        unit: 'factor',
        scale: 'linear',
        canBeLog: false,
        categories: ['fixed', 'scheduled', 'autoscaled'],
      },
      y: {
        label: 'Cost per month',
        unit: { currency: 'USD', per: 'month' },
        scale: 'linear',
        canBeLog: false,
      },
      series: scenarios.slice(0, 3).map(({ name, cost }, i) => ({
        id: name,
        label: name,
        kind: 'bars',
        colour: COLOURS[i],
        points: [0, 1, 2].map((x) => ({
          x,
          y: cost * 730 * (1 - x * 0.17),
          mark: 'none',
          says: [`Scenario ${name}`, `$${cost * 730 * (1 - x * 0.17)}`],
          scenario: name,
        })),
      })),
      rules: [],
      table: tableOf(scenarios),
    },
  ];
}

export function manyScenarios(count) {
  return Array.from({ length: count }, (_, i) => ({
    name: `S${i + 1}`,
    title: `The scenario number ${i + 1} with a name that goes on for quite a while`,
    nodes: 2 + ((i * 37) % 400),
    cost: 3 + ((i * 53) % 900),
    latency: 0.3 + ((i * 29) % 70) / 20,
    hollow: i % 3 === 0,
  }));
}

export function message(shown, over = {}) {
  return {
    type: 'picture',
    version: 1,
    state: { uri: 'file:///example.capacity.yaml' },
    picture: shown,
    ...over,
  };
}

export function outcome(over = {}) {
  const same = (text) => ({ plan: text, changed: text, differs: false });
  const becomes = (plan, changed) => ({ plan, changed, differs: true });
  return {
    changes: [{ kind: 'users', text: 'users 1,000 → 2,000' }],
    rows: SCENARIOS.map(({ name, nodes, cost, latency }) => ({
      scenario: name,
      nodes: becomes(String(nodes), String(nodes * 2)),
      cost: becomes(`$${cost}/h`, `$${cost * 2}/h`),
      time: same(`${latency} s`),
      verdicts: [
        same(latency < 1 ? '✓ meets' : '✗ misses'),
        becomes('✓? meets, unverified', '✗? likely misses'),
      ],
    })),
    time: 'Latency',
    targets: ['strict', 'relaxed'],
    charts: [
      tradeOff(SCENARIOS, {
        tried: ['users 1,000 → 2,000'],
        series: [
          ...tradeOff(SCENARIOS).series,
          {
            id: 'what-if',
            label: 'What if',
            kind: 'points',
            colour: 'purple',
            whatIf: true,
            points: SCENARIOS.map(({ name, cost, latency }) => ({
              x: cost * 2,
              y: latency,
              mark: 'circle',
              says: [`Scenario ${name}, what if`],
              scenario: name,
            })),
          },
        ],
      }),
    ],
    answers: [{ target: 'strict', plan: '20 nodes', changed: '40 nodes' }],
    problem: undefined,
    ...over,
  };
}
