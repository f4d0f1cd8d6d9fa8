/** Wherever a text of a plan is put, readers show it as it is, and nothing of it acts. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quote } from '../../../src/messages/findings/words';
import { codeSpan, escapeMarkdown, escapeSentence } from '../../../src/messages/markdown';
import { oneLine } from '../../../src/messages/oneLine';
import { linkedFormula } from '../../../src/language/place';
import { hostileText } from '../../support/hostileText';
import { READERS, RENDERERS } from '../../support/markdownReaders';

const ADDRESS = 'https://plan.test/#L1,1';
const link = (text: string): string => `<a href="${ADDRESS}">${text}</a>`;
const TABLE = '| a | b |\n| --- | --- |\n| ';

/** Markdown around a text, and what the HTML around it is. */
const PLACES: readonly (readonly [string, (text: string) => string, (text: string) => string])[] = [
  ['a paragraph', (text) => text, (text) => `<p>${text}</p>`],
  ['a heading', (text) => `# ${text}`, (text) => `<h1>${text}</h1>`],
  ['a link', (text) => `[${text}](${ADDRESS})`, (text) => `<p>${link(text)}</p>`],
  [
    'a bold link among others',
    (text) => `**[${text}](${ADDRESS})** · [${text}](${ADDRESS})`,
    (text) => `<p><strong>${link(text)}</strong> · ${link(text)}</p>`,
  ],
  [
    'an item',
    (text) => `- **${text}**: so`,
    (text) => `<ul>\n<li><strong>${text}</strong>: so</li>\n</ul>`,
  ],
  ['a sentence', (text) => `for ${text}; ${text}, so`, (text) => `<p>for ${text}; ${text}, so</p>`],
];

describe.each(['hover', 'preview'] as const)('in a %s', (reader) => {
  const htmlOf = (markdown: string): string => decode(RENDERERS[reader](markdown).trim());

  test.each(PLACES)('a text in %s is shown as it is', (_, around, html) => {
    checkAll((text) => {
      expect(htmlOf(around(escapeMarkdown(text)))).toBe(html(oneLine(text)));
    });
  });

  test('a text in a cell stays there', () => {
    checkAll((text) => {
      const html = htmlOf(`${TABLE}${escapeMarkdown(text)} | end |`);
      expect(html).toContain(`<td>${oneLine(text)}</td>\n<td>end</td>\n</tr>`);
    });
  });

  test.each([
    ['a sentence', (text: string) => `of ${text}; of ${text}`],
    ['a quoted name', (text: string) => `of ${quote(text)} and ${quote(text)}`],
    ['a text between backticks', (text: string) => `of \`${text}\` and ${text}`],
  ])('%s has no link, image or HTML, in a link neither', (_, sentence) => {
    checkAll((text) => {
      const written = escapeSentence(sentence(text));
      expect(READERS[reader](written)).toEqual({ links: [], images: [], html: [] });
      expect(READERS[reader](`[${written}](${ADDRESS})`).links).toEqual([ADDRESS]);
      const code = codeSpan(text);
      expect(READERS[reader](code)).toEqual({ links: [], images: [], html: [] });
      expect(READERS[reader](`[${code}](${ADDRESS})`).links).toEqual([ADDRESS]);
    });
  });

  test('a formula has no link but to the lines of the plan', () => {
    const places = { document: { rangeOf: () => ({ start: 0, end: 1 }) }, linkTo: () => ADDRESS };
    fc.assert(
      fc.property(hostileText, hostileText, (before, linked) => {
        const parts = [
          { text: before, path: undefined },
          { text: linked, path: '/users' },
          { text: before, path: undefined },
        ];
        const found = READERS[reader](linkedFormula(places, parts));
        expect(found).toEqual({ links: [ADDRESS], images: [], html: [] });
      }),
      { numRuns: 600, seed: 4 },
    );
  });
});

function checkAll(check: (text: string) => void): void {
  const seen = hostileText.filter((text) => oneLine(text) !== '');
  fc.assert(fc.property(seen, check), { numRuns: 600, seed: 17 });
}

/** Without what only keeps signs apart. */
function decode(html: string): string {
  return html
    .replace(/&#8203;|\u200b/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (entity, code: string | undefined, name: string | undefined) =>
      code !== undefined ? String.fromCodePoint(Number(code)) : (NAMED[name ?? ''] ?? entity),
    );
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
