import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../src/plan/readPlan';
import { byLength } from '../../support/long';
import { checkOneText, mutatePlan, RICH_PLANS, seededRandom } from '../../support/fuzzPlan';

const examples = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(`examples/${name}`, 'utf8'));

const PLANS = byLength({ short: 500, long: 2_000 });

describe('whatever the text', () => {
  it('reads the plans that it starts from without a problem', () => {
    for (const text of [...examples, ...RICH_PLANS]) {
      expect(readPlan(text).problems).toEqual([]);
    }
  });

  // As much is asked of those in `lint/fuzz.test.ts`; these begin with longer plans.
  it(`throws nothing and stays within the text on ${PLANS} mutated plans`, () => {
    const random = seededRandom(20_261_123);
    const seeds = [...examples, ...RICH_PLANS];
    for (let i = 0; i < PLANS; i += 1) {
      const text = mutatePlan(random, seeds);
      try {
        checkOneText(text);
      } catch (error) {
        throw new Error(`text ${i}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  }, 60_000);

  it('reads every beginning of a plan, as if half typed', () => {
    for (const text of [examples[0] ?? '', ...RICH_PLANS]) {
      for (let length = 0; length <= text.length; length += 1) {
        checkOneText(text.slice(0, length));
      }
    }
  }, 60_000);
});
