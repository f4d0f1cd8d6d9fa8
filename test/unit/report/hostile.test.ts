/** Nothing that a plan says becomes markup, a link, a mention or a line of its own. */
import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { reportOf } from './reportOf';

const hostile = readFileSync(
  new URL('../../golden/reports/hostile.capacity.yaml', import.meta.url),
  'utf8',
);
const html = new MarkdownIt({ html: true, linkify: true }).render(reportOf(hostile));

describe('a plan with hostile names', () => {
  test.each(['script', 'img', 'i', 'u', 'b'])('gives no <%s>', (tag) => {
    expect(html).not.toMatch(new RegExp(`<${tag}[ >]`));
  });

  test('gives no link but to the pages of rules and its own sections', () => {
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    const ours = /^(https:.*\/docs\/rules\.md#[\w-]+|#[a-z-]+)$/;
    expect(links.filter((href) => !ours.test(href ?? ''))).toEqual([]);
  });

  test('gives no heading but the report’s own, and no list or comment of its own', () => {
    const ours = /^(Decision|Verified baseline|The bottleneck: latency|Scenarios|Recommendation)$/;
    const level2 = [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, text]) => text ?? '');
    expect(level2.filter((text) => ours.test(text))).toHaveLength(5);
    expect(level2).toHaveLength(14);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).not.toContain('<!--');
  });

  test('mentions nobody', () => {
    expect(html).not.toMatch(/@\w/);
  });

  test('keeps every table’s rows as wide as its head', () => {
    for (const [table] of html.matchAll(/<table>[^]*?<\/table>/g)) {
      const widths = [...table.matchAll(/<tr>[^]*?<\/tr>/g)].map(
        ([row]) => row.match(/<t[hd][ >]/g)?.length,
      );
      expect(new Set(widths).size).toBe(1);
    }
  });
});
