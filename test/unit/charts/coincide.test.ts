import { expect, test } from 'vitest';
import type { Series } from '../../../src/charts/chart';
import { sideBySide } from '../../../src/charts/coincide';
import { drawChart } from '../../../src/charts/drawCharts';
import { assessText } from '../../support/charts';

function line(id: string, heights: readonly number[], over: Partial<Series> = {}): Series {
  const points = heights.map((y, x) => ({ x, y, mark: 'none', says: [] }) as const);
  return { id, label: id, kind: 'line', colour: 'blue', points, ...over };
}

const offsets = (...series: readonly Series[]) =>
  sideBySide(series).map(({ offset = 0 }) => offset);

test('lines that share a segment are drawn side by side, others on their values', () => {
  expect(offsets(line('a', [1, 2, 3]), line('b', [1, 2, 9]), line('c', [5, 5, 5]))).toEqual([
    0, 1, 0,
  ]);
});

test('lines that only cross are not', () => {
  expect(offsets(line('a', [1, 2, 3]), line('b', [3, 2, 1]))).toEqual([0, 0]);
});

test('of three equal lines each has a place of its own', () => {
  expect(offsets(line('a', [1, 2]), line('b', [1, 2]), line('c', [1, 2]))).toEqual([0, 1, -1]);
  expect(offsets(line('a', [1, 2]), line('b', [1, 2], { look: 'thin' }))).toEqual([0, 0]);
});

test('a line takes the place that is free', () => {
  const [left, right] = [line('a', [1, 1, 5, 6]), line('b', [1, 1, 8, 9])];
  expect(offsets(left, right, line('c', [9, 9, 5, 6]))).toEqual([0, 1, 1]);
});

test('points, bands and gaps coincide with nothing', () => {
  expect(offsets(line('a', [1, 2]), line('b', [1, 2], { band: true }))).toEqual([0, 0]);
  const points = { kind: 'points' } as const;
  expect(offsets(line('a', [1, 2], points), line('b', [1, 2], points))).toEqual([0, 0]);
  const gap = line('c', [1, 2]);
  const empty = gap.points.map((point) => ({ ...point, y: undefined }));
  expect(offsets({ ...gap, points: empty }, { ...gap, points: empty })).toEqual([0, 0]);
});

test('scenarios that need as many nodes are told apart', () => {
  const text = `version: 1
workload: { users: 80 }
engines:
  one: { observations: [{ source: measured, parallel: 8, latency: 2s }] }
  two: { observations: [{ source: measured, parallel: 8, latency: 1s }] }
scenarios: { A: { engine: one, parallel: 8 }, B: { engine: two, parallel: 8 } }
`;
  const chart = drawChart(assessText(text), 'nodes-by-users');
  expect(chart?.series.map(({ offset }) => offset)).toEqual([undefined, 1]);
});
