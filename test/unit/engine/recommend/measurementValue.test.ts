import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formulaText } from '../../../../src/messages/formulas';
import { assess } from '../../../../src/engine/assess/assess';
import type { Engine } from '../../../../src/engine/plan/plan';
import { nextMeasurements } from '../../../../src/engine/recommend/nextMeasurements';
import { readPlan } from '../../../../src/plan/readPlan';
import { assessPlan, engine, node, observe, stated, target } from '../../../support/plans';

const example = new URL('../../../../examples/ollama-1000-users.capacity.yaml', import.meta.url);

test('the first example: what vLLM saves against the best on Ollama, and nothing besides', () => {
  const measurements = nextMeasurements(assess(readPlan(readFileSync(example, 'utf8')).plan));
  const stakes = measurements.map(({ valuePerMonth }) => valuePerMonth);
  expect(stakes.map((stake) => stake && formulaText(stake))).toEqual([
    '$136,875/month − $21,900/month = $114,975/month',
    undefined,
    undefined,
  ]);
});

const named = (name: string, price: number, engineOf: Engine): Engine => ({
  ...engineOf,
  name,
  path: `/engines/${name}`,
  node: { ...node(price), name },
});
const guessed = engine([observe(8, 1, { source: 'guess' })]);
const measured = engine([observe(8, 1)]);
const tooSlow = engine([observe(8, 5, { source: 'guess' })]);

test('against the cheapest that is verified, not against a cheaper guess', () => {
  const best = named('best', 1, guessed);
  const engines = [best, named('guess', 2, guessed), named('verified', 3, measured)];
  const assessment = assessPlan({
    engine: best,
    targets: [target(2)],
    scenarios: engines.map((each) => ({ parallel: 8, engine: each })),
  });
  const [first] = nextMeasurements(assessment);
  expect(first?.engine.spec.name).toBe('best');
  expect(first?.valuePerMonth?.value).toBe(125 * (3 - 1) * 730);
});

test('against none that exceeds its memory', () => {
  const small = { ...node(2), memoryBytes: stated(6e9) };
  const large = { ...node(3), memoryBytes: stated(80e9) };
  const llama: Partial<Engine> = {
    type: stated('ollama'),
    model: stated('llama3.1:8b'),
    contextTokens: stated(4096),
  };
  const best = named('best', 1, guessed);
  const exceeding: Engine = { ...measured, ...llama, name: 'exceeding', node: small };
  const fitting: Engine = { ...exceeding, name: 'fitting', node: large };
  const assessment = assessPlan({
    engine: best,
    targets: [target(2)],
    scenarios: [best, exceeding, fitting].map((each) => ({ parallel: 8, engine: each })),
  });
  const [first] = nextMeasurements(assessment);
  expect(first?.valuePerMonth?.value).toBe(125 * (3 - 1) * 730);
});

test('most at stake first, although another decision is cheaper', () => {
  const cheap = named('cheap', 1, tooSlow);
  const dear = named('dear', 5, guessed);
  const other = named('other', 50, measured);
  const assessment = assessPlan({
    engine: cheap,
    targets: [target(2)],
    scenarios: [cheap, dear, other].map((each) => ({ parallel: 8, engine: each })),
  });
  const stakes = nextMeasurements(assessment).map(({ engine: on, valuePerMonth }) => [
    on.spec.name,
    valuePerMonth?.value,
  ]);
  expect(stakes[0]).toEqual(['dear', 125 * (50 - 5) * 730]);
});

test('nothing is at stake where prices are in several currencies', () => {
  const euros = { ...named('euros', 1, guessed), node: node(1, 'EUR') };
  const dollars = named('dollars', 2, guessed);
  const assessment = assessPlan({
    engine: euros,
    targets: [target(2)],
    scenarios: [
      { parallel: 8, engine: euros },
      { parallel: 8, engine: dollars },
    ],
  });
  const stakes = nextMeasurements(assessment).map(({ valuePerMonth }) => valuePerMonth);
  expect(stakes).toEqual([undefined, undefined]);
});
