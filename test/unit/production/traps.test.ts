/** Metrics that are easily read wrongly. */
import { describe, expect, test } from 'vitest';
import { dumpText, looksOf, observed } from './metricsData';

const BEFORE = dumpText('vllm.before');
const AFTER = dumpText('vllm.after');

function without(text: string, pattern: RegExp): string {
  const lines = text.split('\n').filter((line) => !pattern.test(line));
  expect(lines.length).toBeLessThan(text.split('\n').length);
  return lines.join('\n');
}

describe('metrics', () => {
  test('of several models ask for one', () => {
    const text = dumpText('two-models');
    expect(looksOf([text])).toEqual({ kind: 'several-models', models: ['a', 'b'] });
    expect(looksOf([text], { model: 'c' })).toEqual({ kind: 'other-models', models: ['a', 'b'] });
    expect(observed(looksOf([text], { model: 'a' }))).toMatch(/requests: 50\n[^]*note: a;/);
  });

  test('of several servers ask for one', () => {
    const text = BEFORE + dumpText('llamacpp.before');
    expect(looksOf([text])).toMatchObject({
      kind: 'several-servers',
      servers: [{ type: 'vllm' }, { type: 'llama.cpp' }],
    });
    expect(looksOf([text], { type: 'vllm' }).kind).toBe('window');
    expect(looksOf([text], { type: 'tgi' }).kind).toBe('none');
    expect(looksOf([text], { preferred: 'llama.cpp' })).toMatchObject({
      window: { service: { prefix: 'llamacpp:' } },
    });
    expect(looksOf([BEFORE], { preferred: 'llama.cpp' }).kind).toBe('window');
  });

  test('of something else are none', () => {
    expect(looksOf(['process_cpu_seconds_total 12\n']).kind).toBe('none');
    expect(looksOf(['']).kind).toBe('none');
    expect(looksOf([]).kind).toBe('none');
  });

  test('may have another name in front', () => {
    const kserve = [BEFORE, AFTER].map((text) => text.replaceAll('vllm:', 'kserve_vllm:'));
    expect(observed(looksOf(kserve))).toBe(observed(looksOf([BEFORE, AFTER])));
  });

  test('leave out the time around a restart, and say so', () => {
    const names = ['vllm-0.6.before', 'vllm-0.6.after', 'vllm-restarted.after', 'vllm-0.6.after'];
    const looks = looksOf(names.map(dumpText));
    expect(looks).toMatchObject({ window: { hasRestarted: true, seconds: 200 } });
    expect(observed(looks)).toMatch(/# A server restarted[^]*rate: 4.4\/s[^]*requests: 880\n/);
    expect(observed(looksOf(names.slice(1, 3).map(dumpText)))).toBe('restarted');
  });

  test('of several servers in turn are not taken for one', () => {
    const names = ['vllm-0.6.after', 'vllm-0.6.before', 'vllm-0.6.after', 'vllm-0.6.before'];
    expect(looksOf(names.map(dumpText)).kind).toBe('in-turn');
  });

  test('without a change tell that nothing was answered', () => {
    expect(observed(looksOf([AFTER, AFTER]))).toBe('idle');
    expect(observed(looksOf([AFTER, AFTER], {}, 0))).toBe('idle');
  });

  test('without a latency tell what else they have', () => {
    const texts = [BEFORE, AFTER].map((text) => without(text, /e2e_request_latency/));
    const yaml = observed(looksOf(texts));
    expect(yaml).not.toMatch(/^ +(latency|p95):/m);
    expect(yaml).toMatch(
      /# Latency is missing: the server has no vllm:e2e_request_latency_seconds/,
    );
    expect(yaml).toMatch(/ttft: [^]*requests: 900/);
  });

  test('without any time tell nothing', () => {
    const texts = [BEFORE, AFTER].map((text) => without(text, /_seconds_(bucket|sum|count)/));
    expect(observed(looksOf(texts))).toBe('no-times');
  });

  test('of llama.cpp count no requests', () => {
    const looks = looksOf(['llamacpp.before', 'llamacpp.after'].map(dumpText));
    expect(observed(looks)).toBe('uncounted');
    // 96 answers of 100 tokens; slots were busy for 634.2 s, and one request waited all the time
    expect(observed(looks, { outputTokens: 100 })).toMatch(
      /rate: 0.32\/s[^]*latency: 9.73\d*s[^]*tpot: 40.58ms[^]*promptTokens: 365[^]*requests: 96/,
    );
  });

  test('that are not numbers count for nothing', () => {
    const broken = AFTER.replace(/(num_requests_running\{[^}]*\}) .*/g, '$1 NaN').replace(
      /(prefix_cache_hits_total\{[^}]*\}) .*/g,
      '$1 +Inf',
    );
    expect(observed(looksOf([BEFORE, broken]))).not.toMatch(/NaN|Infinity|cachedTokens/);
  });
});

describe('a percentile', () => {
  const histogram = (counts: readonly number[]): string =>
    [
      'vllm:request_success_total 1000',
      'vllm:e2e_request_latency_seconds_sum 3000',
      'vllm:e2e_request_latency_seconds_count 1000',
      ...['0.5', '1', '1.2', '10', '+Inf'].map(
        (le, at) => `vllm:e2e_request_latency_seconds_bucket{le="${le}"} ${counts[at]}`,
      ),
    ].join('\n');

  test('in the last bucket is not written', () => {
    const yaml = observed(looksOf([histogram([0, 0, 0, 0, 1000])]));
    expect(yaml).not.toMatch(/p50:/);
    expect(yaml).toMatch(/# P50 latency is left out: it is above 10 s, the server’s last bucket/);
  });

  test('in a bucket that is too wide is not written', () => {
    const yaml = observed(looksOf([histogram([0, 0, 0, 1000, 1000])]));
    expect(yaml).not.toMatch(/p50:/);
    expect(yaml).toMatch(/# P50 latency is left out: its bucket is too wide, from 1.2 s to 10 s/);
    expect(observed(looksOf([histogram([1000, 1000, 1000, 1000, 1000])]))).toMatch(
      /# P50 latency is left out: its bucket is too wide, from 0 s to 500 ms/,
    );
  });

  test('is about in a wide bucket, and as it is in a narrow one', () => {
    const yaml = observed(looksOf([histogram([0, 600, 1000, 1000, 1000])]));
    expect(yaml).toMatch(/p50: ~916.67ms\n +p90: 1.15s/);
  });

  test('needs requests beyond it', () => {
    const few = histogram([0, 0, 10, 10, 10]).replaceAll('1000', '10');
    expect(observed(looksOf([few]))).not.toMatch(/p9/);
  });
});
