/** A report that is saved has its charts beside it, and shows them wherever Markdown is read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { renderReport, renderSavedReport } from '../../../src/report/renderReport';
import { parseXml } from '../../support/parseXml';
import { EXAMPLE, reportOf } from './reportOf';

const folder = join(import.meta.dirname, '..', '..', 'golden', 'reports');
const plans = readdirSync(folder)
  .filter((name) => name.endsWith('.capacity.yaml'))
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

function savedReport(text: string, reportName = 'plan.report.md') {
  return renderSavedReport(analyzePlan(text), { fileName: 'plan.capacity.yaml', reportName });
}

/** What another renderer makes of the images of a report. */
function imagesOf(markdown: string) {
  const tokens = new MarkdownIt({ html: true, linkify: true }).parse(markdown, {});
  return tokens
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === 'image')
    .map((image) => ({ src: image.attrGet('src') ?? '', alt: image.content }));
}

describe.each([['the first example', EXAMPLE] as const, ...plans])('%s', (_, text) => {
  const { markdown, pictures } = savedReport(text);

  test('shows each of its pictures once, and no other', () => {
    const shown = imagesOf(markdown).map(({ src }) => decodeURIComponent(src));
    expect(shown.sort()).toEqual(pictures.map(({ name }) => name).sort());
  });

  test('has pictures that are well-formed', () => {
    for (const { svg } of pictures) expect(parseXml(svg)[0]?.name).toBe('svg');
  });

  test('is otherwise the report without charts', () => {
    const none = renderReport(analyzePlan(text), {
      fileName: 'plan.capacity.yaml',
      charts: 'none',
    });
    const lines = markdown.split('\n').filter((line) => !line.startsWith('!['));
    expect(lines.join('\n').replace(/\n{2,}/g, '\n\n')).toBe(none);
    expect(none).not.toMatch(/```mermaid|!\[/);
  });
});

test('the first example shows cost against latency in its decision, and says what it shows', () => {
  const { markdown } = savedReport(EXAMPLE);
  const [image] = imagesOf(markdown).filter(({ src }) => src === 'plan.report.trade-off.svg');
  expect(image?.alt).toMatch(/^Cost against latency: .*V is the only one that meets strict/);
  expect(markdown.indexOf('trade-off.svg')).toBeGreaterThan(markdown.indexOf('## Decision'));
  expect(markdown.indexOf('trade-off.svg')).toBeLessThan(markdown.indexOf('## Largest risks'));
});

test('Mermaid draws unless something else is asked for', () => {
  const analysis = analyzePlan(EXAMPLE);
  const fileName = 'test.capacity.yaml';
  expect(reportOf(EXAMPLE)).toContain('```mermaid');
  expect(renderReport(analysis, { fileName, charts: 'mermaid' })).toBe(reportOf(EXAMPLE));
});

test.each([
  'a b (1) [x].md',
  'naïve “report” 50%.md',
  "it's #1?.md",
  'a:b\\c&d.md',
  '![x](y).md',
  '大きい.markdown',
  'no ending',
])('a report called %j still finds its pictures', (reportName) => {
  const { markdown, pictures } = savedReport(EXAMPLE, reportName);
  const [picture] = pictures;
  expect(picture?.name.startsWith(reportName.replace(/\.(md|markdown)$/, ''))).toBe(true);
  const shown = imagesOf(markdown).map(({ src }) => decodeURIComponent(src));
  expect(shown).toContain(picture?.name);
});

test('what cannot be read as a plan has no pictures', () => {
  const { markdown, pictures } = savedReport('version: 99\n');
  expect(pictures).toEqual([]);
  expect(markdown).toContain('could not be read as a plan');
});
