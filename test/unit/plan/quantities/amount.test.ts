import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bandwidth,
  count,
  duration,
  rate,
  share,
  shareOfPeak,
  size,
} from '../../../../src/plan/fields/scalars';
import type { ScalarShape } from '../../../../src/plan/fields/shape';
import type { Amount } from '../../../../src/plan/quantities/amount';
import type { Limits } from '../../../../src/plan/quantities/limits';

const any: Limits = { words: 'anything' };
const time = duration('reading', any, ['1s']);
const requests = rate('about', any, ['1/s']);
const users = count(
  'a number of users',
  'about',
  { atLeast: 1, whole: true, words: 'whole' },
  ['1'],
  ['users'],
);

function read(shape: ScalarShape<Amount>, text: string): unknown {
  const outcome = shape.parse(text, 'key');
  return 'issue' in outcome ? outcome.issue : outcome.value.value;
}

describe('durations', () => {
  it.each([
    ['1s', 1],
    ['250ms', 0.25],
    ['2 min', 120],
    ['1.5 sec', 1.5],
    ['1m30s', 90],
    ['1h 2m 3.5s', 3723.5],
    ['1h', 3600],
    ['300µs', 0.0003],
    ['300 μs', 0.0003],
    ['20 Minutes', 1200],
    ['0', 0],
    ['1e3 ms', 1],
    ['.5s', 0.5],
    ['2,700 ms', 2.7],
    ['1\u00a0s', 1],
    ['\u2009 1\u202fs', 1],
  ])('%s is %d s', (text, seconds) => {
    expect(read(time, text)).toBeCloseTo(seconds, 12);
  });

  it.each([
    ['2.7', 'missing', ['2.7ms', '2.7s', '2.7 min', '2.7h']],
    ['1e3', 'missing', ['1e3ms', '1e3s', '1e3 min', '1e3h']],
    ['3 GB', 'wrong-kind', []],
    ['18/s', 'wrong-kind', []],
    ['5 lightyears', 'unknown', []],
    ['5M', 'unknown', []],
    ['<1S', 'unknown', ['<1s']],
    ['1’200 ms', 'unknown', ['1200 ms']],
    ['1s-2s', 'unknown', []],
    ['1000ms# warm', 'unknown', ['1000ms']],
  ])('%s: unit %s, write %j', (text, problem, suggestions) => {
    expect(read(time, text)).toMatchObject({
      code: 'plan.unit',
      args: { problem, suggestions, example: '1s' },
    });
  });

  it.each([
    'fast',
    '',
    '.inf',
    '.nan',
    'Infinity',
    '0x10',
    '1.2.3s',
    '1..2s',
    '--1s',
    '1e999 s',
    '1,00s',
    '<',
    '~',
  ])('%s is no duration', (text) => {
    expect(read(time, text)).toMatchObject({ code: 'plan.value', args: { found: text } });
  });

  it('takes a decimal comma for no thousands', () => {
    expect(read(time, '1,5s')).toMatchObject({
      code: 'plan.value',
      args: { suggestion: '1.5s', trap: 'decimal-comma' },
    });
    expect(read(time, '1,5 GB')).toMatchObject({ args: { suggestion: undefined, example: '1s' } });
    expect(read(time, '0,250s')).toMatchObject({ args: { suggestion: '0.250s' } });
  });
});

describe('signs', () => {
  it.each([
    ['<1s', '<'],
    ['<= 1s', '<='],
    ['≤1s', '<='],
    ['=<1s', '<='],
    ['>1s', '>'],
    ['≥ 1s', '>='],
    ['1s', 'exact'],
  ])('%s is %s', (text, bound) => {
    expect(time.parse(text, 'k')).toEqual({ value: { value: 1, bound, approximate: false } });
  });

  it.each(['~2s', '≈ 2s', '~ 2s'])('%s is about 2 s', (text) => {
    expect(time.parse(text, 'k')).toEqual({
      value: { value: 2, bound: 'exact', approximate: true },
    });
  });

  it('refuses those that make no sense', () => {
    expect(read(users, '<10')).toMatchObject({ code: 'plan.value', args: { suggestion: '10' } });
    const limit = duration('limit', any, ['<1s']);
    expect(read(limit, '>1s')).toMatchObject({ code: 'plan.value' });
    expect(read(limit, '~1s')).toMatchObject({ code: 'plan.value', args: { suggestion: '1s' } });
    expect(read(duration('none', any, ['1s']), '~1s')).toMatchObject({ code: 'plan.value' });
  });
});

