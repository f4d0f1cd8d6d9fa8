import { describe, expect, test } from 'vitest';
import { askPlan } from '../../../accuracy/arrivals/askPlan';
import { readOpenLoop } from '../../../accuracy/arrivals/openLoop';
import { planText } from '../../../accuracy/arrivals/planText';
import { readSimulated } from '../../../accuracy/arrivals/simulated';
import { summarizeArrivals } from '../../../accuracy/arrivals/summarize';

const OPEN = {
  workload: 'open loop',
  title: 'uniform prompts of 400 to 7600 tokens, answers of 50 to 950',
  series: [
    {
      series: 's',
      slots: 64,
      closed: [
        {
          users: 1,
          latency: 10,
          ttft: 0.5,
          tokensPerSecond: 50,
          note: '4096 in, scaled to 500 out',
        },
        { users: 10, ttft: 3 },
        { users: 16, latency: 20, ttft: 4 },
      ],
      stages: [
        { requestedRate: 0.1, throughput: 0.099, latencyMean: 10, ttftMean: 1, burstiness: 0.5 },
        { requestedRate: 2, throughput: 1, latencyMean: 90 },
      ].map((stage) => ({ ...stage, promptTokens: 4000, outputTokens: 500 })),
    },
    { series: 'nothing closed', stages: [{ requestedRate: 1, latencyMean: 3 }] },
  ],
};

const SIM = { prompt: 512, out: 200, ocv: 1, pcv: 0.8, maxseq: 8, sched: 'prio', kv: 65536 };
const FIGURES = { mean: 5, ttft: 0.3, tpot: 0.02, throughput: 0.2, n: 1200 };
const TRUTH = { ...FIGURES, p50: 4, p95: 12, p99: 20 };
const JOB = { e: 'a', w: 'chat', f: 0.3, m: 2, routing: 'random', truth: TRUTH };
const SIMULATED = {
  bench: [{ e: 'a', w: 'chat', points: [[1, FIGURES]] }],
  jobs: [
    { ...JOB, fam: 'mixed', sim: SIM, wl: 'rate: 0.1/s, serviceCv: 1' },
    { ...JOB, fam: 'mixed, cv unset', same: 'mixed', wl: 'rate: 0.1/s' },
  ],
};

describe('series of an open loop', () => {
  const { cases, stages } = readOpenLoop(OPEN);

  test('only stages that the server kept up with are asked, by the closed points with a latency', () => {
    expect(stages).toBe(3);
    expect(cases.map(({ load, observed }) => [load, observed.map(({ users }) => users)])).toEqual([
      ['rate: 0.099/s', [1, 16]],
    ]);
  });

  test('lengths and their variability are those that the text states', () => {
    const [only] = cases;
    expect(only?.lengths.outputCv).toBeCloseTo(0.5196, 3);
    expect(only?.observed[0]).toMatchObject({ promptTokens: 4096, outputTokens: 500, tpot: 0.02 });
    expect(only?.observed[1]).toMatchObject({ promptTokens: 4000, outputTokens: 500 });
  });

  test('a time that nobody measured is not scored', () => {
    const metrics = cases.flatMap(askPlan).map(({ metric }) => metric);
    expect(metrics).toEqual(['mean', 'ttft']);
  });
});

describe('simulated jobs', () => {
  const [stated, unset] = readSimulated(SIMULATED);

  test('what a plan leaves out is not in its text', () => {
    expect(stated && planText(stated)).toMatch(/(?:serviceCv|cv): 1\b/);
    expect(unset && planText(unset)).not.toMatch(/serviceCv|cv:/);
  });

  test('the other parameters are those of the job that it is like', () => {
    expect(unset).toMatchObject({ parallel: 8, nodes: 2, routing: 'random', prefill: 'first' });
  });
});

test('a wrong verdict is a pass below the truth or a miss above it', () => {
  const [question] = readSimulated(SIMULATED);
  if (!question) throw new RangeError('the file has a job');
  const meets = { outcome: 'meets', verified: true } as const;
  const misses = { outcome: 'misses', verified: false } as const;
  const answer = { question, metric: 'mean', truth: 10 } as const;
  const answers = [
    { ...answer, predicted: 7, verdicts: { missed: meets, met: meets } },
    { ...answer, predicted: 13, verdicts: { missed: misses, met: misses } },
    { ...answer, predicted: undefined, verdicts: { missed: misses, met: meets } },
  ];
  expect(summarizeArrivals(answers)).toEqual([
    {
      metric: 'mean',
      bias: expect.closeTo(0) as number,
      median: expect.closeTo(0.3) as number,
      n: 2,
      decided: expect.closeTo(4 / 6) as number,
      falsePasses: 1,
      falseMisses: 1,
      verifiedWrong: 1,
    },
  ]);
});
