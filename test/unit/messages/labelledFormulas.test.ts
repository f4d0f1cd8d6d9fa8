import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/messages/formulas';
import { labelledFormulas, type LabelledFigure } from '../../../src/messages/labelledFormulas';
import { assessOne, closed, engine, observe, reading, stated } from '../../support/plans';

const linesOf = (...figures: readonly LabelledFigure[]): string[] =>
  labelledFormulas(figures).map(textOf);

describe('formulas with what they are of', () => {
  const assessed = assessOne(
    {
      engine: engine([observe(8, 2, { users: stated(16) }), observe(1, 1)]),
      workload: closed(100, 10),
    },
    { parallel: 8 },
  );

  test('inputs come first, each with its own label', () => {
    expect(linesOf({ label: 'nodes', figure: assessed.nodes })).toEqual([
      'servers (benchmark): 1 node = 1 server',
      'slots (benchmark): 1 server × 8 slots = 8 slots',
      'in flight (benchmark): 16 users, each with one request in flight = 16 requests',
      'latency at that load: 2 s × 8 slots / 16 requests = 1 s without the wait',
      'users of a server: 8 in flight × (1 + 10 s of thinking / 1 s) = 88 users a server',
      'nodes: 100 users / 88 users, rounded up = 2 nodes',
    ]);
  });

  test('what was explained is not explained again under another label', () => {
    const { nodes, slots } = assessed;
    const both = linesOf({ label: 'nodes', figure: nodes }, { label: 'slots', figure: slots });
    expect(both.filter((line) => line.includes('= 2 nodes'))).toHaveLength(1);
    expect(both.at(-1)).toBe('slots: 2 servers × 8 slots = 16 slots');
  });

  test('what no formula gives says how it is known', () => {
    const one = assessOne(
      { engine: engine([observe(8, 1, { latencySeconds: reading(1, '<') })]) },
      { parallel: 8, nodes: 125 },
    );
    const { nodes, latency } = one;
    expect(
      linesOf({ label: 'nodes', figure: nodes }, { label: 'latency', figure: latency }),
    ).toEqual(['nodes: 125 nodes (stated)', 'latency: below 1 s (measured)']);
  });
});
