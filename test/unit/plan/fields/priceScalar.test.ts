import { describe, expect, it } from 'vitest';
import { price } from '../../../../src/plan/fields/priceScalar';

const perNode = price('about', { atLeast: 0, atMost: 1e12, words: '0 to 1,000,000,000,000' });

function read(text: string): unknown {
  const outcome = perNode.parse(text, 'price');
  if ('issue' in outcome) {
    return outcome.issue;
  }
  const { value, per, currency } = outcome.value;
  return [value, per, currency];
}

describe('prices', () => {
  it.each([
    ['1.50 USD/h', 1.5, 'hour', 'USD'],
    ['1.50USD/h', 1.5, 'hour', 'USD'],
    ['1.50 usd/h', 1.5, 'hour', 'USD'],
    ['$1.50/h', 1.5, 'hour', 'USD'],
    ['$1.50/hr', 1.5, 'hour', 'USD'],
    ['$ 1.50 / hour', 1.5, 'hour', 'USD'],
    ['US$1.50/h', 1.5, 'hour', 'USD'],
    ['€2/h', 2, 'hour', 'EUR'],
    ['2€/h', 2, 'hour', 'EUR'],
    ['2 € per hour', 2, 'hour', 'EUR'],
    ['£0.80/h', 0.8, 'hour', 'GBP'],
    ['¥200/h', 200, 'hour', 'JPY'],
    ['USD 1.50 per hour', 1.5, 'hour', 'USD'],
    ['CHF 12/day', 12, 'day', 'CHF'],
    ['1,200 USD/month', 1200, 'month', 'USD'],
    ['$1,200/month', 1200, 'month', 'USD'],
    ['$1.2k/month', 1200, 'month', 'USD'],
    ['10,000 EUR/year', 10_000, 'year', 'EUR'],
    ['1 USD a day', 1, 'day', 'USD'],
    ['1.50/h', 1.5, 'hour', undefined],
    ['1.50 per hour', 1.5, 'hour', undefined],
    ['0 USD/h', 0, 'hour', 'USD'],
    ['~1.50 USD/h', 1.5, 'hour', 'USD'],
  ])('%s', (text, value, per, currency) => {
    expect(read(text)).toEqual([value, per, currency]);
  });

  it.each([
    ['1.50', ['1.50 USD/h', '1.50 USD/day', '1.50 USD/month', '1.50 USD/year']],
    ['1.50 USD', ['1.50 USD/h', '1.50 USD/day', '1.50 USD/month', '1.50 USD/year']],
    ['$1.50', ['$1.50/h', '$1.50/day', '$1.50/month', '$1.50/year']],
  ])('%s may be %j', (text, suggestions) => {
    const args = { problem: 'missing', suggestions };
    expect(read(text)).toMatchObject({ code: 'plan.unit', args });
  });

  it.each([
    ['1.50 USX/h', []],
    ['1.50 USD/m', []],
    ['1.50 USD/GPU/h', []],
    ['$1.50 USD/h', []],
    ['150 ct/h', []],
    ['A$2/h', ['2 AUD/h']],
    ['1’200 USD/month', ['1200 USD/month']],
  ])('%s is no price: it means %j, as far as is known', (text, suggestions) => {
    const args = { problem: 'unknown', suggestions, example: '1.50 USD/h' };
    expect(read(text)).toMatchObject({ code: 'plan.unit', args });
  });

  it('refuses what is no price', () => {
    expect(read('cheap')).toMatchObject({ code: 'plan.value' });
    expect(read('1,50 €/h')).toMatchObject({
      code: 'plan.value',
      args: { suggestion: '1.50 €/h' },
    });
    expect(read('-1 USD/h')).toMatchObject({ code: 'plan.out-of-range' });
    expect(read('<1 USD/h')).toMatchObject({ code: 'plan.value', args: { suggestion: '1 USD/h' } });
  });
});
