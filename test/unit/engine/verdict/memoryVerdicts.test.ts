import { describe, expect, test } from 'vitest';
import { describeReason } from '../../../../src/messages/verdictReasons';
import { assess } from '../../../../src/engine/assess/assess';
import { nextMeasurements } from '../../../../src/engine/recommend/nextMeasurements';
import { tradeOffs } from '../../../../src/engine/explore/series';
import { readPlan } from '../../../../src/plan/readPlan';

/** Measured at 64 in flight on a server, which an L4 has no memory for and an H100 has. */
const assessOn = (gpu: string, objective: string, given = '') =>
  assess(
    readPlan(`version: 1
workload: { users: 640, promptTokens: 1500, outputTokens: 500 }
targets: { t: { ${objective} } }
nodes: { n: { gpu: ${gpu}, price: 1 USD/h } }
engines:
  e:
    node: n
    type: ollama
    model: "llama3.1:8b"
    context: 8192
    observations:
      - { source: measured, parallel: 8, users: 8, latency: 20s, promptTokens: 1500, outputTokens: 500 }
      - { source: measured, parallel: 64, users: 64, latency: 60s, promptTokens: 1500, outputTokens: 500 }
scenarios: { A: { engine: e, parallel: 64${given} } }
`).plan,
  );

const verdictOn = (gpu: string, objective: string, given?: string) =>
  assessOn(gpu, objective, given).scenarios[0]?.verdicts[0];

describe('a scenario that exceeds its memory', () => {
  test.for(['latency: <100s', 'budget: 100 USD/h'])('meets %s, but unverified', (objective) => {
    const fitting = verdictOn('H100', objective);
    expect(fitting).toMatchObject({ outcome: 'meets', verified: true });
    const judged = verdictOn('L4', objective);
    expect(judged).toMatchObject({ outcome: 'meets', verified: false });
    const [verdict] = judged?.objectives ?? [];
    expect(verdict?.reasons).toEqual(['exceeds-memory']);
    expect(verdict && describeReason('exceeds-memory', verdict)).toBe(
      'it does not fit into GPU memory, by the catalog',
    );
  });

  test('misses as surely as any other', () => {
    const judged = verdictOn('L4', 'latency: <50s');
    expect(judged).toEqual({ ...verdictOn('H100', 'latency: <50s'), target: judged?.target });
    expect(judged).toMatchObject({ outcome: 'misses', verified: true });
    expect(judged?.objectives[0]?.reasons).toEqual([]);
  });

  test('is unverified on nodes that the plan fixes too', () => {
    expect(verdictOn('L4', 'latency: <100s', ', nodes: 10')?.verified).toBe(false);
  });

  test('stays so in the table of what `parallel` trades', () => {
    const rows = [...tradeOffs(assessOn('L4', 'latency: <100s')).values()].flat();
    const known = rows.map(({ parallel, verdicts }) => [parallel.value, verdicts[0]?.verified]);
    expect(known).toEqual([
      [8, true],
      [16, true],
      [64, false],
    ]);
  });

  test('is not to be measured: that would settle nothing', () => {
    expect(nextMeasurements(assessOn('L4', 'latency: <100s'))).toEqual([]);
  });
});
