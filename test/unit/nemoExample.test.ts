import { expect, test } from 'vitest';
import { assess } from '../../src/engine/assess/assess';
import { nextMeasurements } from '../../src/engine/recommend/nextMeasurements';
import { recommend } from '../../src/engine/recommend/recommend';
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
  fewer: { engine: nim, parallel: 32, nodes: 9 }
`;

test('NeMo’s example: 10 nodes of 8 GPUs are verified, and 9 undecided; their line says 75.4 GPUs', () => {
  const { plan, problems } = readPlan(PLAN);
  expect(problems).toEqual([]);
  const assessment = assess(plan);
  const [sized, fewer] = assessment.scenarios;
  expect(sized?.nodes?.value).toBe(10);
  expect(sized?.verdicts[0]?.objectives[0]).toMatchObject({ outcome: 'meets', verified: true });
  // read between 8 and 16 users, within a tenth of the limit
  expect(fewer?.verdicts[0]?.objectives[0]).toMatchObject({
    outcome: 'unknown',
    reasons: ['within-band'],
  });
  const [answer] = recommend(assessment);
  expect(answer?.overall).toMatchObject({ kind: 'option', option: { nodes: { value: 10 } } });
  expect(nextMeasurements(assessment)[0]).toMatchObject({ load: 12 });
});
