import { expect, test } from 'vitest';
import { baseOf } from '../../../src/network/httpHost';
import { LagSum, LagWatch } from '../../../src/network/lag';

test.each([
  ['http://localhost:8000', 'http://localhost:8000'],
  ['http://localhost:8000/v1/', 'http://localhost:8000'],
  ['https://h/gateway/v1', 'https://h/gateway'],
])('the address up to the version of %s', (url, base) => {
  expect(baseOf(url)).toEqual({ base });
});

test.each([
  ['localhost:8000', 'no-address'],
  ['file:///etc/passwd', 'no-address'],
  ['https://u:p@h', 'password'],
])('%s is no address to measure', (url, problem) => {
  expect(baseOf(url)).toEqual({ problem });
});

test('a busy thread makes answers late by half of its busy times, as often as these are', () => {
  const lag = new LagSum();
  lag.add(-3);
  lag.add(100);
  lag.add(300);
  // (100 / 1000) * 50 + (300 / 1000) * 150
  expect(lag.meanDelay(1000)).toBe(50);
  expect(new LagSum().meanDelay(0)).toBe(0);
});

test('a thread that is blocked is seen', () => {
  const watch = new LagWatch();
  const until = performance.now() + 200;
  while (performance.now() < until);
  expect(watch.end()).toBeGreaterThan(0.05);
});
