import { expect, test } from 'vitest';
import type { Chart } from '../../../src/charts/chart';
import { scenarioColour } from '../../../src/charts/colours';
import { quickCharts, slowCharts } from '../../../src/charts/drawCharts';
import type { Assessment } from '../../../src/engine/assess/assessment';
import { drawPicture } from '../../../src/panel/drawPicture';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { assessExample, chartOf } from '../../support/charts';
import { readFileSync } from 'node:fs';

function allCharts(assessment: Assessment): readonly Chart[] {
  return [...quickCharts(assessment), ...slowCharts(assessment).flatMap((draw) => draw() ?? [])];
}

test.for([
  'ollama-1000-users',
  'ollama-1000-users-think-time',
  'open-workload-daily-profile',
  'vllm-chat-tails',
])('%s: a colour means a scenario in every chart', (name) => {
  const assessment = assessExample(name);
  const colours = new Map(
    assessment.scenarios.map((each) => [each.spec.name, scenarioColour(assessment, each)]),
  );
  for (const { id, series } of allCharts(assessment)) {
    for (const { id: seriesId, colour, points } of series) {
      const named = points.flatMap(({ scenario }) => scenario ?? []);
      const own = seriesId === 'answers' ? [] : named.map((scenario) => colours.get(scenario));
      expect([id, seriesId, new Set(own)]).toEqual([
        id,
        seriesId,
        own.length > 0 ? new Set([colour]) : new Set(),
      ]);
    }
  }
});

test('the curve of an engine has the colour of its only scenario, or none', () => {
  const chart = chartOf(assessExample('ollama-1000-users'), 'latency');
  const colourOf = (id: string) => chart.series.find((series) => series.id === id)?.colour;
  expect(colourOf('engine/ollama/curve')).toBe('foreground');
  expect(colourOf('engine/vllm/curve')).toBe(colourOf('scenario/V'));
});

test('the panel’s tables have the same colours', () => {
  const text = readFileSync('examples/ollama-1000-users.capacity.yaml', 'utf8');
  const { scenarios, charts } = drawPicture(analyzePlan(text), undefined, 'x');
  for (const { name, colour } of scenarios) {
    const series = charts[0]?.series.find(({ id }) => id === `scenario/${name}`);
    expect(series?.colour).toBe(colour);
  }
});
