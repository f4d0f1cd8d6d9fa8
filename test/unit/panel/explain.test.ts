import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { explainCell } from '../../../src/panel/explain';
import type { ExplainableColumn } from '../../../src/panel/picture';

const EXAMPLE = readFileSync('examples/ollama-1000-users.capacity.yaml', 'utf8');
const analysis = analyzePlan(EXAMPLE);

/** Numbers with a place in the text stand in brackets, with what stands there. */
function explained(scenario: string, column: ExplainableColumn): readonly string[] | undefined {
  const found = explainCell(analysis, scenario, column);
  return (
    found && [
      found.heading,
      ...found.lines.map((line) =>
        line
          .map(({ text, range }) =>
            range ? `[${text}|${EXAMPLE.slice(range.start, range.end)}]` : text,
          )
          .join(''),
      ),
    ]
  );
}

describe('a figure of the table', () => {
  it('has its formula, and the lines that its numbers come from', () => {
    expect(explained('B', 'nodes')).toEqual([
      'B: 125 nodes',
      '[1,000 users|1000] / [8 slots|8] = 125 nodes',
    ]);
  });

  it('has the formulas of what it follows from', () => {
    expect(explained('B', 'perHour')).toEqual([
      'B: $188/h',
      '125 nodes × [$1.50/h|1.50 USD/h] = $187.50/h',
      '[1,000 users|1000] / [8 slots|8] = 125 nodes',
    ]);
  });

  it('says how well it is known', () => {
    expect(explained('A', 'latency')?.[0]).toBe(
      'A: latency 1.17 s (interpolated from estimates and guesses)',
    );
  });

  it('that was observed as it stands says by which observation, and under which load', () => {
    expect(explained('B', 'latency')).toEqual([
      'B: latency 2.7 s (measured, lighter load)',
      'observation `50-user benchmark`, measured, with 5 in flight on a server of 8 slots: [2.7 s|2.7s]',
    ]);
    expect(explained('V', 'latency')?.[1]).toBe(
      'observation, reported, on a server of 50 slots: [<1 s|<1s]',
    );
  });

  it('tells apart the times that it rests on', () => {
    const text = readFileSync('examples/vllm-chat-tails.capacity.yaml', 'utf8');
    const lines = explainCell(analyzePlan(text), 'cheapest', 'slots')?.lines ?? [];
    const labels = lines.map(([first]) => /^(\w+): $/.exec(first?.text ?? '')?.[1]);
    expect(new Set(labels)).toEqual(
      new Set([undefined, 'latency', 'p95', 'ttft', 'tpot', 'waiting']),
    );
  });

  it('that the plan states leads to its line', () => {
    expect(explained('B', 'parallel')).toEqual(['B: parallel 8 slots', '[8 slots|8]']);
  });

  it('is not there for a scenario without it', () => {
    expect(explained('Z', 'nodes')).toBeUndefined();
    expect(explained('B', 'queueDepth')).toBeUndefined();
    expect(explainCell(analyzePlan(''), 'B', 'nodes')).toBeUndefined();
  });

  it('leads to where the lines are now', () => {
    const broken = `x: {\n${EXAMPLE}`;
    const [line] = explainCell(analysis, 'B', 'nodes', broken)?.lines ?? [];
    expect(line?.map(({ range }) => range && broken.slice(range.start, range.end))).toContain('8');
  });
});
