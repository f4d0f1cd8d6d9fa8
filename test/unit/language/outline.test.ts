import { describe, expect, it } from 'vitest';
import { outlineOf, type PlanSymbol } from '../../../src/language/outline';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { RICH_PLANS } from '../../support/fuzzPlan';
import { EXAMPLE } from './support';

function lines(symbols: readonly PlanSymbol[], indent = ''): readonly string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail && ` (${detail})`}`,
    ...lines(children, `${indent}  `),
  ]);
}

function outline(text: string, before?: string): readonly PlanSymbol[] {
  const current = analyzePlan(text);
  return outlineOf(current, before === undefined ? current : analyzePlan(before));
}

/** Every symbol is inside its parent, and its name inside of it. VS Code refuses others. */
function check(symbols: readonly PlanSymbol[], text: string, outer?: PlanSymbol): void {
  for (const symbol of symbols) {
    const { range, selection } = symbol;
    expect(selection.start).toBeGreaterThanOrEqual(range.start);
    expect(selection.end).toBeLessThanOrEqual(range.end);
    expect(range.end).toBeLessThanOrEqual(text.length);
    if (outer) expect(range.start).toBeGreaterThanOrEqual(outer.range.start);
    check(symbol.children, text, symbol);
  }
}

describe('the outline', () => {
  it('has the sections, and in them each name with its figures', () => {
    expect(lines(outline(EXAMPLE))).toEqual([
      'version (1)',
      'title (1000 Users @ <1s (Ollama))',
      'workload',
      'targets (2)',
      '  strict (mean latency <1 s)',
      '  relaxed (mean latency <3 s)',
      'nodes (1)',
      '  l4 (L4 · $1.50/h)',
      'engines (2)',
      '  ollama (ollama on l4 · 3 observations)',
      '    50-user benchmark (measured · 50 users · 2.7 s)',
      '    estimate (1 s)',
      '    guess (1.5 s)',
      '  vllm (vllm on l4 · 1 observation)',
      '    reported (<1 s)',
      'scenarios (4)',
      '  A (500 nodes · ✗? 1.17 s, limit <1 s · $750/h)',
      '  B (125 nodes · ✗ 2.7 s, limit <1 s · $188/h)',
      '  C (250 nodes · ✗? 1.5 s, limit <1 s · $375/h)',
      '  V (20 nodes · ✓? below 1 s, limit <1 s · $30/h)',
    ]);
  });

  it('has the files of benchmarks that an engine names, in place of its list and in it', () => {
    const observed = (...users: readonly number[]): string =>
      users.reduce(
        (text, each) => `${text}  - { source: measured, users: ${each}, latency: 1s }\n`,
        'observations:\n',
      );
    const files = new Map([
      ['bench/*.csv', { observed: [{ file: 'bench/a.csv', observations: observed(8) }] }],
      ['b.json', { observed: [{ file: 'b.json', observations: observed(8, 16) }] }],
    ]);
    const text = `version: 1
nodes: { n: { gpu: L4 } }
engines:
  e: { node: n, observations: { from: bench/*.csv } }
  f: { node: n, observations: [{ from: b.json }] }
`;
    const current = analyzePlan(text, { files });
    const symbols = outlineOf(current, undefined);
    expect(lines(symbols).filter((line) => line.startsWith('    '))).toEqual([
      '    bench/*.csv (1 observation)',
      '    b.json (2 observations)',
    ]);
    check(symbols, text);
  });

  it('stays while the text is broken, in its new places', () => {
    const broken = EXAMPLE.replace('strict:  {', 'strict:  { { ');
    const symbols = outline(broken, EXAMPLE);
    expect(lines(symbols)).toEqual(lines(outline(EXAMPLE)));
    check(symbols, broken);
    const scenario = symbols.at(-1)?.children[1];
    expect(broken.slice(scenario?.selection.start, scenario?.selection.end)).toBe('B');
  });

  it('is empty for what is no plan', () => {
    expect(outline('- a\n')).toEqual([]);
    expect(outline('')).toEqual([]);
    expect(outline('{ {')).toEqual([]);
  });

  it('has ranges that VS Code accepts, in every beginning of a plan', () => {
    for (const text of RICH_PLANS) {
      for (let length = 0; length <= text.length; length += 41) {
        const part = text.slice(0, length);
        check(outline(part, text), part);
      }
    }
  });
});
