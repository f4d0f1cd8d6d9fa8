import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { captionOf } from '../../../src/charts/caption';
import { quickCharts, slowCharts } from '../../../src/charts/drawCharts';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { faultsOf, withoutCode } from '../../support/plainWords';

const PLANS = ['examples', 'test/golden/plans', 'test/golden/reports'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.capacity.yaml'))
    .map((name) => `${folder}/${name}`),
);

function endsOfSentences(text: string): number {
  return withoutCode(text).match(/[.!?](?=\s|$)/g)?.length ?? 0;
}

test.for(PLANS)('%s: a chart says at most two short sentences, and notes of one', (path) => {
  const { assessment } = analyzePlan(readFileSync(path, 'utf8'));
  if (!assessment) return;
  const charts = [
    ...quickCharts(assessment),
    ...slowCharts(assessment).flatMap((draw) => draw() ?? []),
  ];
  for (const { id, conclusion, notes = [] } of charts) {
    expect([id, faultsOf(conclusion)]).toEqual([id, []]);
    expect(endsOfSentences(conclusion)).toBeLessThanOrEqual(2);
    for (const note of notes) expect([note, faultsOf(note)]).toEqual([note, []]);
  }
});

test('what has no room in two sentences is a note, and nothing is lost', () => {
  expect(captionOf('A.', undefined, 'B.', '', 'C.', 'D.')).toEqual({
    conclusion: 'A. B.',
    notes: ['C.', 'D.'],
  });
  expect(captionOf('A.')).toEqual({ conclusion: 'A.' });
});
