/** The report as one HTML file: nothing of a plan acts in it, and its policy allows its own style alone. */
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { renderHtml } from '../../../src/report/html/renderHtml';
import { STYLE, STYLE_HASH } from '../../../src/report/html/style';
import { hostilePlan } from '../../support/hostilePlan';
import { EXAMPLE } from './reportOf';

const OURS = new Set(
  (
    'html head meta title style body main h1 h2 h3 p ul ol li strong em code pre a br div table thead tbody tr th td details summary ' +
    'svg desc g rect line path circle polygon polyline text tspan clippath defs'
  ).split(' '),
);
const LINK =
  /^(#[a-z-]+|https:\/\/github\.com\/capacity-plan\/capacity-plan\/blob\/main\/docs\/rules\.md#[\w-]+)$/;

test('the policy allows the style of the page, and nothing else', () => {
  expect(createHash('sha256').update(STYLE).digest('base64')).toBe(STYLE_HASH);
  const html = renderHtml(analyzePlan(EXAMPLE), { fileName: 'x.capacity.yaml' });
  expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${STYLE_HASH}';`);
  expect(html).toContain(`<style>${STYLE}</style>`);
  expect(html.match(/<style/g)).toHaveLength(1);
  expect(html).not.toMatch(/ style="/);
});

test('the first example is whole: its decision, its charts, every fold', () => {
  const html = renderHtml(analyzePlan(EXAMPLE), { fileName: 'x.capacity.yaml' });
  expect(html).toContain('<title>1000 Users @ &lt;1s (Ollama)</title>');
  expect(html).toContain('it should meet strict and relaxed.</strong>');
  expect(html.match(/<svg/g)?.length).toBeGreaterThanOrEqual(4);
  expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length);
  expect(html).not.toContain('&lt;details');
  const bare = renderHtml(analyzePlan(EXAMPLE), { fileName: 'x', withoutCharts: true });
  expect(bare).not.toContain('<svg');
});

test('what is no plan has a page that says so', () => {
  const html = renderHtml(analyzePlan('version: 99\n'), { fileName: '<b>.capacity.yaml' });
  expect(html).toContain('could not be read as a plan');
  expect(html).not.toContain('<b>');
});

test('whatever a plan is called, the page has the report’s own elements and links alone', () => {
  fc.assert(
    fc.property(hostilePlan, ({ text, fileName }) => {
      const html = renderHtml(analyzePlan(text), { fileName });
      const tags = [...html.matchAll(/<\/?([a-z][\w-]*)/gi)].map(([, tag]) => tag?.toLowerCase());
      expect(tags.filter((tag) => !OURS.has(tag ?? ''))).toEqual([]);
      const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
      expect(links.filter((address) => !LINK.test(address ?? ''))).toEqual([]);
      expect(html.match(/<[a-z][^>]* on\w+=/gi)).toBeNull();
    }),
    { numRuns: 20, seed: 8 },
  );
});
