/** Spellings of quantities for docs/format.md. A test reads every one of them. */
export interface Spelling {
  readonly kind: string;
  readonly written: readonly string[];
  readonly note: string;
}

export const SPELLINGS: readonly Spelling[] = [
  {
    kind: 'duration',
    written: ['1s', '250ms', '1.5 sec', '2 min', '1m30s', '1h', '300 µs', '0'],
    note: 'ns, us, µs, ms, s, sec, second, m, min, minute, h, hr, hour, d, day, and their plurals. Only 0 needs no unit.',
  },
  {
    kind: 'rate',
    written: [
      '18/s',
      '18 rps',
      '18 req/s',
      '18 requests/second',
      '18 per second',
      '1000/min',
      '5/h',
      '2M/day',
    ],
    note: 'Requests per s, min, h or day. `/m` is refused: it could be a minute or a month.',
  },
  {
    kind: 'price',
    written: [
      '1.50 USD/h',
      '$1.50/hr',
      '€2/h',
      'USD 1.50 per hour',
      '1,200 USD/month',
      '$0.80 / hour',
      '1.50/h',
    ],
    note: 'Per h, day, month (730 h) or year (8,760 h). ISO 4217 codes; `$` is USD, `€` EUR, `£` GBP, `¥` JPY (write CNY for yuan), `₹` INR. Without a currency, the plan’s `currency` counts.',
  },
  {
    kind: 'share',
    written: ['20%', '20 %', '0.2'],
    note: 'A number from 1 on needs its %, except for the shares of a `profile`: 1 could be 1% or all.',
  },
  {
    kind: 'growth',
    written: ['8%/month', '2 % per week', '100%/year', '+8% a month', '-1%/month', '~5%/month'],
    note: 'Compound, per week, month or year: 8% a month are 152% a year. A year has 12 months, a month 730 h.',
  },
  {
    kind: 'horizon',
    written: ['12 months', '18mo', '2 years', '1 year', '1.5 years'],
    note: 'A whole number of months.',
  },
  {
    kind: 'size',
    written: ['24 GB', '24 GiB', '512MB', '1.5 TB', '24 gb'],
    note: 'GB is 1,000,000,000 bytes, GiB 1,073,741,824. `Gb` is refused: it could be bits.',
  },
  {
    kind: 'bandwidth',
    written: ['300 GB/s', '300GBps', '3.35 TB/s', '300 GB per second'],
    note: 'A size per second.',
  },
  {
    kind: 'count',
    written: ['1000', '1,000', '1_000', '1 000', '1k', '10M', '1e3', '1000 users'],
    note: 'k is 1000, M a million. The word for what is counted may follow.',
  },
];
