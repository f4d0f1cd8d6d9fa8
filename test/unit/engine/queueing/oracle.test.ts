import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  compareWithOracle,
  isRefuted,
  LARGEST_ERROR,
  readOracle,
} from '../../../support/queueingOracle';
import { brokenBounds } from '../../../support/exactBounds';
import type { OracleCase } from '../../../support/queueingOracle';

const read = (name: string): OracleCase[] =>
  readOracle(readFileSync(`test/data/oracle/${name}`, 'utf8'));
const cases = read('queueing.jsonl');
const near = (value: number): unknown => expect.closeTo(value, 3);

describe('the figures of other people’s software', () => {
  test.each(['M/M/c', 'M/M/c/K', 'M/G/1', 'closed', 'open'])('%s', (model) => {
    const ofModel = cases.filter((oracleCase) => oracleCase.model === model);
    expect(ofModel.length).toBeGreaterThan(0);
    for (const comparison of ofModel.flatMap(compareWithOracle)) {
      expect(comparison.error, JSON.stringify(comparison)).toBeLessThanOrEqual(LARGEST_ERROR);
    }
  });

  test('every case is compared', () => {
    expect(cases).toHaveLength(368);
    expect(cases.every((oracleCase) => compareWithOracle(oracleCase).length > 0)).toBe(true);
  });

  test('where they cannot be right, ours are what exact arithmetic gives', () => {
    const refuted = read('refuted.jsonl');
    expect(refuted).toHaveLength(2);
    expect(refuted.every(isRefuted)).toBe(true);
  });

  test('they break a bound that holds for every queue, and no other case does', () => {
    const broken = read('refuted.jsonl').map((oracleCase) => brokenBounds(oracleCase, 1e-6));
    expect(broken).toEqual([
      [
        {
          quantity: 'throughput',
          stated: 8.3599754649,
          relation: 'at most',
          bound: 8,
          gap: near(0.045),
        },
      ],
      [
        {
          quantity: 'responseTime',
          stated: 5.88647791854,
          relation: 'at most',
          bound: 4,
          gap: near(0.4716),
        },
      ],
    ]);
    expect(cases.flatMap((oracleCase) => brokenBounds(oracleCase, 1e-6))).toEqual([]);
  });

  test.each(['M/M/c', 'M/M/c/K', 'M/G/1', 'closed', 'open'])(
    'a figure of %s that Little’s law forbids is impossible',
    (model) => {
      const [right] = cases.filter((oracleCase) => oracleCase.model === model);
      if (!right) throw new RangeError('there are cases');
      const quantity = 'inNode' in right ? 'inNode' : 'inSystem';
      const wrong = { ...right, [quantity]: Number(right[quantity]) * 1.01 };
      expect(brokenBounds(wrong, 1e-6)).toMatchObject([{ quantity, relation: 'exactly' }]);
      const fast = { ...right, responseTime: 1e-6, [quantity]: 1e-6 * Number(right.throughput) };
      expect(brokenBounds(fast, 1e-6)).toContainEqual(
        expect.objectContaining({ quantity: 'responseTime', relation: 'at least' }),
      );
    },
  );

  test('a wrong figure of ours is no refutation', () => {
    const [right] = cases.filter(({ model }) => model === 'closed');
    expect(right && isRefuted(right)).toBe(false);
    expect(
      isRefuted({
        model: 'M/G/1',
        arrivalRate: 1,
        serviceTime: 0.5,
        responseTime: 9,
      }),
    ).toBe(false);
  });
});
