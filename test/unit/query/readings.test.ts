import { expect, test } from 'vitest';
import { Readings } from '../../../src/query/readings';
import { planText } from '../worker/fakeWorker';

const GOOD = 'version: 1\nworkload: { users: 10 }\n';
const plan = (text: string, lastGood?: string) => ({ ...planText(text), lastGood });

test('a text is read once', () => {
  const readings = new Readings();
  expect(readings.of(plan(GOOD)).current).toBe(readings.of(plan(GOOD)).current);
});

test('other settings are another reading', () => {
  const readings = new Readings();
  const other = { ...plan(GOOD), levels: { 'plan.unused': 'off' } } as const;
  expect(readings.of(other).current).not.toBe(readings.of(plan(GOOD)).current);
});

test('the last good reading is the current one, unless that is broken', () => {
  const readings = new Readings();
  const good = readings.of(plan(GOOD));
  expect(good.lastGood).toBe(good.current);
  expect(readings.of(plan('a: {', GOOD)).lastGood).toBe(good.current);
  expect(readings.of(plan('a: {')).lastGood).toBeUndefined();
  expect(readings.of(plan('a: {', 'b: {')).lastGood).toBeUndefined();
});

test('only the last few are remembered', () => {
  const readings = new Readings();
  const first = readings.of(plan(GOOD)).current;
  for (let users = 1; users < 8; users++) readings.of(plan(`${GOOD}# ${users}\n`));
  expect(readings.of(plan(GOOD)).current).toBe(first);
  for (let users = 1; users < 9; users++) readings.of(plan(`${GOOD}# ${users}\n`));
  expect(readings.of(plan(GOOD)).current).not.toBe(first);
});
