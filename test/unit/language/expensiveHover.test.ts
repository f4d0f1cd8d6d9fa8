import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recommend, recommending } from '../../../src/engine/recommend/recommend';
import { hoverAt } from '../../../src/language/hover';
import { LEFT_OUT } from '../../../src/language/depth';
import { analyzePlan } from '../../../src/lint/analyzePlan';

const folder = join(import.meta.dirname, '../..');
const expensive = readFileSync(join(folder, 'plans/expensive-answers.capacity.yaml'), 'utf8');
const example = readFileSync(join(folder, '../examples/ollama-1000-users.capacity.yaml'), 'utf8');
const NO_LINKS = (): undefined => undefined;

test('of an expensive plan a hover has what the assessment has, and says what it leaves out', () => {
  const analysis = analyzePlan(expensive);
  if (!analysis.assessment) throw new Error('the plan can be assessed');
  for (const place of ['A:', 'e:\n', 't0:']) {
    const hover = hoverAt(analysis, expensive.indexOf(place), NO_LINKS, 'assessed');
    expect(hover?.markdown).toContain(LEFT_OUT);
  }
  expect(recommending(analysis.assessment).isDone).toBe(false);
});

test('what somebody computed before is shown all the same', () => {
  const analysis = analyzePlan(example);
  if (!analysis.assessment) throw new Error('the example can be assessed');
  const at = example.indexOf('strict:');
  expect(hoverAt(analysis, at, NO_LINKS, 'assessed')?.markdown).toContain(LEFT_OUT);
  recommend(analysis.assessment);
  const all = hoverAt(analysis, at, NO_LINKS, 'assessed')?.markdown;
  expect(all).not.toContain(LEFT_OUT);
  expect(all).toBe(hoverAt(analysis, at, NO_LINKS)?.markdown);
});
