import { describe, expect, test } from 'vitest';
import { answerOptions, answerWords } from '../../../src/charts/answerOptions';
import { quickCharts } from '../../../src/charts/drawCharts';
import { assessExample, assessText, chartOf, rowsOf, seriesOf } from '../../support/charts';

describe('an answer that is a scenario', () => {
  const assessment = assessExample('ollama-1000-users');
  const chart = chartOf(assessment, 'trade-off');

  test('is one answer for all its targets', () => {
    const answers = answerOptions(assessment);
    expect(answers.map(answerWords)).toEqual(['answer for strict and relaxed']);
  });

  test('is a star behind the point of the scenario', () => {
    const [star, ...others] = seriesOf(chart, 'answers');
    expect(others).toEqual([]);
    expect(star).toMatchObject({ x: 30, y: 1, mark: 'star', hollow: true, scenario: 'V' });
    expect(star?.tag).toBeUndefined();
    expect(star?.says).toEqual(['Answer for strict and relaxed: V']);
    const ids = chart.series.map(({ id }) => id);
    expect(ids.indexOf('answers')).toBeLessThan(ids.indexOf('scenario/V'));
  });

  test('marks the row of the scenario', () => {
    const badges = chart.table.rows.map(({ scenario, badge }) => [scenario, badge]);
    expect(badges).toEqual([
      ['A', undefined],
      ['B', undefined],
      ['C', undefined],
      ['V', 'answer for strict and relaxed'],
    ]);
  });
});

describe('an answer that is no scenario', () => {
  const text = `version: 1
workload: { users: 80 }
targets: { fast: { latency: <1.5s }, slow: { latency: <9s } }
nodes: { a: { price: 1 USD/h } }
engines:
  one: { node: a, observations: [{ source: measured, parallel: 8, latency: 1s }] }
scenarios: { A: { engine: one, parallel: 4 } }
`;
  const chart = chartOf(assessText(text), 'trade-off');

  test('is a point of its own, with its name', () => {
    const [star] = seriesOf(chart, 'answers');
    expect(star).toMatchObject({ mark: 'star', tag: 'one, parallel 8', x: 10, y: 1 });
    expect(star?.scenario).toBeUndefined();
    expect(star?.says).toEqual([
      'Answer for fast and slow: one, parallel 8',
      '10 nodes',
      'Cost: $10/h',
      'Latency: 1 s (measured)',
      'Not a scenario of the plan yet',
    ]);
  });

  test('is a row of its own, judged by every target, which can be added', () => {
    expect(chart.table.rows.map(({ scenario, add }) => [scenario, add])).toEqual([
      ['A', undefined],
      [undefined, 'fast'],
    ]);
    expect(rowsOf(chart)[1]).toBe(
      'Answer for fast and slow: one, parallel 8 | 10 | $10/h | 1 s | ✓ meets | ✓ meets | measured | one',
    );
    expect(chart.table.rows[1]?.cells[1]).toEqual({ text: '10', sort: 10 });
  });

  test('is left out where it would have to be searched for', () => {
    const [quick] = quickCharts(assessText(text), false);
    expect(quick?.series.map(({ id }) => id)).toEqual(['scenario/A']);
    expect(quick?.table.rows).toHaveLength(1);
  });
});

test('an answer without a price is a point where nodes take the place of cost', () => {
  const text = `version: 1
workload: { users: 80 }
targets: { fast: { latency: <1.5s } }
engines: { one: { observations: [{ source: measured, parallel: 8, latency: 1s }] } }
scenarios: { A: { engine: one, parallel: 4 } }
`;
  expect(seriesOf(chartOf(assessText(text), 'trade-off'), 'answers')).toMatchObject([{ x: 10 }]);
});
