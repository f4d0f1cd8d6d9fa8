import { describe, expect, test } from 'vitest';
import { meetsAndRuns, obstacleOf } from '../../../../src/engine/assess/canRun';
import { findFrontier } from '../../../../src/engine/recommend/frontier';
import { verdictOf } from '../../../../src/engine/assess/ownVerdict';
import { assessText } from '../../../support/charts';

/** On an L4, whose memory holds few slots; the queue is short where a test says so. */
const assessed = (
  parallel: number,
  targets: string,
  engine = '',
  given = '',
  asked = 'users: 640',
) => {
  const assessment = assessText(`version: 1
workload: { ${asked}, promptTokens: 1500, outputTokens: 500 }
targets: { t: { ${targets} } }
nodes: { n: { gpu: L4, price: 1 USD/h } }
engines:
  e:
    node: n
    type: ollama
    model: "llama3.1:8b"
    context: 8192
    ${engine}
    observations:
      - { source: measured, parallel: 8, users: 8, latency: 20s, promptTokens: 1500, outputTokens: 500 }
scenarios: { A: { engine: e, parallel: ${parallel}${given} } }
`);
  const [scenario] = assessment.scenarios;
  if (!scenario) throw new Error('no scenario');
  return { assessment, scenario, verdict: verdictOf(scenario) };
};

describe('what keeps a scenario from running', () => {
  test('nothing, where it fits and answers everybody', () => {
    const { scenario, verdict } = assessed(8, 'latency: <100s');
    expect(obstacleOf(scenario, verdict)).toBeUndefined();
    expect(meetsAndRuns(scenario, verdict)).toBe(true);
  });

  test('memory: though its latency meets the target', () => {
    const { assessment, scenario, verdict } = assessed(64, 'latency: <1000s');
    expect(verdict?.outcome).toBe('meets');
    expect(obstacleOf(scenario, verdict)).toBe('memory');
    expect(meetsAndRuns(scenario, verdict)).toBe(false);
    expect(findFrontier(assessment).frontier).toEqual([]);
  });

  test('requests that are turned away, which a target without `rejected` forgives none', () => {
    const full = assessed(8, 'latency: <100s', 'maxQueue: 1', ', nodes: 10');
    expect(full.verdict?.outcome).toBe('misses');
    expect(full.verdict?.objectives[0]?.reasons).toContain('overloaded');
    expect(obstacleOf(full.scenario, full.verdict)).toBe('turns-away');
    expect(meetsAndRuns(full.scenario, full.verdict)).toBe(false);
  });

  test('none of them, where the target allows as many', () => {
    const targets = 'latency: <100s, rejected: <50%';
    const full = assessed(8, targets, 'maxQueue: 1', ', nodes: 10', 'rate: 4/s');
    expect(full.verdict?.outcome).toBe('meets');
    expect(obstacleOf(full.scenario)).toBe('turns-away');
    expect(meetsAndRuns(full.scenario, full.verdict)).toBe(true);
  });

  test('a target that is missed is not met, whatever runs', () => {
    const { scenario, verdict } = assessed(8, 'latency: <10s');
    expect(meetsAndRuns(scenario, verdict)).toBe(false);
    expect(meetsAndRuns(scenario, undefined)).toBe(false);
  });
});
