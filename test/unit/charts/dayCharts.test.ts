import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/charts/drawCharts';
import { assessExample, assessText, chartOf, rowsOf, seriesOf } from '../../support/charts';

const assessment = assessExample('open-workload-daily-profile');

function readExample(): string {
  const name = '../../../examples/open-workload-daily-profile.capacity.yaml';
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

describe('nodes by hour', () => {
  const chart = chartOf(assessment, 'day-nodes');

  test('are steps that last to the end of their hour, the last to midnight', () => {
    const steps = seriesOf(chart, 'scenario/C');
    expect(steps.map(({ x }) => x)).toEqual(Array.from({ length: 25 }, (_, hour) => hour));
    expect(steps[24]?.y).toBe(steps[23]?.y);
  });

  test('the conclusion has the lowest and the highest', () => {
    expect(chart.conclusion).toMatch(/^`C` needs from 2 nodes at 2:00 to 12 nodes at 10:00\. `A` /);
  });

  test('a fixed fleet is said to be one, and is a level line', () => {
    expect(chart.conclusion).toContain(
      '`B` is fixed at 20 nodes, and needs from 2 nodes at 3:00 to 15 nodes at 10:00.',
    );
    const fixed = chart.series.find(({ id }) => id === 'scenario/B/fixed');
    expect(fixed).toMatchObject({ label: undefined, look: 'thin', kind: 'line' });
    expect(fixed?.points.map(({ x, y }) => [x, y])).toEqual([
      [0, 20],
      [24, 20],
    ]);
  });

  test('an autoscaled one is a line of dots: an hour ahead, since that may come at any moment', () => {
    const needed = seriesOf(chart, 'scenario/B').map(({ y }) => y);
    const autoscaled = seriesOf(chart, 'scenario/B/autoscaled');
    expect(autoscaled.map(({ y }) => y).slice(0, 24)).toEqual(
      needed.slice(0, 24).map((nodes = 0, hour) => Math.max(nodes, needed[(hour + 1) % 24] ?? 0)),
    );
    expect(autoscaled[8]?.says).toContain('8:00 to 9:00');
    expect(chart.series.find(({ id }) => id === 'scenario/B/autoscaled')?.look).toBe('dotted');
  });

  test('the table has all three', () => {
    expect(chart.table.columns.map(({ title }) => title).slice(0, 8)).toEqual([
      'Hour',
      'Requests/s',
      'A',
      'A autoscaled',
      'A fixed',
      'B',
      'B autoscaled',
      'B fixed',
    ]);
    expect(rowsOf(chart)[8]).toMatch(
      /^8 \| 183\/s \| 10 nodes \| 14 nodes \| 15 nodes \| 10 nodes \|/,
    );
  });

  test('hours do not go by tens', () => {
    expect(chart.x).toMatchObject({ from: 0, to: 24, every: 4 });
  });
});

describe('cost of a day', () => {
  const chart = chartOf(assessment, 'day-cost');

  test('three bars for each scenario, by name', () => {
    expect(chart.x.categories).toEqual(['A', 'B', 'C']);
    expect(chart.series.map(({ id, kind }) => [id, kind])).toEqual([
      ['fixed', 'bars'],
      ['scheduled', 'bars'],
      ['autoscaled', 'bars'],
    ]);
    expect(seriesOf(chart, 'fixed').map(({ x, y }) => [x, y])).toEqual([
      [0, 35_040],
      [1, 46_720],
      [2, expect.closeTo(28_032, 6)],
    ]);
  });

  test('the conclusion has all three', () => {
    expect(chart.conclusion).toContain(
      '`B`: $46.7k/month fixed, $19.6k/month scheduled, $20.7k/month autoscaled.',
    );
  });

  test('without a price the bars are node-hours', () => {
    const text = readExample().replace(/ {4}price:.*\n/, '');
    const unpriced = chartOf(assessText(text), 'day-cost');
    expect(unpriced.y.unit).toBe('node-hours');
    expect(unpriced.conclusion).toContain('No price is known: bars are node-hours a day.');
  });
});

test('a typical shape of the day is said to be one', () => {
  const text = readExample().replace(/profile:\n.*\n.*\n/, 'profile: office-hours\n');
  const words = 'The shape of the day is a typical one, not the plan’s own.';
  expect(chartOf(assessText(text), 'day-nodes').conclusion).toContain(words);
  expect(chartOf(assessText(text), 'day-cost').conclusion).toContain(words);
  expect(chartOf(assessment, 'day-cost').conclusion).not.toContain(words);
});

test('without a profile there is neither', () => {
  const plain = assessExample('ollama-1000-users');
  expect(drawChart(plain, 'day-nodes')).toBeUndefined();
  expect(drawChart(plain, 'day-cost')).toBeUndefined();
});
