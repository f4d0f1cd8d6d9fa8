import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAgainstLimits, limitsOn } from '../../../src/messages/formatAgainstLimits';
import { describeLimit } from '../../../src/messages/verdicts';
import type { Figure, Unit } from '../../../src/engine/figure/figure';
import { constantFigure } from '../../../src/engine/figure/figures';
import type { Objective, Target } from '../../../src/engine/plan/plan';
import { assessText } from '../../support/charts';

const figure = (value: number, unit: Unit): Figure => constantFigure(value, unit);

/** The objectives of a target as a plan writes it. */
const objectivesOf = (written: string): readonly Objective[] =>
  targetsOf(written).flatMap(({ objectives }) => objectives);

const targetsOf = (written: string): readonly Target[] =>
  assessText(`version: 1\nworkload: { users: 1 }\ntargets: { t: ${written} }`).plan.targets;

describe('beside its limit a figure', () => {
  test.each([
    [0.9998, 's', '{ latency: <1s }', '999.8 ms'],
    [1.0002, 's', '{ latency: <1s }', '1.0002 s'],
    [1, 's', '{ latency: <1s }', '1 s'],
    [0.95, 's', '{ latency: <1s }', '950 ms'],
    [1.1667, 's', '{ latency: <1s }', '1.17 s'],
    [7.9999, 's', '{ p95: <8s }', '7.9999 s'],
    [599.9, 's', '{ latency: <10 min }', '9.998 min'],
    [0.00998, 'share', '{ rejected: <1% }', '0.998%'],
    [0.0099996, 'share', '{ rejected: <1% }', '0.99996%'],
  ] as const)('of %d %s is written beside %s as %s', (value, unit, target, text) => {
    expect(formatAgainstLimits(figure(value, unit), objectivesOf(target))).toBe(text);
  });

  test('of money has the cents that tell it from a budget, in its own period', () => {
    const budget = objectivesOf('{ budget: <$40/h }');
    expect(formatAgainstLimits(figure(39.9996, { currency: 'USD', per: 'hour' }), budget)).toBe(
      '$39.9996/h',
    );
    expect(formatAgainstLimits(figure(29_199.999, { currency: 'USD', per: 'month' }), budget)).toBe(
      '$29,199.999/month',
    );
    expect(formatAgainstLimits(figure(39.9996, { currency: 'EUR', per: 'hour' }), budget)).toBe(
      '€40/h',
    );
  });

  test('is never on the other side of it than it is', () => {
    const limit = fc.double({ min: 1e-3, max: 250, noNaN: true });
    const off = fc.double({ min: -1e-2, max: 1e-2, noNaN: true });
    fc.assert(
      fc.property(limit, off, (seconds, share) => {
        fc.pre(Math.abs(share) > 1e-6);
        const rounded = Number(seconds.toPrecision(3));
        const value = rounded * (1 + share);
        const [objective] = objectivesOf('{ latency: <1s }');
        if (objective?.kind !== 'latency') throw new Error('no objective');
        const text = formatAgainstLimits(figure(value, 's'), [
          { ...objective, limitSeconds: rounded },
        ]);
        const [digits = '', unit = ''] = text.split(' ');
        const shown = Number(digits.replaceAll(',', '')) * ({ ms: 1e-3, µs: 1e-6 }[unit] ?? 1);
        expect(Math.sign(shown - rounded)).toBe(Math.sign(value - rounded));
      }),
    );
  });

  test('is compared with what limits the same thing', () => {
    const targets = targetsOf('{ latency: <1s, p95: <2s }');
    expect(limitsOn('latency', targets).map(({ kind }) => kind)).toEqual(['latency']);
  });
});

test('a limit is written as it is, not rounded', () => {
  expect(
    objectivesOf('{ latency: <1.0004s, p95: <90s, p99: <1000s, p90: <90 min }').map(describeLimit),
  ).toEqual(['<1.0004 s', '<90 s', '<1,000 s', '<90 min']);
});
