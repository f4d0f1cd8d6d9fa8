import { describe, expect, test } from 'vitest';
import type { TargetVerdict } from '../../../src/engine/verdict/verdict';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { describeReasons, describeSurety } from '../../../src/messages/reasons';

/** @param target Objectives; of an engine that is measured and, where it says so, thinks. */
function verdictOn(
  target: string,
  workload = 'users: 80, thinkTime: 5s',
  nodes = '',
): TargetVerdict {
  const { assessment } = analyzePlan(`version: 1
workload: { ${workload} }
targets: { t: { ${target} } }
nodes: { l4: { price: 1 USD/h } }
engines:
  e:
    node: l4
    observations:
      - { source: measured, parallel: 8, users: 2, latency: 1s }
      - { source: measured, parallel: 8, users: 8, latency: 2s }
scenarios: { A: { engine: e, parallel: 8${nodes} } }
`);
  const verdict = assessment?.scenarios[0]?.verdicts[0];
  if (!verdict) throw new Error('the scenario is judged');
  return verdict;
}

describe('what is unverified is named', () => {
  test('where it is the cost alone, with what would make it certain', () => {
    const verdict = verdictOn('latency: <9s, budget: <$100/h', 'users: 8, thinkTime: 50s');
    expect(describeSurety(verdict)).toBe(
      'Unverified (cost): the number of nodes is based on average load, without queueing; state `nodes` to make the cost certain.',
    );
    expect(describeReasons(verdict)).toMatch(/^cost: the number of nodes is based/);
    expect(verdictOn('budget: <$100/h', 'users: 80, thinkTime: 5s', ', nodes: 9').verified).toBe(
      true,
    );
  });

  test('but not where nothing else is asked', () => {
    expect(describeSurety(verdictOn('p95: <99s', 'users: 80, thinkTime: 0s'))).toBe(
      'Unverified: the percentile is modelled, not measured.',
    );
    expect(describeSurety(verdictOn('latency: <9s', 'users: 80, thinkTime: 0s'))).toBe(
      'Verified by measurement.',
    );
  });

  test('several, each reason once', () => {
    const verdict = verdictOn('latency: <99s, p90: <99s, p95: <99s', 'users: 80, thinkTime: 0s');
    expect(describeReasons(verdict)).toBe('p90 and p95: the percentile is modelled, not measured');
    expect(describeSurety(verdict)).toMatch(/^Unverified \(p90 and p95\): the percentile/);
  });

  test('what is not decided, too', () => {
    expect(describeSurety(verdictOn('latency: <99s, ttft: <1s'))).toBe(
      'Not decided (ttft): no benchmark gives `ttft`.',
    );
  });
});
