/** The pictures of real plans: whole, legible, and true to what the charts say. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHART_IDS } from '../../../../src/charts/chart';
import { drawChart } from '../../../../src/charts/drawCharts';
import { markWords } from '../../../../src/charts/svg/markWords';
import { assess } from '../../../../src/engine/assess/assess';
import { obstacleOf } from '../../../../src/engine/assess/canRun';
import { verdictOf } from '../../../../src/engine/assess/ownVerdict';
import { readPlan } from '../../../../src/plan/readPlan';
import { extentOf, pictureOf } from './pictureOf';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const plans = ['examples', join('test', 'golden', 'reports')].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.capacity.yaml'))
    .map((name) => [name, readFileSync(join(root, folder, name), 'utf8')] as const),
);

describe.each(plans)('%s', (_, text) => {
  const assessment = assess(readPlan(text).plan);

  test.each(CHART_IDS)('the picture of %s lies within its view box', (id) => {
    const chart = drawChart(assessment, id);
    if (!chart) return;
    const picture = pictureOf(chart);
    const { x, y } = extentOf(picture);
    expect(Math.min(x.least, y.least)).toBeGreaterThanOrEqual(0);
    expect(x.most).toBeLessThanOrEqual(Number(picture.elements[0]?.attributes.width));
    expect(y.most).toBeLessThanOrEqual(Number(picture.elements[0]?.attributes.height));
    expect(picture.svg).not.toMatch(/undefined|NaN|Infinity|\[object/);
  });

  test('the words for the marks of scenarios are those of the verdicts', () => {
    const chart = drawChart(assessment, 'trade-off');
    const ofScenarios = chart?.series.filter(({ id }) => id !== 'answers') ?? [];
    for (const { mark, scenario } of ofScenarios.flatMap(({ points }) => points)) {
      const assessed = assessment.scenarios.find((each) => each.spec.name === scenario);
      const verdict = assessed && verdictOf(assessed);
      if (!verdict) continue;
      const words = {
        meets: 'meets its target',
        misses: 'misses its target',
        unknown: 'undecided',
      };
      const isKept = verdict.outcome === 'meets' && obstacleOf(assessed, verdict);
      expect(markWords('trade-off')?.[mark]).toBe(
        isKept ? 'meets it, but cannot run so' : words[verdict.outcome],
      );
    }
  });
});
