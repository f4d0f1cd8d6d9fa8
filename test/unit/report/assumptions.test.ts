/** Every default that a figure rests on is named, and nothing that is not so. */
import { describe, expect, test } from 'vitest';
import { formulaText } from '../../../src/messages/formulas';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { reportOf, sectionOf } from './reportOf';

const plan = ({
  workload = 'users: 100, thinkTime: 5s',
  policy = 'headroom: 0%',
  scenarios = 'A: { engine: e, parallel: 8 }',
  engine = '',
  target = 'latency: <9s',
} = {}): string => `version: 1
workload: { ${workload} }
targets: { t: { ${target} } }
policy: { ${policy} }
nodes: { l4: { gpu: L4, price: 1 USD/h } }
engines:
  e:
    node: l4
    ${engine}
    observations:
      - { source: measured, parallel: 8, users: 8, latency: 2s }
scenarios:
  ${scenarios}
`;
const assumed = (text: string): string => sectionOf(reportOf(text), 'Assumptions');
const head = (text: string): string => reportOf(text).split('## Summary')[0] ?? '';

describe('the variability of work', () => {
  const line = 'The plan states no `serviceCv`: the work of requests varies by 1 of';

  test('is assumed where it decides waiting or a tail', () => {
    expect(assumed(plan())).toContain(line);
    expect(assumed(plan({ workload: 'users: 100, thinkTime: 0s', target: 'p95: <9s' }))).toContain(
      line,
    );
  });

  test('and not where it is stated, or decides nothing', () => {
    const stated = plan({ workload: 'users: 100, thinkTime: 5s, serviceCv: 0.3' });
    expect(assumed(stated)).not.toContain('serviceCv');
    expect(head(stated)).toContain('work varying by 0.3');
    expect(assumed(plan({ workload: 'users: 100, thinkTime: 0s' }))).not.toContain('serviceCv');
  });

  test('says in the formula that it is the default', () => {
    const waitingOf = (text: string): string => {
      const figure = analyzePlan(text).assessment?.scenarios[0]?.latency;
      const derivation = figure?.derivation;
      const waiting = derivation?.kind === 'formula' ? derivation.inputs.waiting : undefined;
      return waiting ? formulaText(waiting) : '';
    };
    expect(waitingOf(plan())).toContain('work varying by 1 (default)');
    const stated = plan({ workload: 'users: 100, thinkTime: 5s, serviceCv: 0.5' });
    expect(waitingOf(stated)).toContain('work varying by 0.5:');
  });
});

describe('the routing', () => {
  test('is the one of each scenario', () => {
    expect(assumed(plan())).toContain(
      'The plan states no `routing`: each request goes to the server with the fewest in flight.',
    );
    const random = plan({ policy: 'routing: random' });
    expect(assumed(random)).toContain('By the plan’s `routing: random`, requests go to any server');
    expect(assumed(random)).not.toContain('fewest in flight');
    expect(head(random)).toContain('**Policy**: routing `random`');
  });

  test('names the scenarios that differ', () => {
    const text = plan({
      scenarios:
        'A: { engine: e, parallel: 8 }\n  B: { engine: e, parallel: 8, policy: { routing: random } }',
    });
    expect(assumed(text)).toContain('- **A**: the plan states no `routing`:');
    expect(assumed(text)).toContain('- **B**: by the plan’s `routing: random`,');
  });
});

test('a limit of the queue is in the head, and its absence an assumption where requests wait', () => {
  expect(assumed(plan())).toContain('no `maxQueue` for e: any number of requests may wait');
  const limited = plan({ engine: 'maxQueue: 20' });
  expect(assumed(limited)).not.toContain('maxQueue');
  expect(head(limited)).toContain('- **Engine e**: at most 20 requests waiting on a node');
});

test('defaults of growth, of the day and of memory are named', () => {
  const text = assumed(
    plan({
      workload: 'users: 100, thinkTime: 5s, growth: 5%/month, profile: office-hours',
      engine: 'type: ollama\n    model: "llama3.1:8b"',
    }),
  );
  expect(text).toContain('no `horizon`: growth is looked at over 12 months');
  expect(text).toContain('The day `office-hours` is a typical one');
  expect(text).toContain('no `startup` for l4: a node is taken to serve 5 min after');
  expect(text).toContain('no `quantization` for e: weights are taken to be `Q4_K_M`');
  expect(text).toContain('no `context` for e: Ollama’s own for this GPU memory counts');
});
