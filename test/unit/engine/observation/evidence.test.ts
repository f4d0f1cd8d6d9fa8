/** Plans of people whose evidence contradicts itself, is incomplete, or is no steady load: what holds all the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../../src/engine/assess/assessment';
import { analyzePlan } from '../../../../src/lint/analyzePlan';
import { describeFinding } from '../../../../src/messages/findings';
import { formulaText } from '../../../../src/messages/formulas';

interface Answer {
  readonly assessment: Assessment;
  /** Findings about observations: code, and words. */
  readonly findings: readonly string[];
}

function answer(plan: string): Answer {
  const { assessment, findings } = analyzePlan(plan);
  if (!assessment) throw new Error('no plan');
  return {
    assessment,
    findings: findings
      .filter(({ code }) => code.startsWith('observation.'))
      .map((finding) => `${finding.code}: ${describeFinding(finding)}`),
  };
}

function readCase(name: string): string {
  return readFileSync(
    join(import.meta.dirname, '../../../plans/evidence', `${name}.capacity.yaml`),
    'utf8',
  );
}

function observed({ assessment }: Answer) {
  const [observation] = assessment.engines[0]?.observations ?? [];
  if (!observation) throw new Error('no observation');
  return observation;
}

function firstScenario({ assessment }: Answer) {
  const [scenario] = assessment.scenarios;
  const [verdict] = scenario?.verdicts ?? [];
  if (!scenario || !verdict) throw new Error('no scenario');
  return { ...verdict, nodes: scenario.nodes?.value, latency: scenario.latency };
}

describe('users, latency and throughput that contradict each other', () => {
  const plan = readCase('contradicting-figures');

  test('the lower throughput counts, for the load as for the nodes', () => {
    const found = answer(plan);
    expect(observed(found)).toMatchObject({ load: { value: 40 }, latency: { value: 4 } });
    // 10/s a node: ten nodes would answer 100/s only if all were busy all the time
    expect(firstScenario(found)).toMatchObject({ nodes: 11, verified: false });
  });

  test('the finding says both, which one counts, and the think time with which they agree', () => {
    expect(answer(plan).findings).toEqual([
      'observation.littles-law: This observation (measured) contradicts itself: it states 10/s, but users and latency give 25/s by Little’s law, 60 % apart. The lower throughput counts, 10/s, with 40 requests in flight. With 6 s of think time all three agree: state `thinkTime: 6s` if users paused so long. Otherwise one of them is wrong, or was taken over another time.',
    ]);
  });

  test('the think time resolves it, and changes no figure', () => {
    const resolved = answer(plan.replace('users: 100,', 'users: 100, thinkTime: 6s,'));
    expect(resolved.findings).toEqual([]);
    expect(observed(resolved)).toMatchObject({ load: { value: 40 }, caveats: [] });
    expect(firstScenario(resolved).nodes).toBe(11);
  });

  test('a throughput that is too high counts no more than users and latency allow', () => {
    const found = answer(plan.replace('10/s', '50/s'));
    expect(observed(found).load?.value).toBe(100);
    expect(firstScenario(found)).toMatchObject({ nodes: 5, verified: false });
    expect(found.findings[0]).toContain('The lower throughput counts, 25/s, with 100 requests');
    expect(found.findings[0]).not.toContain('think time');
  });

  test.each([
    ['latency: <4s, throughput: 10/s', 40],
    ['latency: 4s, throughput: <10/s', 40],
    ['latency: ">4s", throughput: 50/s', 100],
    // these can be true at once
    ['latency: ">4s", throughput: 10/s', undefined],
    ['latency: 4s, throughput: ">10/s"', undefined],
    ['latency: <4s, throughput: 50/s', undefined],
    ['latency: 4s, throughput: 23/s', undefined],
  ])('bounds contradict only what is beyond them: %s', (figures, load) => {
    const found = answer(plan.replace('latency: 4s, throughput: 10/s', figures));
    expect(found.findings.length).toBe(load === undefined ? 0 : 1);
    expect(observed(found).load?.value).toBe(load ?? 100);
  });
});

