import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { checkFindings } from '../../support/checkFindings';

const FOLDER = 'test/data/expensive';

// How long they take is printed by `npm run bench`.
test.each(readdirSync(FOLDER))('%s is a legal plan of at most 100 lines, with findings', (name) => {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
  expect(text.split('\n').length).toBeLessThanOrEqual(101);
  expect(analyzePlan(text).document.problems).toEqual([]);
  checkFindings(text);
});
