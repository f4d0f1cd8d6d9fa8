import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { element, escapeXml } from '../../../../src/charts/svg/xml';
import { hostileText } from '../../../support/hostileText';
import { parseXml } from '../../../support/parseXml';

test('any text is well-formed XML, as content and as attribute', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const [root] = parseXml(element('g', { id: text }, [escapeXml(text)]));
      expect(root?.text).toBe(readable(text));
      expect(root?.attributes.id).toBe(readable(text).replace(/[\r\n\t]/g, ' '));
    }),
    { numRuns: 1000, seed: 9 },
  );
});

/** Line ends are one character to XML, and what it cannot hold is replaced. */
function readable(text: string): string {
  return text
    .replace(/(?![\t\n\r\u007f-\u009f])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replace(/\r\n?/g, '\n');
}
