import { describe, expect, test } from 'vitest';
import { inlayHints } from '../../../src/language/inlayHints';
import { keepHints, type KnownHints } from '../../../src/language/keepHints';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { EXAMPLE } from './support';

const first: KnownHints = { text: EXAMPLE, hints: inlayHints(analyzePlan(EXAMPLE), undefined) };

/** The hints after these texts were typed one after the other. */
function typed(...texts: readonly string[]): KnownHints {
  return texts.reduce((known, text) => {
    const hints = keepHints(known, text, inlayHints(analyzePlan(text), analyzePlan(EXAMPLE)));
    return { text, hints };
  }, first);
}

/** Each hint with the line that it is on. */
function shown({ text, hints }: KnownHints): readonly string[] {
  return hints.map(({ offset, text: hint }) => {
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    return `${line.trim().slice(0, 2)} ${hint}`;
  });
}

const B = 'B: { title: Current config, engine: ollama, parallel: 8 }';
const OLD = 'B: 125 nodes · ✗ 2.7 s, limit <1 s · $188/h (out of date)';

describe('the hint of a scenario', () => {
  test('stays, marked, while a key that it needs is typed', () => {
    const half = EXAMPLE.replace(B, 'B: { title: Current config, engine: ollama, par }');
    expect(analyzePlan(half).assessment?.scenarios.map(({ spec }) => spec.name)).toEqual([
      'A',
      'C',
      'V',
    ]);
    expect(shown(typed(half))[1]).toBe(OLD);
    expect(shown(typed(half))).toHaveLength(4);
  });

  test('is marked once, however long that takes', () => {
    const keys = ['p', 'pa', 'par', 'para'].map((key) =>
      EXAMPLE.replace('parallel: 8 }', `${key} }`),
    );
    expect(shown(typed(...keys))[1]).toBe(OLD);
  });

  test('is the new one as soon as there is one', () => {
    const half = EXAMPLE.replace('parallel: 8 }', 'par }');
    const whole = EXAMPLE.replace('parallel: 8 }', 'parallel: 4 }');
    expect(shown(typed(half, whole))[1]).toMatch(/^B: 250 nodes .*h$/);
  });

  test('goes with its scenario: deleted, renamed or in a comment', () => {
    for (const text of [
      EXAMPLE.replace(`  ${B}\n`, ''),
      EXAMPLE.replace(B, 'D: { title: Current config, engine: ollama }'),
      EXAMPLE.replace(B, `# ${B}`),
    ]) {
      expect(shown(typed(text)).join()).not.toContain('125 nodes');
    }
  });

  test('moves with the text while nobody answers', () => {
    const text = `# new\n${EXAMPLE}`;
    const hints = keepHints(first, text, undefined);
    expect(hints.map(({ offset }) => offset)).toEqual(first.hints.map(({ offset }) => offset + 6));
    expect(hints.map((hint) => hint.text)).toEqual(first.hints.map((hint) => hint.text));
  });
});
