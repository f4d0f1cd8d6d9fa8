import { describe, expect, it } from 'vitest';
import { answerOptions } from '../../../src/charts/answerOptions';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { writeScenario } from '../../../src/panel/writeScenario';
import { applyEdits } from '../../../src/plan/edit/editPlan';

const HEAD = `version: 1
workload: { users: 80 } # today
targets: { fast: { latency: <1.5s }, slow: { latency: <9s } }
nodes: { a: { price: 1 USD/h } }
engines:
  one: { node: a, observations: [{ source: measured, parallel: 8, latency: 1s }, { source: measured, parallel: 16, latency: 4s }] }
`;

function added(text: string, target: string): string {
  const written = writeScenario(analyzePlan(text), target);
  if ('problem' in written) return written.problem;
  expect(applyEdits(text, written.edits)).toBe(written.text);
  return written.text;
}

describe('the answer for a target', () => {
  it('is written among the scenarios, in their style, with all comments kept', () => {
    const text = `${HEAD}scenarios:
  A: { engine: one, parallel: 4 } # the first
# the end
`;
    expect(added(text, 'fast')).toBe(
      text.replace(
        ' # the first\n',
        ' # the first\n  one-9: { title: Cheapest that meets fast, engine: one, parallel: 9 }\n',
      ),
    );
  });

  it('names its target if that is not the first', () => {
    const text = `${HEAD}scenarios: { A: { engine: one, parallel: 4 } }\n`;
    expect(added(text, 'slow')).toContain(
      ', one-16: { title: Cheapest that meets slow, engine: one, parallel: 16, target: slow } }',
    );
  });

  it('has lines of its own below scenarios that have', () => {
    const text = `${HEAD}scenarios:
  A:
    engine: one
    parallel: 4
    # why: it was there before

# the end
`;
    expect(added(text, 'fast')).toBe(
      text.replace(
        'there before\n',
        `there before
  one-9:
    title: Cheapest that meets fast
    engine: one
    parallel: 9
`,
      ),
    );
  });

  it('has a name that no other scenario has', () => {
    const text = `${HEAD}scenarios:
  one-9: { engine: one, parallel: 4 }
  one-9-2: { engine: one, parallel: 2 }
`;
    expect(added(text, 'fast')).toContain('\n  one-9-3: { title: ');
  });

  it('becomes a scenario of the plan: the answer is then that one', () => {
    const text = `${HEAD}scenarios: { A: { engine: one, parallel: 4 } }\n`;
    const { assessment } = analyzePlan(added(text, 'fast'));
    const [answer] = assessment ? answerOptions(assessment) : [];
    expect(answer?.option.scenario?.name).toBe('one-9');
  });

  it('is sized for its target where slots alone are too few nodes', () => {
    const text = `version: 1
workload: { users: 100, thinkTime: 10s }
targets: { fast: { p95: <2.4s } }
nodes: { a: { price: 1 USD/h } }
engines:
  one:
    node: a
    observations:
      - { source: measured, parallel: 8, users: 1, latency: 1s, p95: 1.2s }
      - { source: measured, parallel: 8, users: 8, latency: 2s, p95: 2.6s }
scenarios: { A: { engine: one, parallel: 4 } }
`;
    const analysis = analyzePlan(text);
    const [answer] = analysis.assessment ? answerOptions(analysis.assessment) : [];
    expect(answer?.option.scenario).toBeUndefined();
    const written = writeScenario(analysis, 'fast');
    if ('problem' in written) throw new Error(written.problem);
    const { assessment } = analyzePlan(written.text);
    const scenario = assessment?.scenarios.find(({ spec }) => spec.name === written.name);
    expect(scenario?.nodes?.value).toBe(answer?.option.nodes.value);
  });
});

describe('what cannot be added is said', () => {
  it.each([
    ['an answer that is a scenario by now', 'A: { engine: one, parallel: 9 }', 'fast'],
    ['an unknown target', 'A: { engine: one, parallel: 4 }', 'none'],
  ])('%s', (_, scenario, target) => {
    const text = `${HEAD}scenarios: { ${scenario} }\n`;
    expect(added(text, target)).toMatch(/no such answer any more/);
  });

  it('while the plan is broken', () => {
    expect(writeScenario(analyzePlan('a: {'), 'fast')).toHaveProperty('problem');
  });
});
