import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import { drawPicture } from '../../../../src/panel/drawPicture';
import { whatIfFields } from '../../../../src/panel/whatIf/fields';

const EXAMPLE = readFileSync('examples/ollama-1000-users.capacity.yaml', 'utf8');

function fieldsOf(text: string): string[] {
  return whatIfFields(analyzePlan(text)).map(
    ({ label, path, value, unit, text: written, min, max, step, scale }) =>
      `${label} (${path}): ${value} ${unit}, ${written ?? 'not written'}, ${min} to ${max} by ${step}, ${scale}`,
  );
}

describe('controls', () => {
  it('of the first example', () => {
    expect(fieldsOf(EXAMPLE)).toEqual([
      'Users (/workload/users): 1000 users, 1000, 100 to 10000 by 10, log',
      'Think time (/workload/thinkTime): 0 s, not written, 0 to 60 by 0.1, linear',
      'Latency of strict (/targets/strict/latency): 1 s, <1s, 0.1 to 10 by 0.01, log',
      'Parallel of A (/scenarios/A/parallel): 2 slots, 2, 1 to 64 by 1, linear',
      'Price of l4 (/nodes/l4/price): 1.5 USD/h, 1.50 USD/h, 0.15 to 15 by 0.01, log',
      'Parallel of B (/scenarios/B/parallel): 8 slots, 8, 1 to 64 by 1, linear',
      'Parallel of C (/scenarios/C/parallel): 4 slots, 4, 1 to 64 by 1, linear',
      'Parallel of V (/scenarios/V/parallel): 50 slots, 50, 1 to 200 by 1, linear',
      'Latency of relaxed (/targets/relaxed/latency): 3 s, <3s, 0.3 to 30 by 0.01, log',
    ]);
  });

  it('are there for the times and the budget of every target, though no scenario is held to it', () => {
    const text = EXAMPLE.replace(
      '<3s }',
      '<3s, p95: <5s, ttft: <500ms, rejected: <1%, budget: <$40/h }',
    );
    expect(fieldsOf(text).filter((line) => line.includes('relaxed'))).toEqual([
      'Latency of relaxed (/targets/relaxed/latency): 3 s, <3s, 0.3 to 30 by 0.01, log',
      'p95 of relaxed (/targets/relaxed/p95): 5 s, <5s, 0.5 to 50 by 0.01, log',
      'TTFT of relaxed (/targets/relaxed/ttft): 500 ms, <500ms, 50 to 5000 by 1, log',
      'Budget of relaxed (/targets/relaxed/budget): 40 USD/h, <$40/h, 4 to 400 by 0.1, log',
    ]);
    const { limits } = drawPicture(analyzePlan(text), undefined, 'x');
    expect(limits).toEqual([
      '/targets/strict/latency',
      '/targets/relaxed/latency',
      '/targets/relaxed/p95',
      '/targets/relaxed/ttft',
      '/targets/relaxed/budget',
    ]);
  });

  it('of what a scenario overrides are its own', () => {
    const text = EXAMPLE.replace(
      'engine: ollama, parallel: 8 }',
      'engine: ollama, parallel: auto, target: relaxed, workload: { rate: 12M/day } }',
    ).replace('price: 1.50 USD/h', 'price: { amount: $900/month, date: 2026-01-01 }');
    const ofB = fieldsOf(text).filter((line) => /of B|relaxed|Price/.test(line));
    expect(ofB).toEqual([
      'Price of l4 (/nodes/l4/price/amount): 900 USD/month, $900/month, 90 to 9000 by 1, log',
      'Rate of B (/scenarios/B/workload/rate): 12000000 /day, 12M/day, 1200000 to 120000000 by 100000, log',
      'Latency of relaxed (/targets/relaxed/latency): 3 s, <3s, 0.3 to 30 by 0.01, log',
      expect.stringMatching(/^Parallel of B \(\/scenarios\/B\/parallel\): \d+ slots, auto,/),
    ]);
  });

  it('read what stands behind an alias or a merge key', () => {
    const text = EXAMPLE.replace('users: 1000 ', 'users: &u 1000 ')
      .replace(
        'B: { title: Current config, engine: ollama, parallel: 8 }',
        'B: { <<: *a, title: b }',
      )
      .replace('A: {', 'A: &a {');
    expect(fieldsOf(text)).toContain(
      'Parallel of B (/scenarios/B/parallel): 2 slots, 2, 1 to 64 by 1, linear',
    );
  });

  it('reach a tenth and ten times, but not beyond what the format allows', () => {
    const [users] = whatIfFields(analyzePlan(EXAMPLE.replace('users: 1000', 'users: 900M')));
    expect(users).toMatchObject({ value: 9e8, max: 1e9, step: 1e6 });
    const [, thinking] = whatIfFields(
      analyzePlan(EXAMPLE.replace('users: 1000', 'thinkTime: 600 min\n  users: 1000')),
    );
    expect(thinking).toMatchObject({ value: 600, unit: 'min', max: 1440 });
  });

  it('of a price of 0 begin there', () => {
    const text = EXAMPLE.replace('1.50 USD/h', '0 USD/h');
    expect(fieldsOf(text)).toContain(
      'Price of l4 (/nodes/l4/price): 0 USD/h, 0 USD/h, 0 to 10 by 0.1, linear',
    );
  });

  it('are none where nothing could be read', () => {
    expect(whatIfFields(analyzePlan('a: {'))).toEqual([]);
  });
});
