import { describe, expect, test } from 'vitest';
import { recommend } from '../../../../src/engine/recommend/recommend';
import { curveSteps, tradeOffs } from '../../../../src/engine/explore/series';
import { assessPlan, closed, engine, observe, reading, target } from '../../../support/plans';

const ollama = engine([observe(8, 2.7), observe(1, 1, { source: 'estimate' })]);

describe('nodes, cost and latency against parallel', () => {
  const assessment = assessPlan({
    engine: ollama,
    targets: [target(3)],
    scenarios: [{ parallel: 4 }],
  });
  const [series = []] = [...tradeOffs(assessment).values()];

  test('every parallel that a scenario names, that was observed or is recommended, ascending', () => {
    expect(series.map(({ parallel }) => parallel.value)).toEqual([1, 4, 8]);
  });

  test('fewer nodes and more latency as it grows', () => {
    expect(series.map(({ nodes }) => nodes?.value)).toEqual([1000, 250, 125]);
    expect(series.map(({ cost }) => cost?.perHour.value)).toEqual([1000, 250, 125]);
    const latencies = series.map(({ latency }) => latency?.value ?? 0);
    expect(latencies).toEqual([1, expect.closeTo(1.7286, 4), 2.7]);
    expect(series.map(({ verdicts }) => verdicts[0]?.outcome)).toEqual(['meets', 'meets', 'meets']);
  });

  test('the figures of a scenario are those of its assessment', () => {
    const [scenario] = assessment.scenarios;
    expect(series[1]?.nodes).toEqual(scenario?.nodes);
    expect(series[1]?.latency).toEqual(scenario?.latency);
  });

  test('what is recommended with more nodes than its slots take has a row of its own', () => {
    const strict = assessPlan({
      engine: engine([observe(1, 1), observe(10, 2)]),
      targets: [target(1.5)],
      scenarios: [{ parallel: 10 }],
    });
    const [rows = []] = [...tradeOffs(strict).values()];
    const [recommended] = recommend(strict).flatMap(({ overall }) =>
      overall.kind === 'option' ? [overall.option] : [],
    );
    const row = rows.find(
      ({ parallel, nodes }) =>
        parallel.value === recommended?.parallel && nodes?.value === recommended.nodes.value,
    );
    expect(row?.verdicts[0]?.outcome).toBe('meets');
    const places = rows.map(({ parallel, nodes }) => [parallel.value, nodes?.value ?? 0] as const);
    expect(places).toEqual([...places].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
  });

  test('computed once for an assessment', () => {
    expect(tradeOffs(assessment)).toBe(tradeOffs(assessment));
  });
});

test('with think time and nothing known of the latency there is a row without figures', () => {
  const unknown = engine([observe(8, 2.7, { latencySeconds: undefined })]);
  const assessment = assessPlan({ engine: unknown, workload: closed(10, 5) });
  const [series] = [...tradeOffs(assessment).values()];
  expect(series?.map(({ parallel, nodes }) => [parallel.value, nodes])).toEqual([[8, undefined]]);
});

describe('steps of the latency curve', () => {
  const assessment = assessPlan({ engine: ollama, scenarios: [{ parallel: 10 }] });
  const [assessed] = assessment.engines;
  if (!assessed) throw new Error('one engine was assessed');

  test('go from 1 to the largest place that was observed or is used', () => {
    const steps = curveSteps(assessment, assessed, 40);
    expect(steps.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(steps[0]?.latency.value).toBe(1);
    expect(steps[7]?.latency.value).toBe(2.7);
  });

  test('are wider where there would be too many', () => {
    expect(curveSteps(assessment, assessed, 4).map(({ at }) => at)).toEqual([1, 4, 7, 10]);
  });

  test('end at the last place, however many there may be', () => {
    const steps = curveSteps(assessment, assessed, 5).map(({ at }) => at);
    expect(steps).toEqual([1, 3.25, 5.5, 7.75, 10]);
  });

  test('there are none where nothing was observed', () => {
    const bare = assessPlan({ engine: engine([]) });
    expect(bare.engines.map((each) => curveSteps(bare, each, 10))).toEqual([[]]);
  });

  test('carry the bound of what they rest on', () => {
    const bounded = assessPlan({
      engine: engine([observe(4, 1, { latencySeconds: reading(1, '<') })]),
    });
    const [first] = bounded.engines;
    expect(first && curveSteps(bounded, first, 10).map(({ latency }) => latency.bound)).toEqual([
      '<',
      '<',
      '<',
      '<',
    ]);
  });
});
