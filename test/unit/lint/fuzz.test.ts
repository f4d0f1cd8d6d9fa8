import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'vitest';
import { checkFindings } from '../../support/checkFindings';
import { checkOutputs } from '../../support/checkOutputs';
import { byLength } from '../../support/long';
import { extremePlan, mutatePlan, RICH_PLANS, seededRandom } from '../../support/mutatePlan';
import { withoutExpectations } from '../../support/goldenPlan';

const EXAMPLES = 'examples';
const GOLDENS = 'test/golden/plans';

function plansIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.capacity.yaml'))
    .map((name) => withoutExpectations(readFileSync(`${folder}/${name}`, 'utf8')));
}

const PLANS = byLength({ short: 1_000, long: 10_000 });

test(`${PLANS} mutated plans: no exception, ranges within the text, messages without holes`, () => {
  const random = seededRandom(2);
  const seeds = [...plansIn(EXAMPLES), ...plansIn(GOLDENS), ...RICH_PLANS];
  for (let i = 0; i < PLANS; i += 1) {
    const text = mutatePlan(random, seeds);
    try {
      checkFindings(text);
    } catch (error) {
      throw new Error(`text ${i}: ${JSON.stringify(text)}`, { cause: error });
    }
  }
});

const EXTREMES = byLength({ short: 60, long: 3_000 });

test(`${EXTREMES} plans of absurd numbers: no output holds NaN, Infinity or undefined`, () => {
  const random = seededRandom(3);
  const seeds = [...plansIn(EXAMPLES), ...RICH_PLANS];
  for (let i = 0; i < EXTREMES; i += 1) {
    const text = extremePlan(random, seeds);
    try {
      checkFindings(text);
      checkOutputs(text);
    } catch (error) {
      throw new Error(`text ${i}: ${JSON.stringify(text)}`, { cause: error });
    }
  }
});
