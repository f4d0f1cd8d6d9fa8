/** Rates of tokens in the place of rates of requests. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeFinding } from '../../../src/messages/findings';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { readPlan } from '../../../src/plan/readPlan';
import { readTokenRate } from '../../../src/plan/quantities/tokenRate';
import { around } from '../../support/markedPlan';

describe('a rate of tokens', () => {
  test.each([
    ['74.1 tokens/s', 74.1],
    ['68 tok/s', 68],
    ['68 t/s', 68],
    ['68 tps', 68],
    ['1.2k tokens per second', 1200],
    ['3000 output tokens/min', 50],
    ['~155.8 toks/sec', 155.8],
  ])('%s', (text, perSecond) => {
    expect(readTokenRate(text)?.perSecond).toBeCloseTo(perSecond, 9);
  });

  test.each([
    '18/s',
    '18 rps',
    '5 Gbps',
    '68 T/s',
    'tokens/s',
    '-5 tok/s',
    '3 tons/s',
    '68 tokens',
  ])('%s is none', (text) => {
    expect(readTokenRate(text)).toBeUndefined();
  });
});

interface Told {
  readonly requests: string | undefined;
  readonly tpot: string | undefined;
}

const observed = (text: string): string => around({ observation: `{ source: reported, ${text} }` });

describe('in an observation', () => {
  test.each([
    ['users: 8, throughput: 74.1 tokens/s, outputTokens: 61', '1.21/s', undefined],
    ['users: 1, throughput: 68 tok/s, outputTokens: 61', '1.11/s', '14.7ms'],
    ['parallel: 1, throughput: 68 tok/s', undefined, '14.7ms'],
    ['users: 1, throughput: 68 tok/s, tpot: 15ms, outputTokens: 61', '1.11/s', undefined],
    ['users: 1, throughput: ">68 tok/s", outputTokens: 61', '>1.11/s', undefined],
    ['users: 8, latency: 5s, rate: 74.1 tokens/s, outputTokens: 61', '1.21/s', undefined],
    ['users: 8, throughput: 74.1 tokens/s', undefined, undefined],
    ['users: 1, evalRate: 68.4 tokens/s, outputTokens: 61', '1.12/s', '14.6ms'],
  ])('%s', (text, requests, tpot) => {
    const { problems } = readPlan(observed(text));
    const told: Told = { requests, tpot };
    expect(problems.map(({ code, args }) => ({ code, ...args }))).toEqual([
      expect.objectContaining({ code: 'plan.token-rate', ...told }),
    ]);
  });

  test('is mended to the rate of requests, or to the time per token', () => {
    const text = observed('users: 1, throughput: 68.4 tok/s, outputTokens: 61');
    const [problem] = readPlan(text).problems;
    const mended = (problem?.fixes ?? []).map(([edit]) =>
      edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text,
    );
    expect(mended).toEqual([
      observed('users: 1, throughput: 1.12/s, outputTokens: 61'),
      observed('users: 1, tpot: 14.6ms, outputTokens: 61'),
    ]);
    for (const each of mended) expect(readPlan(each).problems).toEqual([]);
  });

  test('takes the length of the workload’s answers, if it states none', () => {
    const text = around({
      workload: '{ users: 9, outputTokens: { p50: 40, cv: 0.5 } }',
      observation: '{ source: reported, users: 8, throughput: 100 tok/s }',
    });
    // a mean of 40 x sqrt(1.25)
    expect(readPlan(text).problems).toMatchObject([{ args: { requests: '2.24/s' } }]);
  });
});

test('in a workload it is the rate of requests too', () => {
  const workload = '{ rate: 5000 tokens/s, outputTokens: 200 }';
  expect(readPlan(around({ workload })).problems).toMatchObject([
    { code: 'plan.token-rate', args: { key: 'rate', requests: '25/s' } },
  ]);
  const text = around({
    workload: '{ users: 9, outputTokens: 200 }',
    scenario: '{ engine: e, parallel: 8, workload: { rate: 600 tok/s } }',
  });
  expect(readPlan(text).problems).toMatchObject([{ args: { requests: '3/s' } }]);
});

test('no table of token rates is told to write tokens as requests', () => {
  const text = readFileSync('test/plans/token-rates.capacity.yaml', 'utf8');
  const said = analyzePlan(text).findings.filter(({ code }) => code === 'plan.token-rate');
  expect(said.map(describeFinding)).toEqual([
    '`68.4 tok/s` counts tokens, but `throughput` counts requests. With 61 tokens an answer, write `throughput: 1.12/s`. For the time per token of one stream, write `tpot: 14.6ms`.',
    '`74.1 tokens/s` counts tokens, but `throughput` counts requests. With 61 tokens an answer, write `throughput: 1.21/s`.',
    '`evalRate: 68.4 tokens/s` counts tokens, but `throughput` counts requests. With 61 tokens an answer, write `throughput: 1.12/s`. For the time per token of one stream, write `tpot: 14.6ms`.',
  ]);
  expect(
    said.flatMap((finding) => describeFinding(finding).match(/write `(68|74)[^`]*`/g)),
  ).toEqual([null, null, null]);
});
