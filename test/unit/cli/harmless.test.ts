import { describe, expect, test } from 'vitest';
import { makeHarmless, type OutputKind } from '../../../src/cli/harmless';
import { painter } from '../../../src/cli/paint';
import { ACTING_TEXT, actingIn } from '../acting';

const KINDS: readonly OutputKind[] = ['text', 'json', 'annotations'];

describe('makeHarmless', () => {
  test.each(KINDS)('%s: nothing that acts gets through', (kind) => {
    for (const colours of [true, false]) {
      expect(actingIn(makeHarmless(ACTING_TEXT, kind, colours))).toEqual([]);
    }
  });

  test('layout stays', () => {
    expect(makeHarmless('a\n\tb\n', 'text', false)).toBe('a\n\tb\n');
  });

  test('our own colours pass where they are wanted, and no other code', () => {
    const text = painter(true)('x', 'bold', 'red');
    expect(makeHarmless(text, 'text', true)).toBe(text);
    expect(makeHarmless(text, 'text', false)).not.toContain('\u001b');
    for (const code of ['\u001b[2J', '\u001b[8m', '\u001b]0;x\u0007', '\u001b[1;31m', '\u009b1m']) {
      expect(actingIn(makeHarmless(`x${code}y`, 'text', true))).toEqual([]);
    }
  });

  test.each(['##[error]x', 'a ##vso[task.setvariable]x', '###[group]', '##teamcity[x]'])(
    'a log does not run %s',
    (text) => {
      expect(makeHarmless(text, 'text', false)).not.toMatch(/##\w*\[/);
      expect(makeHarmless(text, 'annotations', false)).not.toMatch(/##\w*\[/);
      const json = makeHarmless(JSON.stringify([text]), 'json', false);
      expect(json).not.toMatch(/##\w*\[/);
      expect(JSON.parse(json)).toEqual([text]);
    },
  );

  test.each(['::error::x', 'a\n  ::stop-commands::x', '\u00a0::set-output name=x::y', '::::x'])(
    'a workflow does not run %j',
    (text) => {
      expect(makeHarmless(text, 'text', false)).not.toMatch(/^\s*::/m);
      const coloured = makeHarmless(painter(true)(text, 'bold'), 'text', true);
      expect(coloured.replaceAll('\u001b[1m', '')).not.toMatch(/^\s*::/m);
    },
  );

  test('annotations begin lines, other commands do not', () => {
    const own = '::error file=a::x\n::warning file=a::x\n::notice file=a::x\n';
    expect(makeHarmless(own, 'annotations', false)).toBe(own);
    expect(makeHarmless('::add-mask::x\n::error::x', 'annotations', false)).not.toMatch(/^::/m);
  });

  test('JSON means the same as before', () => {
    const value = { [`key ${ACTING_TEXT}`]: ['\\', '\\##[x]', '"##"', ACTING_TEXT] };
    const json = makeHarmless(JSON.stringify(value, undefined, 2), 'json', false);
    expect(JSON.parse(json)).toEqual(value);
  });
});
