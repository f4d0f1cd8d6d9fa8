import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { quote } from '../../../src/messages/findings/words';
import { codeSpan, escapeMarkdown, escapeSentence } from '../../../src/messages/markdown';

// As VS Code's preview and GitHub: HTML is let through, links are found in plain text.
const markdown = new MarkdownIt({ html: true, linkify: true });

/** What a reader sees of a piece of Markdown, and whether it is text alone. */
function seen(source: string): { text: string; isText: boolean } {
  const tokens = markdown.parse(source, {});
  const inline = tokens.find(({ type }) => type === 'inline');
  const children = inline?.children ?? [];
  const isText =
    tokens.every(({ type }) => ['paragraph_open', 'inline', 'paragraph_close'].includes(type)) &&
    children.every(({ type }) => ['text', 'text_special'].includes(type));
  const text = children.map(({ content }) => content).join('');
  return { text: text.replace(/\u200b/g, ''), isText };
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a|b',
  '`code`',
  '``` <b>',
  '](javascript:alert(1))',
  '[x](javascript:alert(1))',
  '![x](http://x/y.png)',
  'two\nlines\n\n# heading',
  '@mention and someone@example.com',
  'http://example.com and www.example.com',
  '**bold** _it_ __b__ ~~gone~~ a_b_c',
  '&lt;b&gt; &#60; &copy',
  '- item',
  '1. item',
  '> quote',
  '# title #',
  '| a | b |',
  '---',
  '===',
  '$x$ and $$y$$',
  'back\\slash \\* \\',
  '<!-- hidden -->',
  '"quotes" \'too\' #quot;',
  'right\u202eto left',
];

describe('a name of a plan', () => {
  test.each(HOSTILE)('%j is shown as it is', (name) => {
    const { text, isText } = seen(escapeMarkdown(name));
    expect(isText).toBe(true);
    expect(text).toBe(name.replace(/\s+/g, ' ').replace('\u202e', '').trim());
  });

  test('whatever it is, it is text', () => {
    const pieces = fc.constantFrom(...HOSTILE, ...'<>&`*_[]()!|~$@#:/\\-+=. \n\ta1é');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const name = parts.join('');
        if (name.trim() === '') return;
        expect(seen(escapeMarkdown(name)).isText).toBe(true);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('cannot end the cell of a table', () => {
    const rows = markdown.parse(`| a | b |\n| --- | --- |\n| ${escapeMarkdown('x|y')} | z |`, {});
    expect(rows.filter(({ type }) => type === 'td_open')).toHaveLength(2);
  });

  test('reads well as it is where nothing has a meaning', () => {
    expect(escapeMarkdown('1000 Users @ <1s (Ollama)')).toBe('1000 Users @ <1s (Ollama)');
    expect(escapeMarkdown('gpu_memory, 8-bit: a & b')).toBe('gpu_memory, 8-bit: a & b');
  });
});

describe('a sentence', () => {
  test('keeps its code and its signs', () => {
    expect(escapeSentence('`parallel` 8 misses <1 s by ~2 s')).toBe(
      '`parallel` 8 misses <1 s by \\~2 s',
    );
  });

  test('keeps a name with a pipe out of code, which would end the cell of a table', () => {
    expect(escapeSentence('`a|b` and `c`, not ``d`')).toBe('“a\\|b” and `c`, not &#96;&#96;d&#96;');
  });

  test('keeps a name with backticks whole', () => {
    for (const name of ['a`b', '`a`', '`', 'x ``` y', '`<script>`', 'a|`b', ' ` ', '``']) {
      const sentence = escapeSentence(
        `${quote(name)} is no key of target ${quote('b')}, but \`a\``,
      );
      const html = markdown.renderInline(sentence);
      expect(html).not.toContain('<script');
      const { text } = seen(sentence);
      expect(text.replace(/[“”]/g, '')).toBe(`${name.trim()} is no key of target b, but a`);
    }
  });

  test('does not take what a name puts between backticks for code', () => {
    for (const name of ['```<script>`', '`<script>`', '`a`<script>`b`', '`` `<img>`']) {
      expect(markdown.render(escapeSentence(`the ${name} of`))).not.toMatch(/<(script|img)>/);
    }
  });
});

test('code is one line and ends where it should', () => {
  expect(codeSpan('a\n *b*')).toBe('`a *b*`');
  expect(markdown.renderInline(codeSpan('x ``` y\nz'))).toBe('“x ``` y z”');
});
