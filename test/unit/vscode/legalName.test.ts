import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { legalName } from '../../../src/vscode/legalName';

test.each([
  ['chat', 'chat'],
  ['Chat, EU (2)', 'Chat, EU (2)'],
  ['Größe 東京', 'Größe 東京'],
  ['a/b\\c', 'a-b-c'],
  ['what? "x": <1s | *', 'what- -x- -1s - -'],
  ['trailing. ', 'trailing'],
  ['con', 'con-'],
  ['LPT1.x', 'LPT1-.x'],
  ['console', 'console'],
  ['\u202etxt', 'txt'],
  ['', 'plan'],
  ['..', 'plan'],
])('%j becomes %j', (text, name) => {
  expect(legalName(text)).toBe(name);
});

it('gives a name that every system takes, and leaves that one as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = legalName(text);
      // eslint-disable-next-line no-control-regex
      expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f\u007f]|[. ]$|^$/);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      expect(new TextEncoder().encode(name).length).toBeLessThan(200);
      expect(legalName(name)).toBe(name);
    }),
  );
});
