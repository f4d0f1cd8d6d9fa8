import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'vitest';
import { describeFinding, describeRelated } from '../../../src/catalogue/findings';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import type { Range } from '../../../src/plan/document';
import { mutatePlan, RICH_PLANS, seededRandom } from '../../support/mutatePlan';
import { withoutExpectations } from '../../support/goldenPlan';

const EXAMPLES = 'examples';
const GOLDENS = 'test/golden/plans';

function plansIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.capacity.yaml'))
    .map((name) => withoutExpectations(readFileSync(`${folder}/${name}`, 'utf8')));
}

test('10,000 mutated plans: no exception, ranges within the text, messages without holes', () => {
  const random = seededRandom(2);
  const seeds = [...plansIn(EXAMPLES), ...plansIn(GOLDENS), ...RICH_PLANS];
  for (let i = 0; i < 10_000; i += 1) {
    const text = mutatePlan(random, seeds);
    try {
      checkFindings(text);
    } catch (error) {
      throw new Error(`text ${i}: ${JSON.stringify(text)}`, { cause: error });
    }
  }
}, 120_000);

function checkFindings(text: string): void {
  for (const finding of analyzePlan(text).findings) {
    const message = describeFinding(finding);
    // what is quoted is the plan's own
    const own = message.replace(/`[^`]*`/g, '');
    if (/NaN|undefined|Infinity|infinitely|\[object|\n/.test(own) || message === '') {
      throw new Error(`${finding.code}: ${message}`);
    }
    for (const { range } of [finding, ...finding.related]) checkRange(range, text);
    for (const place of finding.related) {
      if (describeRelated(place) === '')
        throw new Error(`${finding.code}: nothing on ${place.role}`);
    }
  }
}

function checkRange({ start, end }: Range, text: string): void {
  if (!(start >= 0 && start <= end && end <= text.length)) {
    throw new Error(`${start} to ${end} of ${text.length}`);
  }
}
