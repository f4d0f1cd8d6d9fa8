import { expect, test } from 'vitest';
import { assess } from '../../src/engine/assess';
import { recommend } from '../../src/engine/recommend';
import { readPlan } from '../../src/plan/readPlan';

/** The measurements and the question of the sizing example in NVIDIA's NeMo documentation. */
const PLAN = `version: 1
workload: { users: 100 }
targets: { sla: { p95: 10s } }
nodes: { dgx: { gpus: 8 } }
engines:
  nim:
    node: dgx
    observations:
      - { source: measured, parallel: 32, users: 1, p95: 4.03488s }
      - { source: measured, parallel: 32, users: 2, p95: 4.71197s }
      - { source: measured, parallel: 32, users: 4, p95: 5.67581s }
      - { source: measured, parallel: 32, users: 8, p95: 7.90895s }
      - { source: measured, parallel: 32, users: 16, p95: 12.677s }
      - { source: measured, parallel: 32, users: 32, p95: 24.5307s }
scenarios:
  nemo: { engine: nim, parallel: 32, sizeFor: target }
`;

test('NeMo’s example: 9 nodes of 8 GPUs, verified; their line through all points says 75.4 GPUs', () => {
  const { plan, problems } = readPlan(PLAN);
  expect(problems).toEqual([]);
  const assessment = assess(plan);
  const [scenario] = assessment.scenarios;
  expect(scenario?.nodes?.value).toBe(9);
  expect(scenario?.verdicts[0]).toMatchObject({ outcome: 'meets', verified: true });
  const [answer] = recommend(assessment);
  expect(answer?.overall).toMatchObject({ kind: 'option', option: { nodes: { value: 9 } } });
});
