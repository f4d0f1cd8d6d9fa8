import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../../src/charts/chart';
import { quickCharts } from '../../../../src/charts/drawCharts';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import { overlayCharts } from '../../../../src/panel/whatIf/overlayCharts';

const EXAMPLE = readFileSync('examples/ollama-1000-users.capacity.yaml', 'utf8');

function assessmentOf(text: string) {
  const { assessment } = analyzePlan(text);
  if (!assessment) throw new Error('not assessable');
  return assessment;
}

function tradeOff(changed: string): Chart {
  const chart = overlayCharts(assessmentOf(EXAMPLE), assessmentOf(changed)).find(
    ({ id }) => id === 'trade-off',
  );
  if (!chart) throw new Error('no trade-off');
  return chart;
}

/** The scenarios whose points are laid over. */
function moved(chart: Chart): readonly (string | undefined)[] {
  return chart.series
    .filter(({ whatIf }) => whatIf)
    .flatMap(({ points }) => points.map(({ scenario }) => scenario));
}

describe('a change laid over the plan’s own charts', () => {
  it('adds the points that move, marked, and keeps all of the plan', () => {
    const chart = tradeOff(
      EXAMPLE.replace('engine: ollama, parallel: 8', 'engine: ollama, parallel: 4'),
    );
    expect(moved(chart)).toEqual(['B']);
    const own = quickCharts(assessmentOf(EXAMPLE)).find(({ id }) => id === 'trade-off');
    expect(chart.series.filter(({ whatIf }) => !whatIf)).toEqual(own?.series);
    const says = chart.series.find(({ whatIf }) => whatIf)?.points[0]?.says;
    expect(says?.[0]).toBe('Not in the file');
  });

  it('has every point of every scenario where all move', () => {
    const chart = tradeOff(EXAMPLE.replace('users: 1000', 'users: 2000'));
    // The answer, which is V, moves with it.
    expect([...moved(chart)].sort()).toEqual(['A', 'B', 'C', 'V', 'V']);
    expect(new Set(chart.series.map(({ id }) => id)).size).toBe(chart.series.length);
  });

  it('adds the limit where that moves', () => {
    const chart = tradeOff(EXAMPLE.replace('latency: <1s }', 'latency: <1.3s }'));
    expect(chart.rules.filter(({ whatIf }) => whatIf)).toEqual([
      expect.objectContaining({ axis: 'y', at: 1.3, kind: 'limit', whatIf: true }),
    ]);
  });

  it('is the plan’s own where nothing moves', () => {
    expect(moved(tradeOff(EXAMPLE))).toEqual([]);
    expect(overlayCharts(assessmentOf(EXAMPLE), assessmentOf(EXAMPLE))).toEqual(
      quickCharts(assessmentOf(EXAMPLE)),
    );
  });
});
