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

  test('it stays the most that all users get, whatever is known of the hardware', () => {
    const lengths = 'promptTokens: 200, outputTokens: 200';
    const known = plan
      .replace('rate: 100/s', `rate: 100/s, ${lengths}`)
      .replace('10/s }', `10/s, ${lengths} }`);
    const [engine] = answer(known).assessment.engines;
    const points = engine?.curve.points.map(({ at, latency }) => [at, latency.value]);
    expect(points).toEqual([
      [40, 4],
      [100, 10],
    ]);
    expect(firstScenario(answer(known)).nodes).toBeGreaterThanOrEqual(10);
  });

  test('the finding says both, which one counts, and the think time with which they agree', () => {
    expect(answer(plan).findings).toEqual([
      'observation.littles-law: This observation (measured) contradicts itself: 25/s expected by Little’s law, 10/s reported (60% off). The plan uses the lower one, at concurrency 40. If users paused for 6 s, set `thinkTime: 6s`. Otherwise, check users, latency and throughput.',
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
    expect(found.findings[0]).toContain('The plan uses the lower one, at concurrency 100.');
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
    const { verified, latency } = firstScenario(found);
    expect(verified).toBe(false);
    // with all 512 in flight, as the scenario has them
    expect(latency?.value).toBeCloseTo(512 / 74.9, 9);
    expect(found.findings).toEqual([
      'observation.contradicts-itself: `burst` contradicts itself: `p99` 5.95 s and mean `latency` 6.84 s. The mean cannot be slower than 99 of 100 requests. That mean follows from users and throughput: 512 users / 74.9/s = 6.84 s. 512 requests for 512 users, so not all users were busy at once. Benchmark with at least 10 requests a user.',
    ]);
  });

  test('in a steady run too, where it counts since it is the slower one', () => {
    const found = answer(plan.replace('requests: 512', 'requests: 51200'));
    expect(observed(found).latency?.value).toBeCloseTo(512 / 74.9, 9);
    expect(firstScenario(found).verified).toBe(false);
    expect(found.findings[0]).toContain('Correct one of them');
  });

  test('tokens that take longer count instead', () => {
    const found = answer(plan.replace('requests: 512', 'requests: 51200').replace('56ms', '156ms'));
    expect(observed(found).latency?.value).toBeCloseTo(1 + 51 * 0.156, 9);
    expect(firstScenario(found)).toMatchObject({ outcome: 'misses', verified: false });
  });
});

test('a run of fewer requests a user than four is doubted, and one of more is not', () => {
  const plan = readFileSync(
    join(import.meta.dirname, '../../../plans/token-percentiles.capacity.yaml'),
    'utf8',
  );
  const { assessment, findings } = answer(plan);
  const caveats = assessment.engines[0]?.observations.map((each) => each.caveats);
  expect(caveats).toEqual([[], [], ['burst'], ['contradicts-itself', 'burst']]);
  expect(findings.map((each) => each.split(':')[0])).toEqual([
    'observation.burst',
    'observation.contradicts-itself',
  ]);
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
    expect(found.findings[0]).toContain('1,000 requests for 1,000 users');
  });

  test('without a latency it is said, and verifies nothing', () => {
    const found = answer(plan);
    expect(observed(found).caveats).toContain('burst');
    expect(firstScenario(found)).toMatchObject({ nodes: 7, verified: false });
    expect(found.findings).toEqual([
      'observation.burst: `sharegpt burst` is a burst: 1,000 requests for 1,000 users, so not all users were busy at once. The plan counts all users as concurrent; state `latency` and `throughput` to correct that. It verifies nothing: benchmark with at least 10 requests a user.',
    ]);
  });

  test('at a rate the throughput shows how many were in flight', () => {
    const found = answer(readCase('rate-far-above-capacity'));
    expect(observed(found).inFlight?.value).toBeCloseTo(5.99 * 67.59, 9);
    expect(firstScenario(found)).toMatchObject({ outcome: 'meets', verified: false, nodes: 3 });
    expect(found.findings.map((finding) => finding.split(':')[0])).toEqual(['observation.queued']);
  });
});

