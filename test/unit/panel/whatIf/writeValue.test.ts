import { describe, expect, it } from 'vitest';
import type { FieldKind } from '../../../../src/panel/whatIf/field';
import { readWritten } from '../../../../src/panel/whatIf/writtenValue';
import { writeValue } from '../../../../src/panel/whatIf/writeValue';

function rewritten(kind: FieldKind, text: string, value: number): string | undefined {
  const written = readWritten(text, kind, 'USD');
  return written && writeValue(value, written);
}

describe('another number in the style of the plan', () => {
  it.each<readonly [FieldKind, string, number, string]>([
    ['users', '1000', 2000, '2000'],
    ['users', '1,000', 12_500, '12,500'],
    ['users', '1_000', 900, '900'],
    ['users', '1 000', 2000, '2 000'],
    ['users', '1\u00a0000', 2000, '2 000'],
    ['users', '1k', 2500, '2.5k'],
    ['users', '~500', 600, '~600'],
    ['users', '1e3', 2000, '2000'],
    ['users', '1000 users', 2000, '2000 users'],
    ['parallel', '8', 16, '16'],
    ['price', '1.50 USD/h', 1.2, '1.20 USD/h'],
    ['price', '$1.50/h', 1.234, '$1.234/h'],
    ['price', '€2/h', 2.5, '€2.5/h'],
    ['price', 'USD 1.50 per hour', 2, 'USD 2.00 per hour'],
    ['price', '1,200 USD/month', 950, '950 USD/month'],
    ['price', '12k USD/year', 13_000, '13k USD/year'],
    ['limit', '<1s', 1.5, '<1.5s'],
    ['limit', '<= 250ms', 300, '<= 300ms'],
    ['limit', '≤ 1.0 s', 2, '≤ 2.0 s'],
    ['limit', '<1m30s', 75, '<75s'],
    ['thinkTime', '2 min', 3, '3 min'],
    ['thinkTime', '0', 2, '2 s'],
    ['thinkTime', '10s', 0.1 + 0.2, '0.3s'],
    ['rate', '18/s', 20, '20/s'],
    ['rate', '18 rps', 20.5, '20.5 rps'],
    ['rate', '2M/day', 3e6, '3M/day'],
    ['rate', '1000/min', 2000, '2000/min'],
  ])('%s %j at %d is %j', (kind, text, value, after) => {
    expect(rewritten(kind, text, value)).toBe(after);
  });

  it.each<readonly [FieldKind, string, number, string]>([
    ['users', '1k', 1000, 'users'],
    ['limit', '<250ms', 250, 'ms'],
    ['limit', '<1m30s', 90, 's'],
    ['thinkTime', '2 min', 2, 'min'],
    ['thinkTime', '0', 0, 's'],
    ['rate', '2M/day', 2e6, '/day'],
    ['rate', '18 rps', 18, '/s'],
    ['price', '1.50/h', 1.5, 'USD/h'],
    ['price', '€12k/year', 12_000, 'EUR/year'],
  ])('%s %j is %d %s', (kind, text, value, unit) => {
    expect(readWritten(text, kind, 'USD')).toMatchObject({ value, unit });
  });

  it.each<readonly [FieldKind, string]>([
    ['users', 'many'],
    ['limit', '<1 lightyear'],
    ['price', '1.50'],
  ])('%s %j is no such value', (kind, text) => {
    expect(readWritten(text, kind, 'USD')).toBeUndefined();
  });
});
