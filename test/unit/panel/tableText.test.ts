import { describe, expect, it } from 'vitest';
import { tableText } from '../../../src/panel/tableText';
import type { Table } from '../../../src/charts/table';

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
        { text: '$1,200.00/h', sort: 1200 },
      ],
    },
    { cells: [{ text: '=HYPERLINK("x")' }, { text: '+1' }, { text: '-5', sort: -5 }] },
    { cells: [{ text: '@a\nb' }, { text: '\tc' }, { text: '–' }] },
  ],
};

describe('CSV', () => {
  it('has quotes where they are needed, CRLF, and no formula of a name', () => {
    expect(tableText(TABLE, 'csv')).toBe(
      [
        "Scenario,'=target,Cost",
        '"A: ""fast"", safe",✓ meets,"$1,200.00/h"',
        `"'=HYPERLINK(""x"")",'+1,-5`,
        `"'@a\nb",'\tc,–`,
        '',
      ].join('\r\n'),
    );
  });
});

describe('Markdown', () => {
  it('is a table that no name can break', () => {
    expect(tableText(TABLE, 'markdown').split('\n')).toEqual([
      '| Scenario | \\=target | Cost |',
      '| --- | --- | ---: |',
      '| A: "fast", safe | ✓ meets | $1,200.00/h |',
      '| \\=HYPERLINK("x") | \\+1 | \\-5 |',
      expect.stringMatching(/^\| @.*a b \| c \| – \|$/),
      '',
    ]);
  });

  it('of nothing is nothing', () => {
    expect(tableText({ ...TABLE, rows: [] }, 'markdown')).toBe('');
  });
});
