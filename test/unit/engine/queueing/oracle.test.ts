import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  compareWithOracle,
  isRefuted,
  LARGEST_ERROR,
  readOracle,
} from '../../../support/queueingOracle';
import type { OracleCase } from '../../../support/queueingOracle';

const read = (name: string): OracleCase[] =>
  readOracle(readFileSync(`test/data/oracle/${name}`, 'utf8'));
const cases = read('queueing.jsonl');

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
