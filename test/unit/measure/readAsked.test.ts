import { expect, test } from 'vitest';
import { readLength, readLoads, writeLength, writeLoads } from '../../../src/measure/readAsked';

test.each(['1', '1, 8, 32', '2/s', '0.5/s, 4/s'])('loads %s are read and written alike', (text) => {
  expect(writeLoads(readLoads(text) ?? [])).toBe(text);
});

test('a rate may have any unit that a plan knows', () => {
  expect(readLoads('120/min')).toEqual([{ kind: 'rate', perSecond: 2 }]);
});

test.each(['', '1,', '0', '-1', '1.5', '1, 2/s', 'many', '1e9/s/s', '2 3'])(
  '%j is no list of loads',
  (text) => {
    expect(readLoads(text)).toBeUndefined();
  },
);

test.each(['600', '600:0.8'])('a length %s is read and written alike', (text) => {
  const length = readLength(text);
  expect(length && writeLength(length)).toBe(text);
});

test.each(['', '0', '600:', '600 tokens', '-5', '1:1e9', '9999999999'])(
  '%j is no length',
  (text) => {
    expect(readLength(text)).toBeUndefined();
  },
);
