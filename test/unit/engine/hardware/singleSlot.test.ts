import { describe, expect, test } from 'vitest';
import { describeRuledOut } from '../../../../src/messages/memory';
import { describeReason } from '../../../../src/messages/verdictReasons';
import { assess } from '../../../../src/engine/assess/assess';
import { obstacleOf } from '../../../../src/engine/assess/canRun';
import { findFrontier } from '../../../../src/engine/recommend/frontier';
import { recommend } from '../../../../src/engine/recommend/recommend';
import { readPlan } from '../../../../src/plan/readPlan';

/** Measured with 8 in flight at `parallel: 8`, which Ollama does not give to a model with vision. */
const assessOn = (type: string, scenarios: string) =>
  assess(
    readPlan(`version: 1
workload: { users: 8 }
targets: { t: { latency: <60s } }
nodes: { n: { gpu: L4, price: 1 USD/h } }
engines:
  e:
    type: ${type}
    node: n
    model: "llama3.2-vision:11b"
    observations: [{ source: measured, parallel: 8, users: 8, latency: 30s }]
scenarios: { ${scenarios} }
`).plan,
  );

const ON_8 = 'A: { engine: e, parallel: 8 }';

describe('a model that Ollama serves one request at a time', () => {
  test('is not verified with more slots, whatever was measured', () => {
    const [verdict] = assessOn('ollama', ON_8).scenarios[0]?.verdicts ?? [];
    expect(verdict).toMatchObject({ outcome: 'meets', verified: false });
    const [objective] = verdict?.objectives ?? [];
    expect(objective?.reasons).toEqual(['single-slot']);
    expect(objective && describeReason('single-slot', objective)).toBe(
      'Ollama serves this model one request at a time, whatever `parallel` is',
    );
    const [elsewhere] = assessOn('vllm', ON_8).scenarios[0]?.verdicts ?? [];
    expect(elsewhere).toMatchObject({ outcome: 'meets', verified: true });
  });

  test('gets one slot from auto, which says why', () => {
    const [auto] = assessOn('ollama', 'A: { engine: e, parallel: auto }').scenarios;
    expect(auto?.parallel).toMatchObject({
      value: 1,
      provenance: { known: 'stated' },
      derivation: { formula: 'parallel.auto', inputs: { largest: { value: 1 } } },
    });
    expect(auto?.nodes?.value).toBe(8);
  });

  test('is recommended with one slot, and the option says why', () => {
    const [found] = recommend(assessOn('ollama', ON_8));
    const option = found?.overall.kind === 'option' ? found.overall.option : undefined;
    expect(option).toMatchObject({ parallel: 1, nodes: { value: 8 } });
    expect(option?.slotsThatFit && describeRuledOut(option.slotsThatFit)).toBe(
      '`parallel` is 1: Ollama serves this model one request at a time',
    );
  });

  test('replaces none with slots that it does not have', () => {
    const assessed = assessOn('ollama', `${ON_8}, B: { engine: e, parallel: 1, nodes: 9 }`);
    expect(assessed.scenarios.map((scenario) => obstacleOf(scenario))).toEqual([
      'single-slot',
      undefined,
    ]);
    expect([...findFrontier(assessed).dominated]).toEqual([]);
  });
});
