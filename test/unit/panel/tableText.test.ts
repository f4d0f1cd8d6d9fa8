import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { drawPicture } from '../../../src/panel/drawPicture';
import { tableText } from '../../../src/panel/tableText';
import type { Table } from '../../../src/charts/table';

const EXAMPLE = readFileSync('examples/ollama-1000-users.capacity.yaml', 'utf8');

const TABLE: Table = {
  columns: [
    { title: 'Scenario', align: 'left' },
    { title: '=target', align: 'left' },
    { title: 'Cost', align: 'right' },
  ],
  rows: [
    {
      cells: [
        { text: 'A: "fast", safe' },
        { text: '✓ meets' },
        { text: '$1,200/h', sort: 1200, unit: 'USD/h' },
      ],
    },
    {
      cells: [{ text: '=HYPERLINK("x")' }, { text: '+1' }, { text: '-5', sort: -5, unit: 'USD/h' }],
    },
    { cells: [{ text: '@a\nb' }, { text: '\tc' }, { text: '–' }] },
  ],
};

describe('CSV', () => {
  it('has quotes where they are needed, CRLF, and no formula of a name', () => {
    expect(tableText(TABLE, 'csv')).toBe(
      [
        "Scenario,'=target,Cost (USD/h)",
        '"A: ""fast"", safe",✓ meets,1200',
        `"'=HYPERLINK(""x"")",'+1,-5`,
        `"'@a\nb",'\tc,`,
        '',
      ].join('\r\n'),
    );
  });

  it('has numbers that a spreadsheet can compute with, and says of each what the text says', () => {
    const picture = drawPicture(analyzePlan(EXAMPLE), undefined, 'x');
    expect(tableText(picture.scenarioTable, 'csv').split('\r\n')).toEqual([
      'Scenario,Nodes,Cost (USD/h),Latency (s),"Latency, bound",strict,relaxed,Known,Engine,Parallel (slots),Slots,Per month (USD/month)',
      '"A: Conservative, fast",500,750,1.16666666667,,✗? likely misses,"✓? meets, unverified",interpolated from estimates and guesses,ollama,2,1000,547500',
      'B: Current config,125,187.5,2.7,,✗ misses,"✓? meets, unverified","measured, lighter load",ollama,8,1000,136875',
      'C: Balanced,250,375,1.5,,✗? likely misses,"✓? meets, unverified",guess,ollama,4,1000,273750',
      'V: Migrate to vLLM,20,30,1,below,"✓? meets, unverified","✓? meets, unverified",reported,vllm,50,1000,21900',
      '',
    ]);
  });

  it('has units in a column of their own where they differ', () => {
    const columns = [{ title: 'Cost', align: 'right' }] as const;
    const rows = [
      { cells: [{ text: '$1/h', sort: 1, unit: 'USD/h' }] },
      { cells: [{ text: '€2/h', sort: 2, unit: 'EUR/h' }] },
    ];
    expect(tableText({ columns, rows }, 'csv')).toBe('Cost,"Cost, unit"\r\n1,USD/h\r\n2,EUR/h\r\n');
  });
});

describe('Markdown', () => {
  it('is a table that no name can break', () => {
    expect(tableText(TABLE, 'markdown').split('\n')).toEqual([
      '| Scenario | \\=target | Cost |',
      '| --- | --- | ---: |',
      '| A: "fast", safe | ✓ meets | $1,200/h |',
      '| \\=HYPERLINK("x") | \\+1 | \\-5 |',
      expect.stringMatching(/^\| @.*a b \| c \| – \|$/),
      '',
    ]);
  });

  it('of nothing is nothing', () => {
    expect(tableText({ ...TABLE, rows: [] }, 'markdown')).toBe('');
  });
});
