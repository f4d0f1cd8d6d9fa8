import { describe, expect, test } from 'vitest';
import { describeFinding, describeRelated } from '../../../src/messages/findings';
import { quote, quotedList } from '../../../src/messages/findings/words';
import { listOf, sentences } from '../../../src/messages/sentences';

describe('words of findings', () => {
  test('names stand on one line and are cut', () => {
    expect(quote('two\n  lines')).toBe('`two lines`');
    expect(quote('x'.repeat(200))).toBe(`\`${'x'.repeat(59)}…\``);
  });

  test('a pair of surrogates is not cut in two', () => {
    expect(quote('😀'.repeat(200))).toBe(`\`${'😀'.repeat(59)}…\``);
  });

  test('names with backticks stand between more of them', () => {
    expect(quote('a`b')).toBe('`` a`b ``');
    expect(quote('x ``` y')).toBe('```` x ``` y ````');
    expect(quote('')).toBe('`""`');
  });

  test('long lists are cut', () => {
    const names = Array.from({ length: 18 }, (_, i) => `S${i}`);
    expect(listOf(names)).toBe('S0, S1, S2, S3, S4, S5 and 12 more');
    expect(quotedList(names.slice(0, 7))).toBe('`S0`, `S1`, `S2`, `S3`, `S4`, `S5` and `S6`');
    expect(quotedList([])).toBe('');
  });

  test('sentences begin with a capital and end with a full stop', () => {
    expect(sentences('one', undefined, '', '`two` it is')).toBe('One. `two` it is.');
  });
});

describe('findings', () => {
  test('suggest what was meant', () => {
    const args = {
      name: 'olama',
      kind: 'engine',
      suggestion: 'ollama',
      known: ['ollama'],
    } as const;
    expect(describeFinding({ code: 'plan.unknown-reference', args })).toBe(
      'No engine is named `olama`. Did you mean `ollama`?',
    );
  });

  test('say where a name can be defined', () => {
    const args = { name: 'e', kind: 'engine', suggestion: undefined, known: [] } as const;
    expect(describeFinding({ code: 'plan.unknown-reference', args })).toBe(
      'No engine is named `e`. Define it under `engines`.',
    );
  });

  test('name the lines that they follow from', () => {
    expect(describeRelated({ role: 'target', name: 'strict' })).toBe('target `strict`');
    expect(describeRelated({ role: 'workload', name: undefined })).toBe('workload');
  });
});
