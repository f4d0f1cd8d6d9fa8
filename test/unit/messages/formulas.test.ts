import { describe, expect, test } from 'vitest';
import { explainFigure, formulaLine, formulaText, textOf } from '../../../src/messages/formulas';
import { assessOne, closed, engine, observe, open, stated, target } from '../../support/plans';
import type { Figure } from '../../../src/engine/figure/figure';

const explain = (figure: Figure | undefined): string[] =>
  figure ? explainFigure(figure).map(textOf) : [];

describe('a formula shows its numbers', () => {
  test('and links each to where the plan states it', () => {
    const { nodes } = assessOne({ engine: engine([observe(8, 2)]) }, { parallel: 8 });
    expect(nodes && formulaLine(nodes)).toEqual([
      { text: '1,000 users', path: '/workload/users' },
      { text: ' / ', path: undefined },
      { text: '8 slots', path: '/scenarios/A/parallel' },
      { text: ' = ', path: undefined },
      { text: '125 nodes', path: undefined },
    ]);
  });

  test('says where it rounds', () => {
    const { nodes } = assessOne(
      { engine: engine([observe(8, 2)]), workload: closed(1001) },
      { parallel: 8 },
    );
    expect(nodes && formulaText(nodes)).toBe('1,001 users / 8 slots, rounded up = 126 nodes');
  });

  test('leaves out what changes nothing', () => {
    const { nodes } = assessOne(
      { engine: engine([observe(8, 2)]), policy: { spare: stated(2) } },
      { parallel: 8 },
    );
    expect(nodes && formulaText(nodes)).toBe(
      '1,000 users / 8 slots, rounded up + 2 nodes spare = 127 nodes',
    );
  });

  test('with headroom and several servers a node', () => {
    const { nodes } = assessOne(
      {
        engine: engine([observe(8, 2)], { servers: stated(2) }),
        policy: { headroom: stated(0.2) },
      },
      { parallel: 8 },
    );
    expect(nodes && formulaText(nodes)).toBe(
      '1,000 users / (8 slots × (1 − 20% headroom) × 2 servers a node), rounded up = 79 nodes',
    );
  });

  test('with think time: what one server can take comes first', () => {
    const { nodes } = assessOne(
      { engine: engine([observe(8, 2.7)]), workload: closed(1000, 10) },
      { parallel: 8 },
    );
    expect(explain(nodes)).toEqual([
      '1,000 users / 37.6 users, rounded up = 27 nodes',
      '8 in flight × (1 + 10 s of thinking / 2.7 s) = 37.6 users a server',
    ]);
  });

  test('open arrivals', () => {
    const { nodes } = assessOne(
      { engine: engine([observe(8, 2.7)]), workload: open(100) },
      { parallel: 8 },
    );
    expect(explain(nodes)[0]).toBe('100/s / 2.96/s, rounded up = 34 nodes');
  });

  test('nodes that a target asks for on top of the slots', () => {
    const { nodes } = assessOne(
      { engine: engine([observe(1, 1), observe(10, 2)]), targets: [target(1.5)] },
      { parallel: 10, sizeFor: 'target' },
    );
    expect(explain(nodes)[0]).toBe(
      '100 nodes for the slots, more until the target is met = 667 nodes',
    );
  });

  test('a queue', () => {
    const { latency, queueDepth, waiting } = assessOne(
      { engine: engine([observe(1, 1), observe(8, 2)]), workload: closed(100) },
      { parallel: 8, nodes: 10 },
    );
    expect(queueDepth && formulaText(queueDepth)).toBe(
      '100 requests in flight − 80 slots = 20 requests waiting',
    );
    expect(latency && formulaText(latency)).toBe(
      '2 s × 10 / 8 = 2.5 s, waiting for a slot included',
    );
    expect(waiting && formulaText(waiting)).toBe('2.5 s − 2 s = 500 ms of waiting');
  });
});

test('no formula shows a hole', () => {
  const assessed = assessOne(
    {
      engine: engine([observe(1, 1), observe(8, 2)], { servers: stated(2) }),
      workload: closed(100, 3),
      policy: { headroom: stated(0.1), spare: stated(1) },
    },
    { parallel: 16 },
  );
  const {
    nodes,
    servers,
    slots,
    inFlight,
    load,
    queueDepth,
    utilisation,
    latency,
    throughput,
    cost,
  } = assessed;
  const costs = [cost?.perHour, cost?.perDay, cost?.perMonth, cost?.perYear, cost?.perUserMonth];
  const figures = [
    nodes,
    servers,
    slots,
    inFlight,
    load,
    queueDepth,
    utilisation,
    latency,
    throughput,
  ];
  const lines = [...figures, ...costs, cost?.per1000Requests].flatMap(explain);
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) expect(line).not.toMatch(/undefined|NaN|\{|\}| {2}/);
});
