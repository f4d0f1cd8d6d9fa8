import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../src/charts/drawCharts';
import { legendEntries } from '../../../src/charts/svg/legendEntries';
import {
  assessExample,
  assessText,
  chartOf,
  rowsOf,
  seriesOf,
  wordsOf,
} from '../../support/charts';

describe('of the first example', () => {
  const chart = chartOf(assessExample('ollama-1000-users'), 'latency');

  test('a line for each engine, its scenarios in their colours, and its observations on top', () => {
    expect(chart.series.map(({ id, kind, colour }) => `${id} ${kind} ${colour}`)).toEqual([
      'engine/ollama/curve line foreground',
      'engine/vllm/curve line green',
      'scenario/A points blue',
      'scenario/B points orange',
      'scenario/C points purple',
      'scenario/V points green',
      'engine/ollama/measured points foreground',
      'engine/ollama/estimate points foreground',
      'engine/ollama/guess points foreground',
      'engine/vllm/reported points green',
    ]);
  });

  test('each source has its mark, and only measurements are filled', () => {
    const marks = ['ollama/measured', 'vllm/reported', 'ollama/estimate', 'ollama/guess'].map(
      (id) =>
        seriesOf(chart, `engine/${id}`).map(({ x, y, mark, hollow }) => [
          x,
          y,
          mark,
          hollow ?? false,
        ]),
    );
    expect(marks).toEqual([
      [[8, 2.7, 'circle', false]],
      [[50, 1, 'square', true]],
      [[1, 1, 'diamond', true]],
      [[4, 1.5, 'triangle', true]],
    ]);
  });

  test('outside what was observed the line is dashed', () => {
    const vllm = seriesOf(chart, 'engine/vllm/curve');
    expect(vllm[0]?.x).toBe(1);
    expect(vllm.at(-1)?.x).toBe(50);
    expect(vllm.every(({ dashed }) => dashed)).toBe(true);
    expect(seriesOf(chart, 'engine/ollama/curve').some(({ dashed }) => dashed)).toBe(false);
  });

  test('an operating point at another load than was measured is hollow, though its miss is certain', () => {
    const [b] = seriesOf(chart, 'scenario/B');
    expect(b?.hollow).toBe(true);
  });

  test('operating points are tagged with their scenario; bounds say so', () => {
    const tags = ['A', 'B', 'C', 'V'].map((name) =>
      seriesOf(chart, `scenario/${name}`).map(({ x, tag }) => [x, tag]),
    );
    expect(tags).toEqual([[[2, 'A']], [[8, 'B']], [[4, 'C']], [[50, 'V (<1 s)']]]);
  });

  test('the axis says what each engine follows, since they differ', () => {
    expect(chart.x.label).toBe(
      'requests in flight on a server; slots with latencyFollows: parallel',
    );
  });

  test('the conclusion has the ends of each curve, and how they are known', () => {
    expect(wordsOf(chart)).toBe(
      '`ollama` takes 1 s (estimate) with 1 slot and 2.7 s (measured) with 8 slots. ' +
        '`vllm` takes below 1 s (reported) with 50 in flight. ' +
        'If only a bound is known, the line is that bound.',
    );
    expect(rowsOf(chart)[0]).toBe('ollama | 50-user benchmark | 8 slots | 2.7 s | measured');
  });
});

test('measured curves have a band, which the legend explains', () => {
  const chart = chartOf(assessExample('open-workload-daily-profile'), 'latency');
  const [band] = chart.series;
  expect(band).toMatchObject({ id: 'engine/vllm/band', band: true, label: undefined });
  expect(band?.points.every(({ low = 0, y = 0, high = 0 }) => low < y && y < high)).toBe(true);
  expect(chart.x).toMatchObject({ scale: 'log', canBeLog: true });
  const legend = legendEntries(chart).map(({ text }) => text);
  expect(legend).toEqual(expect.arrayContaining(['band: 80% interval', 'bar: 80% interval']));
});

test('an engine without observations is named, and alone there is no chart', () => {
  const plan = (observations: string) => `version: 1
workload: { users: 80 }
engines:
  bare: {}
  known: { observations: [${observations}] }
scenarios: { A: { engine: known, parallel: 8 } }
`;
  const text = plan('{ source: measured, parallel: 8, latency: 2s }');
  expect(wordsOf(chartOf(assessText(text), 'latency'))).toBe(
    '`known` takes 2 s (measured) with 8 in flight. If only a bound is known, the line is that bound. ' +
      '`bare` has no observation of a latency at a known load, and no line.',
  );
  expect(drawChart(assessText(plan('')), 'latency')).toBeUndefined();
});

test('of more engines than colours each line has its name, and the message stays small', () => {
  const names = Array.from({ length: 50 }, (_, index) => `e${index}`);
  const engines = names.map((name) => {
    const points = [1, 8, 64, 512].map(
      (at) => `{ source: measured, parallel: ${at}, latency: ${at + 1}s }`,
    );
    return `  ${name}: { observations: [${points.join(', ')}] }`;
  });
  const text = `version: 1\nworkload: { users: 80 }\nengines:\n${engines.join('\n')}\n`;
  const chart = chartOf(assessText(text), 'latency');
  expect(seriesOf(chart, 'engine/e7/curve').at(-1)?.tag).toBe('e7');
  expect(wordsOf(chart)).toContain('The table has 46 more.');
  expect(JSON.stringify(chart).length).toBeLessThan(400_000);
});

test('an observation that is named for its load says it once', () => {
  const chart = chartOf(assessExample('vllm-chat-tails'), 'latency');
  const [first] = seriesOf(chart, 'engine/vllm/measured');
  expect(first?.says).toEqual(['1 in flight', 'Latency: 4.95 s (measured)']);
});