describe('a mean that only users and throughput leave', () => {
  const plan = readCase('mean-above-p99');

  test('one above p99 is a finding, and verifies nothing', () => {
    const found = answer(plan);
    expect(firstScenario(found).verified).toBe(false);
    expect(found.findings).toEqual([
      'observation.contradicts-itself: `burst` contradicts itself: `p99` 5.95 s and a mean `latency` 6.84 s, though 99 of 100 requests were faster than that mean then. Users and throughput leave that mean: 512 users / 74.9/s = 6.84 s. 512 requests are few for 512 users, so the load drained and not all users were busy.',
    ]);
  });

  test('in a steady run too, where it counts since it is the slower one', () => {
    const found = answer(plan.replace('requests: 512', 'requests: 51200'));
    expect(observed(found).latency?.value).toBeCloseTo(512 / 74.9, 9);
    expect(firstScenario(found).verified).toBe(false);
    expect(found.findings[0]).toContain('One of them is wrong');
  });

  test('tokens that take longer count instead', () => {
    const found = answer(plan.replace('requests: 512', 'requests: 51200').replace('56ms', '156ms'));
    expect(observed(found).latency?.value).toBeCloseTo(1 + 51 * 0.156, 9);
    expect(firstScenario(found)).toMatchObject({ outcome: 'misses', verified: false });
  });
});

describe('times of tokens without a latency', () => {
  test('make one: the first token, and each further one', () => {
    const found = answer(readCase('token-times-only'));
    const { latency } = observed(found);
    expect(latency?.value).toBeCloseTo(0.064 + 220 * 0.0074, 9);
    expect(latency?.provenance).toEqual({ known: 'measured', reach: 'direct', caveats: [] });
    expect(latency && formulaText(latency)).toBe(
      '64 ms to the first token + (221 tokens − 1) × 7.4 ms = 1.69 s',
    );
    expect(firstScenario(found)).toMatchObject({ outcome: 'meets', nodes: 1 });
    expect(found.findings).toEqual([]);
  });

  test('bounds of them are bounds of it, and without a length there is none', () => {
    const plan = readCase('token-times-only');
    expect(observed(answer(plan.replace('ttft: 64ms', 'ttft: <64ms'))).latency?.bound).toBe('<');
    const lengths = 'tpot: 7.4ms, promptTokens: 233, outputTokens: 221';
    expect(observed(answer(plan.replace(lengths, 'tpot: 7.4ms'))).latency).toBeUndefined();
  });
});

describe('a burst that drains', () => {
  const plan = readCase('burst');
  const withLatency = plan.replace('ttft: 22.14s', 'latency: 40.8s, ttft: 22.14s');

  test('has as many in flight as throughput and latency show, and not all of its users', () => {
    const found = answer(withLatency);
    expect(observed(found).load?.value).toBeCloseTo(15.74 * 40.8, 6);
    expect(firstScenario(found)).toMatchObject({ nodes: 7, verified: false });
    expect(found.findings[0]).toContain('observation.littles-law');
    expect(found.findings[0]).toContain('1,000 requests are few for 1,000 users');
  });

  test('without a latency it is said, and verifies nothing', () => {
    const found = answer(plan);
    expect(observed(found).caveats).toContain('burst');
    expect(firstScenario(found)).toMatchObject({ nodes: 7, verified: false });
    expect(found.findings).toEqual([
      'observation.burst: `sharegpt burst` is a burst: 1,000 requests are few for 1,000 users, so the load drained and not all users were busy. All users count as in flight, until `latency` and `throughput` show fewer. It verifies nothing; benchmark with at least 10 requests a user.',
    ]);
  });

  test('at a rate the throughput shows how many were in flight', () => {
    const found = answer(readCase('rate-far-above-capacity'));
    expect(observed(found).inFlight?.value).toBeCloseTo(5.99 * 67.59, 9);
    expect(firstScenario(found)).toMatchObject({ outcome: 'meets', verified: false, nodes: 3 });
    expect(found.findings.map((finding) => finding.split(':')[0])).toEqual(['observation.queued']);
  });
});
