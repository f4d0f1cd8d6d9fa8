import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlan } from '../../../src/plan/readPlan';
import { estimateWork, QUICK_MS, type Work } from '../../../src/query/estimateWork';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const workOf = (text: string): Work => estimateWork(text.length, readPlan(text).plan);
const EXPENSIVE = read('test/plans/expensive-assessment.capacity.yaml');

test.for(readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.yaml')))(
  '%s is followed on the editor’s own thread',
  (name) => {
    expect(workOf(read(join('examples', name))).assess).toBeLessThanOrEqual(QUICK_MS);
  },
);

test('the first example is searched there, too', () => {
  const { search } = workOf(read('examples/ollama-1000-users.capacity.yaml'));
  expect(search).toBeLessThanOrEqual(QUICK_MS);
});

test('a long search is not', () => {
  const { assess, search } = workOf(read('test/plans/expensive-answers.capacity.yaml'));
  expect(assess).toBeLessThanOrEqual(QUICK_MS);
  expect(search).toBeGreaterThan(QUICK_MS);
  expect(workOf(EXPENSIVE).assess).toBeGreaterThan(QUICK_MS);
});

test('more of anything is more work', () => {
  const scenario = '\n  more: { engine: e0, parallel: auto }\n';
  expect(workOf(EXPENSIVE + scenario).assess).toBeGreaterThan(workOf(EXPENSIVE).assess);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4096 }), fc.integer({ min: 1, max: 4096 }), (a, b) => {
      const withSlots = (slots: number): number =>
        workOf(EXPENSIVE.replace('parallel: 4096', `parallel: ${String(slots).padStart(4, '0')}`))
          .search;
      expect(withSlots(Math.max(a, b))).toBeGreaterThanOrEqual(withSlots(Math.min(a, b)));
    }),
  );
});

test('a text that is no plan has no work but reading it', () => {
  expect(workOf('a: {')).toEqual({ assess: 0.004, search: 0.004 });
});
