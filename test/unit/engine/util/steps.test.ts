import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recommend, recommending } from '../../../../src/engine/recommend/recommend';
import { finish, Work, type Steps } from '../../../../src/engine/util/steps';
import { analyzePlan } from '../../../../src/lint/analyzePlan';

function* countTo(last: number, log: number[] = []): Steps<number> {
  for (let i = 1; i < last; i++) {
    log.push(i);
    yield;
  }
  return last;
}

test('all steps at once give the result', () => {
  expect(finish(countTo(5))).toBe(5);
});

test('work goes on where it was left, and is done once', () => {
  const log: number[] = [];
  const work = new Work(() => countTo(4, log));
  expect(work.advance(() => false)).toBe(false);
  expect(log).toEqual([1]);
  expect(work.advance(() => false)).toBe(false);
  expect(work.isDone).toBe(false);
  expect(work.finish()).toBe(4);
  expect(work.finish()).toBe(4);
  expect(work.advance(() => true)).toBe(true);
  expect(log).toEqual([1, 2, 3]);
});

test('work that threw throws again, and gives no result', () => {
  const work = new Work(function* (): Steps<number> {
    yield;
    throw new Error('a bug');
  });
  expect(() => work.finish()).toThrow('a bug');
  expect(() => work.finish()).toThrow('a bug');
  expect(work.isDone).toBe(false);
});

test('recommendations in steps are those at once', () => {
  const text = readFileSync(
    join(import.meta.dirname, '../../../../examples/ollama-1000-users.capacity.yaml'),
    'utf8',
  );
  const [inSteps, atOnce] = [analyzePlan(text), analyzePlan(text)];
  if (!inSteps.assessment || !atOnce.assessment) throw new Error('the example can be assessed');
  const work = recommending(inSteps.assessment);
  let steps = 1;
  while (!work.advance(() => false)) steps++;
  expect(steps).toBeGreaterThan(4);
  const described = (found: ReturnType<typeof recommend>) =>
    found.map(({ overall }) => [
      overall.kind,
      overall.kind === 'option' && [overall.option.parallel, overall.option.nodes.value],
    ]);
  expect(described(work.finish())).toEqual(described(recommend(atOnce.assessment)));
});

test('a plan whose answer takes a minute can be left after each option', () => {
  const text = readFileSync(
    join(import.meta.dirname, '../../../plans/expensive-answers.capacity.yaml'),
    'utf8',
  );
  const { assessment } = analyzePlan(text);
  if (!assessment) throw new Error('the plan can be assessed');
  const work = recommending(assessment);
  for (let step = 0; step < 10; step++) expect(work.advance(() => false)).toBe(false);
});
