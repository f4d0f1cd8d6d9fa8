import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../../src/language/hover';
import { inlayHints } from '../../../src/language/inlayHints';
import { describeStatus } from '../../../src/language/status';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { EXAMPLE } from './support';

/** Each hint behind what stands before it on its line. */
function shown(text: string, lastGood?: string): string[] {
  const before = lastGood === undefined ? undefined : analyzePlan(lastGood);
  return inlayHints(analyzePlan(text), before).map(({ offset, text: hint }) => {
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    return `${line.slice(0, 4).trim()}…${line.at(-1)} ${hint}`;
  });
}

describe('hints behind scenarios', () => {
  it('say nodes, cost and the figure that decides, and how sure that is', () => {
    expect(shown(EXAMPLE)).toEqual([
      'A:…} 500 nodes · ✗? 1.17 s, limit <1 s · $750/h',
      'B:…} 125 nodes · ✗ 2.7 s, limit <1 s · $188/h',
      'C:…} 250 nodes · ✗? 1.5 s, limit <1 s · $375/h',
      'V:…} 20 nodes · ✓? below 1 s, limit <1 s · $30/h',
    ]);
  });

  it('are explained by the card of their scenario’s name', () => {
    const hints = inlayHints(analyzePlan(EXAMPLE), undefined);
    expect(hints.map(({ subject }) => EXAMPLE.slice(subject, subject + 2))).toEqual([
      'A:',
      'B:',
      'C:',
      'V:',
    ]);
  });

  it('lead from the verdict to its limit, and from the cost to its price', () => {
    const [, b] = inlayHints(analyzePlan(EXAMPLE), undefined);
    const places = b?.parts.map(({ text, to }) => [text, to && EXAMPLE.slice(to.start, to.end)]);
    expect(places).toEqual([
      ['125 nodes', undefined],
      [' · ', undefined],
      ['✗ 2.7 s, limit <1 s', '<1s'],
      [' · ', undefined],
      ['$188/h', '1.50 USD/h'],
    ]);
    expect([b?.parts[0]?.about, b?.scenario]).toEqual(['nodes', 'B']);
  });

  it('lead to where limit and price are now while the text is broken', () => {
    const broken = EXAMPLE.replace('strict:  {', 'strict:  { {');
    const [, b] = inlayHints(analyzePlan(broken), analyzePlan(EXAMPLE));
    const places = b?.parts.flatMap(({ to }) => (to ? [broken.slice(to.start, to.end)] : []));
    expect(places).toEqual(['<1s', '1.50 USD/h']);
  });

  it('have the mark of the card, and the status the words of the card', () => {
    const analysis = analyzePlan(EXAMPLE);
    const [hint] = inlayHints(analysis, undefined);
    const card = hoverAt(analysis, hint?.subject ?? 0, () => undefined)?.markdown ?? '';
    expect(hint?.text).toContain('✗? 1.17 s, limit <1 s');
    expect(card).toContain('✗? likely misses **strict**');
    const onlyA = analyzePlan(EXAMPLE.replace(/^ {2}B: .*\n/m, ''));
    expect(describeStatus(onlyA, undefined).text).toContain('A likely misses strict');
  });

  it('stand before a comment, and behind the colon of a scenario in block style', () => {
    const block = 'B: # now\n    engine: ollama # which\n    parallel: 8 # slots\n';
    const text = EXAMPLE.replace(/B: .*\n/, block).replace(/( {2}A: .*\})/, '$1 # fast');
    const hints = shown(text);
    expect(hints[0]).toMatch(/^A:…\} 500 nodes/);
    expect(hints[1]).toMatch(/^B:…: 125 nodes/);
  });

  it('name the objective that decides where that is no mean latency', () => {
    const limits = (text: string) => EXAMPLE.replace('{ latency: <1s }', `{ ${text} }`);
    expect(shown(limits('latency: <9s, p95: <6s'))[3]).toBe(
      'V:…} 20 nodes · ✓? p95 below 3 s, limit <6 s · $30/h',
    );
    expect(shown(limits('latency: <9s, budget: <=99 USD/h'))[1]).toBe(
      'B:…} 125 nodes · ✗ budget ≤$99/h · $188/h',
    );
  });

  it('say what keeps a scenario from its figures', () => {
    const open = EXAMPLE.replace('users: 1000 ', 'rate: 1000/s ').replace(
      'engine: ollama, parallel: 8 }',
      'engine: ollama, parallel: 8, nodes: 3 }',
    );
    expect(shown(open)[1]).toBe('B:…} 3 nodes · ✗ overloaded, limit <1 s · $4.50/h');
    const unpriced = EXAMPLE.replace(', price: 1.50 USD/h', '');
    expect(shown(unpriced)[1]).toBe('B:…} 125 nodes · ✗ 2.7 s, limit <1 s');
    const idle = EXAMPLE.replace('  users: 1000 ', '  promptTokens: 9 ');
    expect(shown(idle)[1]).toBe('B:…} not sized');
  });

  it('stay while the text is broken, marked, but for those whose place was changed', () => {
    const broken = EXAMPLE.replace('strict:  {', 'strict:  { {');
    expect(shown(broken, EXAMPLE)[1]).toBe(
      'B:…} 125 nodes · ✗ 2.7 s, limit <1 s · $188/h (out of date)',
    );
    expect(shown(broken)).toEqual([]);
  });
});