describe('other quantities', () => {
  it.each([
    ['18/s', 18],
    ['18 rps', 18],
    ['18RPS', 18],
    ['18 req/s', 18],
    ['18 requests/second', 18],
    ['18 per second', 18],
    ['18 requests per second', 18],
    ['1000/min', 1000 / 60],
    ['60 rpm', 1],
    ['36/h', 0.01],
    ['86.4k/day', 1],
    ['2M/day', 2e6 / 86_400],
    ['2 M requests / day', 2e6 / 86_400],
  ])('rate %s', (text, perSecond) => {
    expect(read(requests, text)).toBeCloseTo(perSecond, 10);
  });

  it.each([
    ['18', 'missing'],
    ['18 s', 'wrong-kind'],
    ['18/m', 'unknown'],
    ['18 tokens/s', 'unknown'],
    ['18/month', 'unknown'],
  ])('rate %s: unit %s', (text, problem) => {
    expect(read(requests, text)).toMatchObject({ code: 'plan.unit', args: { problem } });
  });

  it.each([
    ['1000', 1000],
    ['1,000', 1000],
    ['1,000,000', 1e6],
    ['1_000', 1000],
    ['1 000', 1000],
    ['1k', 1000],
    ['1.5K', 1500],
    ['10M', 1e7],
    ['1e3', 1000],
    ['1000 users', 1000],
    ['2k Users', 2000],
    ['+5', 5],
  ])('count %s', (text, value) => {
    expect(read(users, text)).toBe(value);
  });

  it.each(['0', '-1', '1.5', '−3'])('count %s is out of range', (text) => {
    expect(read(users, text)).toMatchObject({ code: 'plan.out-of-range' });
  });

  it.each([
    ['1.000', '1', ['1000', '1']],
    ['12.500', '12.5', ['12500']],
    ['~1.000', '1', ['~1000', '~1']],
    ['1.000 users', '1', ['1000 users', '1 users']],
  ])('count %s may be a thousand times %s', (text, decimal, suggestions) => {
    const args = { found: text, decimal, suggestions };
    expect(read(users, text)).toMatchObject({ code: 'plan.ambiguous', args });
  });

  it.each([
    ['1.0', 1],
    ['1.00', 1],
    ['1.500k', 1500],
    ['1.0000', 1],
  ])('count %s is clear', (text, value) => {
    expect(read(users, text)).toBe(value);
  });

  it('factors have decimals as they like', () => {
    const factor = count('a number', 'about', any, ['3']);
    expect(read(factor, '1.250')).toBe(1.25);
  });

  it.each([
    ['1m', 'thousandth-or-million', []],
    ['2 thousand', undefined, ['2k']],
    ['3 million users', undefined, ['3M users']],
    ['5 people', undefined, []],
    ['8 to 16', 'range', []],
    ['8# slots', 'comment', ['8']],
  ])('count %s: trap %s, write %j', (text, trap, suggestions) => {
    expect(read(users, text)).toMatchObject({ code: 'plan.unit', args: { trap, suggestions } });
  });

  it.each(['0x10', 'yes', 'true', '2026-01-31', '1,00', '1.000,5'])('%s is no count', (text) => {
    expect(read(users, text)).toHaveProperty('code');
  });

  it('shares', () => {
    const headroom = share('none', any, ['20%']);
    expect(read(headroom, '20%')).toBe(0.2);
    expect(read(headroom, '20 %')).toBe(0.2);
    expect(read(headroom, '0.2')).toBe(0.2);
    expect(read(headroom, '20 percent')).toBe(0.2);
    expect(read(headroom, '20')).toMatchObject({ args: { problem: 'missing' } });
    expect(read(headroom, '1')).toMatchObject({ args: { suggestions: ['1%', '100%'] } });
    expect(read(shareOfPeak(any, ['40%']), '1.0')).toBe(1);
  });

  it('sizes and bandwidths', () => {
    const memory = size(any, ['24 GB']);
    const speed = bandwidth(any, ['300 GB/s']);
    expect(read(memory, '24 GB')).toBe(24e9);
    expect(read(memory, '24GiB')).toBe(24 * 2 ** 30);
    expect(read(memory, '1.5 TB')).toBe(1.5e12);
    expect(read(memory, '24 gb')).toBe(24e9);
    expect(read(memory, '24 Gb')).toMatchObject({
      args: { problem: 'unknown', suggestions: [], trap: 'bits' },
    });
    expect(read(memory, '24')).toMatchObject({
      args: { suggestions: ['24 GB', '24 GiB', '24 MB', '24 TB'] },
    });
    expect(read(speed, '300 Gbps')).toMatchObject({ args: { suggestions: [], trap: 'bits' } });
    expect(read(size({ above: 0, words: 'above 0' }, ['24 GB']), '-1')).toMatchObject({
      args: { suggestions: [], example: '24 GB' },
    });
    expect(read(speed, '300 GB/s')).toBe(300e9);
    expect(read(speed, '300GBps')).toBe(300e9);
    expect(read(speed, '3.35 TB per second')).toBe(3.35e12);
    expect(read(speed, '300 GB')).toMatchObject({ args: { problem: 'wrong-kind' } });
    expect(read(speed, '300 Gb/s')).toMatchObject({ args: { problem: 'unknown' } });
  });
});

describe('what is printed is read back', () => {
  const numbers = fc.oneof(
    fc.integer({ min: 0, max: 999_999 }),
    fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
  );

  it('durations in every unit', () => {
    const units = fc.constantFrom(
      ['ms', 1e-3],
      ['s', 1],
      ['min', 60],
      ['h', 3600],
      ['d', 86_400],
    ) as fc.Arbitrary<[string, number]>;
    fc.assert(
      fc.property(numbers, units, fc.constantFrom('', ' '), (number, [unit, factor], gap) => {
        const value = read(time, `${String(number)}${gap}${unit}`) as number;
        expect(Math.abs(value - number * factor)).toBeLessThanOrEqual(1e-12 * Math.abs(value));
      }),
    );
  });

  it('grouped counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.constantFrom(',', '_', ' '),
        (number, separator) => {
          const grouped = String(number).replace(/\B(?=(\d{3})+$)/g, separator);
          expect(read(users, grouped)).toBe(number);
        },
      ),
    );
  });

  it('and any text is read without an exception', () => {
    const shapes = [
      time,
      requests,
      users,
      share('none', any, ['1%']),
      size(any, ['1 GB']),
      bandwidth(any, ['1 GB/s']),
    ];
    const characters = fc.constantFrom(...' 0123456789.,_-+eE<>=~≤$€kMGBs/hmin%\u00a0per');
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => {
        for (const shape of shapes) {
          const value = read(shape, text);
          expect(typeof value === 'number' ? Number.isFinite(value) : typeof value).toBeTruthy();
        }
      }),
    );
  });
});
