import { expect, test } from 'vitest';
import type { EngineAssessment } from '../../../src/engine/curve/engineAssessment';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { observationTitle } from '../../../src/report/words';

const COUNT = 500;

function engineWith(count: number): EngineAssessment {
  const observations = Array.from(
    { length: count },
    () => '      - { source: guess, parallel: 4, users: 4, latency: 1s }\n',
  );
  const { assessment } = analyzePlan(
    `version: 1\nengines:\n  e:\n    observations:\n${observations.join('')}`,
  );
  const [engine] = assessment?.engines ?? [];
  if (!engine) throw new RangeError('the plan has an engine');
  return engine;
}

test('Titles of observations look at each observation a few times, however many there are', () => {
  const engine = engineWith(COUNT);
  let looked = 0;
  const observations = engine.observations.map((observed) => ({
    ...observed,
    get load() {
      looked += 1;
      return observed.load;
    },
  }));
  const counted = { ...engine, observations };
  const titles = observations.map((observed) => observationTitle(counted, observed));
  expect(titles[0]).toMatch(/no\. 1 of the list/);
  expect(titles.at(-1)).toMatch(/no\. 500 of the list/);
  expect(looked).toBeLessThan(5 * COUNT);
});
