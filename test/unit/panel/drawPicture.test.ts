import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { drawPicture } from '../../../src/panel/drawPicture';

const EXAMPLE = readFileSync('examples/ollama-1000-users.capacity.yaml', 'utf8');
const analysis = analyzePlan(EXAMPLE);
const picture = drawPicture(analysis, undefined, 'a.capacity.yaml');

describe('the first example', () => {
  it('has an answer for each target', () => {
    expect(picture.answers).toMatchInlineSnapshot(`
      [
        {
          "canAdd": false,
          "detail": "Latency below 1 s (reported). Unverified: based on someone else’s figure.",
          "headline": "vllm · parallel 50 · 20 nodes · $30/h",
          "mark": "✓?",
          "objectives": "latency <1 s",
          "range": {
            "end": 123,
            "start": 117,
          },
          "scenario": "V",
          "target": "strict",
          "verified": false,
        },
        {
          "canAdd": false,
          "detail": "Latency below 1 s (reported). Unverified: based on someone else’s figure.",
          "headline": "vllm · parallel 50 · 20 nodes · $30/h",
          "mark": "✓?",
          "objectives": "latency <3 s",
          "range": {
            "end": 152,
            "start": 145,
          },
          "scenario": "V",
          "target": "relaxed",
          "verified": false,
        },
      ]
    `);
  });

  it('has its scenarios, each with its place and its controls', () => {
    const b = picture.scenarios.find(({ name }) => name === 'B');
    expect(EXAMPLE.slice(b?.range?.start, b?.range?.end)).toBe(
      'B: { title: Current config, engine: ollama, parallel: 8 }',
    );
    expect(b?.fields).toEqual([
      '/workload/users',
      '/workload/thinkTime',
      '/targets/strict/latency',
      '/scenarios/B/parallel',
      '/nodes/l4/price',
    ]);
  });

  it('has the table of the report', () => {
    const { columns, rows, explains, notes } = picture.scenarioTable;
    expect({
      columns: columns.map(({ title }) => title),
      b: rows[1]?.cells,
      explains,
      notes,
    }).toMatchInlineSnapshot(`
      {
        "b": [
          {
            "text": "B: Current config",
          },
          {
            "sort": 125,
            "text": "125",
          },
          {
            "sort": 187.5,
            "text": "$188/h",
            "unit": "USD/h",
          },
          {
            "sort": 2.7,
            "text": "2.7 s",
            "unit": "s",
          },
          {
            "text": "✗ misses",
          },
          {
            "text": "✓? meets, unverified",
          },
          {
            "text": "measured, lighter load",
          },
          {
            "text": "ollama",
          },
          {
            "sort": 8,
            "text": "8",
            "unit": "slots",
          },
          {
            "sort": 1000,
            "text": "1,000",
          },
          {
            "sort": 136875,
            "text": "$137k",
            "unit": "USD/month",
          },
        ],
        "columns": [
          "Scenario",
          "Nodes",
          "Cost",
          "Latency",
          "strict",
          "relaxed",
          "Known",
          "Engine",
          "Parallel",
          "Slots",
          "Per month",
        ],
        "explains": [
          null,
          "nodes",
          "perHour",
          "latency",
          null,
          null,
          null,
          null,
          "parallel",
          "slots",
          "perMonth",
        ],
        "notes": [
          "\`A\` and \`C\` are beaten by \`V\`: no worse on cost or latency, with evidence at least as strong.",
        ],
      }
    `);
  });

  it('has the findings with their lines', () => {
    expect(picture.findings).toHaveLength(analysis.findings.length);
    const [first] = picture.findings;
    expect(EXAMPLE.split('\n')[(first?.line ?? 0) - 1]).toContain(
      EXAMPLE.slice(first?.range.start, first?.range.end),
    );
  });

  it('has the quick charts, and says that others follow', () => {
    expect(picture.charts.length).toBeGreaterThan(0);
    expect(picture).toMatchObject({ pending: true, outOfDate: undefined, nothing: undefined });
  });
});

describe('while the text is broken', () => {
  const broken = `# a line more\n${EXAMPLE.replace('<3s }', '<3s')}`;
  const late = drawPicture(analyzePlan(broken), analysis, 'a.capacity.yaml');

  it('shows the last good picture, and why it is out of date', () => {
    expect(late.scenarios.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'V']);
    expect(late.outOfDate).toBe(late.findings[0]?.message);
  });

  it('leads to where things are now', () => {
    const text = `${EXAMPLE.replace('<3s }', '<3s')}`;
    const { scenarios, answers } = drawPicture(analyzePlan(text), analysis, 'a');
    const [a] = scenarios;
    expect(text.slice(a?.range?.start, a?.range?.end)).toMatch(/^A: \{.*\}$/);
    const [strict] = answers ?? [];
    expect(text.slice(strict?.range?.start, strict?.range?.end)).toBe('strict');
  });

  it('has nothing to show where nothing could ever be read, and says so', () => {
    const { nothing, scenarios, findings } = drawPicture(analyzePlan('a: {'), undefined, 'a');
    expect(nothing).toMatch(/^The plan cannot be read yet\. ./);
    expect(scenarios).toEqual([]);
    expect(findings).toHaveLength(1);
  });
});

describe('where there is nothing yet', () => {
  it.each([
    ['', /plan is empty/],
    ['# nothing\n', /plan is empty/],
    ['version: 1\n', /`workload` with `users`/],
    ['version: 1\nworkload: { users: 5 }\n', /`engines` next/],
    ['version: 1\nworkload: { users: 5 }\nengines: { e: {} }\n', /`scenarios` next/],
    ['version: 1\nscenarios: { A: { engine: e } }\n', /^No scenario is complete yet\. ./],
  ])('%j: says what to write', (text, words) => {
    const { nothing, charts, pending } = drawPicture(analyzePlan(text), analysis, 'a');
    expect(nothing).toMatch(words);
    expect({ charts, pending }).toEqual({ charts: [], pending: false });
  });
});

it('is data that a message can carry', () => {
  expect(structuredClone(picture)).toEqual(picture);
});
