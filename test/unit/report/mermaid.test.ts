/**
 * Every chart against the grammar of Mermaid's xychart (`packages/mermaid/src/diagrams/xychart/parser/
 * xychart.jison` of mermaid-js/mermaid), narrowed to what the report writes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mermaidLabel } from '../../../src/report/mermaidLabel';
import { EXAMPLE, reportOf } from './reportOf';

const LABEL = '"[^"\\r\\n]+"';
const NUMBER = '-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)';
const CHART = new RegExp(
  [
    '^%%\\{init: \\{[^\\n]*\\}\\}%%',
    'xychart-beta',
    ` {4}title ${LABEL}`,
    ` {4}x-axis ${LABEL} (${NUMBER}) --> (${NUMBER})`,
    ` {4}y-axis ${LABEL} (${NUMBER}) --> (${NUMBER})`,
    `((?: {4}line ${LABEL} \\[${NUMBER}(?:, ${NUMBER})+\\]\\n)+)$`,
  ].join('\\n'),
);

const SHARE = '0\\.\\d+';
const QUADRANTS = new RegExp(
  [
    '^%%\\{init: \\{[^\\n]*\\}\\}%%',
    'quadrantChart',
    ' {4}title [\\w ]+',
    ` {4}x-axis ${LABEL} --> ${LABEL}`,
    ` {4}y-axis ${LABEL} --> ${LABEL}`,
    `(?: {4}${LABEL}: \\[${SHARE}, ${SHARE}\\]\\n)+$`,
  ].join('\\n'),
);

const folder = join(import.meta.dirname, '..', '..', 'golden', 'reports');
const plans = readdirSync(folder)
  .filter((name) => name.endsWith('.capacity.yaml'))
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

describe.each([['the first example', EXAMPLE] as const, ...plans])('%s', (_, text) => {
  const all = [...reportOf(text).matchAll(/^```mermaid\n([^]*?)^```$/gm)].map(
    ([, chart]) => chart ?? '',
  );
  const charts = all.filter((chart) => chart.includes('xychart-beta'));

  test('its picture of cost against latency follows the grammar of quadrant charts', () => {
    for (const chart of all.filter((each) => !charts.includes(each)))
      expect(chart).toMatch(QUADRANTS);
  });

  test('its charts follow the grammar', () => {
    for (const chart of charts) {
      const [, x1, x2, y1, y2, lines = ''] = CHART.exec(chart) ?? [];
      expect(chart).toMatch(CHART);
      expect(Number(x1)).toBeLessThan(Number(x2));
      expect(Number(y1)).toBeLessThan(Number(y2));
      const lengths = lines
        .replaceAll(/"[^"]*"/g, '')
        .trim()
        .split('\n')
        .map((line) => line.split(',').length);
      expect(new Set(lengths).size).toBe(1);
      const values = [...lines.replaceAll(/"[^"]*"/g, '').matchAll(new RegExp(NUMBER, 'g'))].map(
        ([value]) => Number(value),
      );
      expect(Math.max(...values)).toBeLessThanOrEqual(Number(y2));
    }
  });
});

test('the first example has a chart of Ollama, and none of the one point of vLLM', () => {
  const titles = [...reportOf(EXAMPLE).matchAll(/title "(.*)"/g)].map(([, title]) => title);
  expect(titles).toEqual(['ollama: latency by slots of a server']);
});

test.each([
  ['a "quoted" name', 'a quoted name'],
  ['```\nline [1]', 'line 1'],
  ['%%{init: {}}%% ; #quot;', 'init quot'],
  ['<b>', 'b'],
  ['"""', 'engine'],
  ['Größe 大きい', 'Größe 大きい'],
])('the label of %j is %j', (name, label) => {
  expect(mermaidLabel(name)).toBe(label);
});
