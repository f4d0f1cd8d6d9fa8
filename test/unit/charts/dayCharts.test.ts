import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/charts/drawCharts';
import {
  assessExample,
  assessText,
  chartOf,
  rowsOf,
  seriesOf,
  wordsOf,
} from '../../support/charts';

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
    const ofB = chartOf(assessText(readExample().replace(/^ {2}[AC]: .*\n/gm, '')), 'day-nodes');
    expect(ofB.conclusion).toBe(
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

  test('a bar for each scenario in its colour, by the way to run the fleet', () => {
    expect(chart.x.categories).toEqual(['fixed', 'scheduled', 'autoscaled']);
    expect(chart.series.map(({ id, kind, colour }) => [id, kind, colour])).toEqual([
      ['scenario/A', 'bars', 'blue'],
      ['scenario/B', 'bars', 'orange'],
      ['scenario/C', 'bars', 'purple'],
    ]);
    const fixed = ['A', 'B', 'C'].map((name) => seriesOf(chart, `scenario/${name}`)[0]?.y);
    expect(fixed).toEqual([35_040, 46_720, expect.closeTo(28_032, 6)]);
  });

  test('the conclusion has all three ways', () => {
    expect(wordsOf(chart)).toContain(
      '`A`: $35k/month fixed, $19.6k/month scheduled, $20.7k/month autoscaled.',
    );
  });

  test('without a price the bars are node-hours', () => {
    const text = readExample().replace(/ {4}price:.*\n/, '');
    const unpriced = chartOf(assessText(text), 'day-cost');
    expect(unpriced.y.unit).toBe('node-hours');
    expect(wordsOf(unpriced)).toContain('No price is known: bars are node-hours a day.');
  });
});

test('a typical shape of the day is said to be one', () => {
  const text = readExample().replace(/profile:\n.*\n.*\n/, 'profile: office-hours\n');
  const words = 'The shape of the day is a typical one, not the plan’s own.';
  expect(wordsOf(chartOf(assessText(text), 'day-nodes'))).toContain(words);
  expect(wordsOf(chartOf(assessText(text), 'day-cost'))).toContain(words);
  expect(wordsOf(chartOf(assessment, 'day-cost'))).not.toContain(words);
});

test('without a profile there is neither', () => {
  const plain = assessExample('ollama-1000-users');
  expect(drawChart(plain, 'day-nodes')).toBeUndefined();
  expect(drawChart(plain, 'day-cost')).toBeUndefined();
});
