import { describe, expect, it } from 'vitest';
import { codeOf, escapeName, escapeWords } from '../../../src/language/markdown';
import { hover } from './support';

describe('names of the plan in Markdown', () => {
  it.each([
    ['*bold* _it_', '\\*bold\\* \\_it\\_'],
    ['[a](command:x)', '\\[a\\](command:x)'],
    ['![i](x)', '\\!\\[i\\](x)'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    ['a|b', 'a\\|b'],
    ['`x`', '\\`x\\`'],
    ['&amp;', '&amp;amp;'],
    ['https://x.org www.x.org a@b.org', 'https\\://x.org www\\.x.org a\\@b.org'],
    ['a\nb', 'a b'],
    ['$(alert)', '$(alert)'],
  ])('%s', (name, escaped) => {
    expect(escapeName(name)).toBe(escaped);
  });

  it('are cut where they are very long', () => {
    expect(escapeName('x'.repeat(200))).toHaveLength(80);
  });

  it('cannot end code', () => {
    expect(codeOf('a `` b')).toBe('``` a `` b ```');
  });

  it('keep code in the catalogue’s words', () => {
    expect(escapeWords('about (`~`), <1 s')).toBe('about (`~`), &lt;1 s');
  });

  it('do not break a card', () => {
    const markdown = hover(`version: 1
workload: { users: 10 }
targets: { "<b>x": { latency: <3s } }
nodes: { "n\`": { gpu: L4, price: 1 USD/h } }
engines:
  "[e](http://x)":
    node: "n\`"
    observations: [{ source: guess, parallel: 2, latency: 1s, name: "**o**" }]
scenarios:
  "*|S*": { title: "<script>|</script>", engine: "[e](http://x)", parallel: 2 }
`);
    expect(markdown).toBeDefined();
    expect(markdown).not.toMatch(/<b>|<script>|\[e\]\(|\*\*\*S/);
  });
});
