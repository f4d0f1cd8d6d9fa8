import { describe, expect, test } from 'vitest';
import { checkedFixes } from '../../../../src/language/quickFixes';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import type { RuleCode } from '../../../../src/lint/finding';
import { describeFinding } from '../../../../src/messages/findings';
import { applyEdits } from '../../../../src/plan/edit/editPlan';

const plan = (engine: string, target = 'latency: <3s', parallel = '8'): string => `version: 1
workload: { users: 100, thinkTime: 0s }
targets: { fast: { ${target} } }
policy: { spare: 1 }
nodes: { l4: { gpu: L4 } }
engines:
  e: ${engine}
scenarios:
  A: { engine: e, parallel: ${parallel} }
`;

const GUESS = '{ source: guess, parallel: 8, users: 8, latency: 2s }';

/** The text after the fix to fill in of a rule, and after its empty values got these. */
function filled(text: string, code: RuleCode, values: readonly string[]) {
  const analysis = analyzePlan(text, { asOf: '2026-12-01' });
  const finding = analysis.findings.find((each) => each.code === code);
  if (!finding) throw new Error(`no ${code}: ${analysis.findings.map((f) => f.code).join()}`);
  const [fix] = checkedFixes(analysis, finding).filter(({ isToFill }) => isToFill);
  if (!fix) throw new Error('no fix to fill in');
  const rest = [...values];
  const edits = fix.edits.map(({ pieces = [], ...edit }) => ({
    ...edit,
    text: pieces.map((piece) => (piece.isStop ? (rest.shift() ?? '?') : piece.text)).join(''),
  }));
  return {
    title: fix.title,
    empty: applyEdits(text, fix.edits),
    text: applyEdits(text, edits),
    isPreferred: fix.isPreferred,
  };
}

describe('an observation to fill in', () => {
  const unverified = plan(`{ node: l4, observations: [${GUESS}] }`);

  test('has the load that the finding asks for, and no result', () => {
    const { title, empty, isPreferred } = filled(unverified, 'target.unverified', []);
    expect(title).toBe(
      'Insert an observation of `e` to fill in (concurrency 8 per server, parallel 8)',
    );
    expect(empty).toContain(
      ', { source: measured, parallel: 8, users: 8, latency: , date: 2026-12-01 }',
    );
    expect(isPreferred).toBe(false);
  });

  test('says that its result is missing', () => {
    const { empty } = filled(unverified, 'target.unverified', []);
    const errors = analyzePlan(empty).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(describeFinding)).toEqual([
      '`latency` has no value. Write a duration, 1 µs to 1 day.',
    ]);
  });

  test('ends the finding when it is filled in', () => {
    const { text } = filled(unverified, 'target.unverified', ['2.1s']);
    const codes = analyzePlan(text).findings.map(({ code }) => code);
    expect(codes).not.toContain('target.unverified');
    expect(codes.filter((code) => code.startsWith('plan.'))).toEqual([]);
  });

  test('asks for what the target is about', () => {
    const tail = plan(`{ node: l4, observations: [${GUESS}] }`, 'p95: <9s');
    const { empty } = filled(tail, 'target.unverified', []);
    expect(empty).toContain('latency: , p95: , date');
    const tokens = plan(`{ node: l4, observations: [${GUESS}] }`, 'ttft: { p95: <1s }');
    expect(filled(tokens, 'target.unknown', []).empty).toContain('latency: , ttft: { p95:  }');
  });

  test('begins the list of an engine of which nothing is known', () => {
    const { empty, text } = filled(
      plan('{ node: l4 }').replace('0s', '10s'),
      'scenario.not-sized',
      ['2s'],
    );
    expect(empty).toContain('e: { node: l4, observations: [ { source: measured,');
    expect(analyzePlan(text).assessment?.scenarios[0]?.nodes?.value).toBe(4);
  });

  test('is not offered where observations are in files', () => {
    const files = plan('{ node: l4, observations: { from: bench/*.json } }');
    const analysis = analyzePlan(files);
    for (const finding of analysis.findings) {
      expect(checkedFixes(analysis, finding).filter(({ isToFill }) => isToFill)).toEqual([]);
    }
  });
});