describe('figures that no GPU can compute', () => {
  test('a first token before its prompt can have been computed is no pass', () => {
    const found = answer(readCase('cached-prompt'));
    // 2 x 4.02e9 x 91,000 operations at 210e12 a second
    expect(found.findings).toEqual([
      'observation.below-floor: `repeated prompt` is faster than its hardware: 290 ms to the first token, possible 3.49 s. The prompt of 91,000 tokens is computed first. Formula: 2 × 4.022 billion parameters × 91,000 tokens / 210 TFLOP/s = 3.49 s. Check the figure, the model, its quantization and the GPU; if a prefix cache answered, set `cachedTokens`.',
    ]);
    expect(observed(found).caveats).toEqual(['beyond-hardware']);
    expect(firstScenario(found)).toMatchObject({ outcome: 'misses', verified: false });
  });

  test('unless the plan says that a cache answered: then it shows nothing of other prompts', () => {
    const stated = readCase('cached-prompt').replace(
      'tpot: 14.3ms,',
      'tpot: 14.3ms, cachedTokens: 99%,',
    );
    const found = answer(stated);
    expect(found.findings.filter((each) => each.startsWith('observation.below-floor'))).toEqual([]);
    expect(observed(found).caveats).toEqual([]);
    expect(firstScenario(found).verified).toBe(false);
    const both = stated.replace(
      'promptTokens: 91000, outputTokens: 512 }',
      'promptTokens: 91000, cachedTokens: 99%, outputTokens: 512 }',
    );
    expect(firstScenario(answer(both))).toMatchObject({ outcome: 'meets', verified: true });
  });

  const plan = readCase('prefill-too-fast');

  test('the GPUs of a server work together', () => {
    const found = answer(plan);
    expect(found.findings[0]).toContain(
      '50 ms to the first token, possible 226 ms. The prompt of 32,000 tokens',
    );
    expect(found.findings[0]).toContain('4 × 989 TFLOP/s = 3,956 TFLOP/s a server');
    expect(found.findings.length).toBe(1);
    expect(firstScenario(found).verified).toBe(false);
  });

  test('nor more answers a second than their operations make', () => {
    const found = answer(plan.replace('ttft: 50ms, ', ''));
    expect(found.findings.length).toBe(1);
    expect(found.findings[0]).toContain('faster than its hardware: 12.8/s, possible 4.4/s');
    const byUsers = answer(plan.replace('throughput: 12.8/s, ttft: 50ms, ', ''));
    expect(byUsers.findings[0]).toContain('12.8/s by load and latency');
    expect(firstScenario(byUsers).verified).toBe(false);
  });

  test('a whole answer counts where no first token is stated', () => {
    const fast = plan.replace('latency: 2.5s, throughput: 12.8/s, ttft: 50ms', 'latency: 0.22s');
    expect(answer(fast).findings[0]).toContain('220 ms to the whole answer, possible');
  });

  test.each([
    // what such a server does
    ['latency: 2.5s, throughput: 12.8/s, ttft: 50ms', 'latency: 12s, ttft: 6s'],
    ['promptTokens: 32000, outputTokens: 100', 'promptTokens: 3200, outputTokens: 100'],
    ['gpus: 4', 'gpus: 32'],
    ['model: Qwen/Qwen3-14B', 'model: mine'],
    ['gpu: H100', 'gpu: unheard-of'],
    ['users: 32, latency: 2.5s, throughput: 12.8/s, ttft: 50ms', 'latency: ">2.5s", ttft: ">50ms"'],
  ])('not: %s as %s', (stated, other) => {
    const found = answer(plan.replaceAll(stated, other));
    expect(found.findings.filter((each) => each.startsWith('observation.below-floor'))).toEqual([]);
  });

  test('quantized weights are computed faster, and a prompt that the workload states counts', () => {
    const quantized = plan.replace('context: 40960', 'context: 40960, quantization: fp8');
    expect(answer(quantized).findings[0]).toContain('possible 113 ms');
    const own = 'promptTokens: 32000, outputTokens: 100, requests';
    expect(answer(plan.replace(own, 'requests')).findings[0]).toContain('prompt of 32,000 tokens');
  });
});

describe('a target for the first token that no fleet meets', () => {
  const { assessment, findings } = analyzePlan(readCase('ttft-no-fleet-can-meet'));
  const words = findings.map(describeFinding).join('\n');

  test('buys no nodes in vain', () => {
    expect(assessment?.scenarios.map(({ nodes }) => nodes?.value)).toEqual([2, 2]);
    for (const scenario of assessment?.scenarios ?? []) {
      expect(scenario.verdicts[0]?.outcome).toBe('misses');
    }
  });

  test('is advised shorter prompts, and neither shorter answers nor more nodes', () => {
    expect(words).toContain('one request on an idle server already takes 218 ms');
    expect(words).toContain(
      'Try shorter prompts, a prefix cache, a faster GPU, more GPUs per server or chunked prefill.',
    );
    expect(words).not.toContain('output tokens');
  });
});
