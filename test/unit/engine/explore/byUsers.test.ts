import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formulaText } from '../../../../src/messages/formulas';
import {
  DOUBLINGS,
  loadSeriesOf,
  MULTIPLES,
  type LoadSeries,
} from '../../../../src/engine/explore/byUsers';
import type { Workload } from '../../../../src/engine/plan/plan';
import { assessPlan, closed, engine, observe, open, stated, target } from '../../../support/plans';
import type { PlanSketch, ScenarioSketch } from '../../../support/plans';

const eightSlots = engine([observe(2, 1.5), observe(8, 2.7)]);

function seriesFor(
  workload: Workload,
  scenario: Partial<ScenarioSketch> = {},
  sketch: Partial<PlanSketch> = {},
): LoadSeries {
  const plan = { engine: eightSlots, workload, ...sketch };
  const assessment = assessPlan({ ...plan, scenarios: [{ parallel: 8, ...scenario }] });
  const [only] = assessment.scenarios;
  const series = only && loadSeriesOf(assessment, only);
  if (!series) throw new Error('the scenario has a series');
  expect(loadSeriesOf(assessment, only)).toBe(series);
  return series;
}

const at = ({ steps }: LoadSeries, multiple: number) =>
  steps.find((step) => step.multiple === multiple);

describe('what a scenario takes at other loads', () => {
  test('goes from a tenth to ten times, over each doubling', () => {
    expect(MULTIPLES).toHaveLength(21);
    expect([...MULTIPLES].sort((a, b) => a - b)).toEqual(MULTIPLES);
    expect(DOUBLINGS.filter((multiple) => !MULTIPLES.includes(multiple))).toEqual([]);
  });

  test('is sized anew at each load', () => {
    const series = seriesFor(closed(1000));
    expect(DOUBLINGS.map((multiple) => at(series, multiple)?.nodes.value)).toEqual([
      13, 16, 32, 63, 125, 250, 500, 1000, 1250,
    ]);
    expect(at(series, 2)?.costPerHour?.value).toBe(250);
    expect(at(series, 2)?.latency?.value).toBe(2.7);
  });

  test('even where the plan fixes the nodes', () => {
    expect(at(seriesFor(closed(1000), { nodes: 7 }), 1)?.nodes.value).toBe(125);
  });

  test('users are whole, and the formula says what they come from', () => {
    const half = at(seriesFor(closed(7)), 0.5);
    expect(half?.asked.value).toBe(4);
    expect(half && formulaText(half.asked)).toBe('7 users × 0.5, rounded up = 4 users');
    expect(half && formulaText(half.nodes)).toBe('4 users / 8 slots, rounded up = 1 node');
    expect(at(seriesFor(closed(1)), 0.1)?.asked.value).toBe(1);
  });

  test('of an open workload follows the rate at its peak', () => {
    const series = seriesFor({ ...open(10), peakFactor: stated(2) });
    expect(at(series, 4)?.asked).toMatchObject({ value: 80, unit: 'requests/s' });
  });

  test('stays within what the format takes', () => {
    expect(at(seriesFor(closed(1e9)), 10)?.asked.value).toBe(1e9);
    expect(at(seriesFor(open(1e-3)), 0.1)?.nodes.value).toBe(1);
  });

  test('is not known where the scenario is not sized', () => {
    const unknown = engine([observe(8, 2.7, { latencySeconds: undefined })]);
    const assessment = assessPlan({
      engine: unknown,
      workload: closed(10, 5),
      scenarios: [{ parallel: 8 }],
    });
    const [only] = assessment.scenarios;
    expect(only && loadSeriesOf(assessment, only)).toBeUndefined();
  });

  test('property: at today’s load it is the scenario, and more load never takes fewer nodes', () => {
    const workloads = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0, 10))
        .map(([n, z]) => closed(n, z)),
      fc.double({ min: 1e-2, max: 1e4, noNaN: true }).map(open),
    );
    fc.assert(
      fc.property(
        workloads,
        fc.integer({ min: 1, max: 16 }),
        fc.constantFrom('slots', 'target'),
        (workload, parallel, sizeFor) => {
          const sketch = { engine: eightSlots, workload, targets: [target(3)] };
          const assessment = assessPlan({ ...sketch, scenarios: [{ parallel, sizeFor }] });
          const [only] = assessment.scenarios;
          const series = only && loadSeriesOf(assessment, only);
          expect(series && at(series, 1)?.nodes).toEqual(only?.nodes);
          expect(series && at(series, 1)?.latency).toEqual(only?.latency);
          const nodes = series?.steps.map((step) => step.nodes.value) ?? [];
          expect([...nodes].sort((a, b) => a - b)).toEqual(nodes);
        },
      ),
      { numRuns: 20 },
    );
  });
});
