import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessEngine } from '../../../../src/engine/assess/assess';
import { predictLatency } from '../../../../src/engine/curve/predict';
import { engineAt } from '../../../../src/engine/curve/tokenCurves';
import type { Objective, Target, Workload } from '../../../../src/engine/plan/plan';
import { assessOne, closed, engine, open, stated, tokens } from '../../../support/plans';
import { anyServer, hardwareOf, observationsOf } from '../../../support/tokenServers';

const anyQuestion = fc.record({
  server: anyServer,
  longer: fc.constantFrom(0.3, 1, 1.05, 3),
  more: fc.constantFrom(0.3, 1, 1.05, 3),
  kind: fc.constantFrom('latency', 'p50', 'p95', 'ttft', 'tpot'),
  /** Of what a request alone takes. */
  limit: fc.double({ min: 0.8, max: 8, noNaN: true }),
  prefill: fc.constantFrom('first', 'chunked', undefined),
  parallel: fc.constantFrom(1, 4, 16, 64),
  nodes: fc.integer({ min: 1, max: 30 }),
  added: fc.integer({ min: 1, max: 30 }),
  users: fc.integer({ min: 1, max: 300 }),
  thinkTime: fc.constantFrom(0, 3, 20),
  /** Arrivals as a share of what the servers can answer; undefined for users. */
  busy: fc.option(fc.double({ min: 0.05, max: 0.8, noNaN: true }), { nil: undefined }),
});

type Question = typeof anyQuestion extends fc.Arbitrary<infer T> ? T : never;

/** Verdict and figures of the question with so many nodes. */
function judge(asked: Question, count: number) {
  const { server, longer, more, kind, limit, parallel, nodes } = asked;
  const spec = engine(observationsOf(server), {
    ...hardwareOf(server),
    ...(asked.prefill && { prefill: stated(asked.prefill) }),
  });
  const lengths = tokens(server.promptTokens * longer, Math.ceil(server.outputTokens * more));
  const thinking = closed(asked.users, asked.thinkTime);
  const { curve } = engineAt(assessEngine(spec), { ...thinking, ...lengths });
  const full = predictLatency(curve, parallel)?.latency.value ?? Number.NaN;
  const load = asked.busy === undefined ? thinking : open((asked.busy * nodes * parallel) / full);
  const workload: Workload = { ...load, ...lengths };
  const alone = { ttft: 0.1, tpot: 0.02 }[kind as string] ?? 3;
  const path = `/targets/t/${kind}`;
  const objective = { kind, limitSeconds: alone * limit, strict: false, path } as Objective;
  const goal: Target = { name: 't', path: '/targets/t', objectives: [objective] };
  const sketch = { engine: spec, workload, targets: [goal] };
  const { verdicts, latency } = assessOne(sketch, { parallel, nodes: count });
  const verdict = verdicts[0]?.objectives[0];
  return { outcome: verdict?.outcome, figure: verdict?.figure, latency };
}

function expectNoHarmOfMoreNodes(asked: Question): void {
  const [fewer, greater] = [judge(asked, asked.nodes), judge(asked, asked.nodes + asked.added)];
  if (fewer.outcome === 'meets') expect(greater.outcome).toBe('meets');
  if (greater.outcome === 'misses') expect(fewer.outcome).toBe('misses');
  for (const key of ['figure', 'latency'] as const) {
    const [before, after] = [fewer[key], greater[key]];
    if (before?.bound !== 'exact' || after?.bound !== 'exact') continue;
    // as exact as percentiles of the queueing model are
    expect(after.value).toBeLessThanOrEqual(before.value * 1.001);
  }
}

test('more nodes take away no pass and raise no figure', () => {
  fc.assert(fc.property(anyQuestion, expectNoHarmOfMoreNodes), { numRuns: 100 });
});

test('nor does a limit below the hardware floor that the band reaches with fewer nodes only', () => {
  expectNoHarmOfMoreNodes({
    server: {
      step: 0.002,
      token: 0.00001,
      prompt: 0.000005,
      loads: [15],
      promptTokens: 2150,
      outputTokens: 20,
      isKnown: true,
      isSplit: false,
    },
    longer: 0.3,
    more: 0.3,
    kind: 'ttft',
    prefill: undefined,
    limit: 0.8,
    parallel: 64,
    nodes: 1,
    added: 1,
    users: 1,
    thinkTime: 0,
    busy: 0.10400062504644107,
  });
});

test('nor do first tokens that come earlier in answers that take as long', () => {
  expectNoHarmOfMoreNodes({
    server: {
      step: 0.00276090599217289,
      token: 0.00009471516282365078,
      prompt: 0.000007217298565679492,
      loads: [6, 63, 20, 12, 5],
      promptTokens: 3829,
      outputTokens: 23,
      isKnown: true,
      isSplit: true,
    },
    longer: 1,
    more: 0.3,
    kind: 'tpot',
    prefill: 'first',
    limit: 8,
    parallel: 4,
    nodes: 1,
    added: 26,
    users: 3,
    thinkTime: 0,
    busy: 0.14708768959741841,
  });
});

test('nor do first tokens where the latency is level over the load', () => {
  expectNoHarmOfMoreNodes({
    server: {
      step: 0.002,
      token: 0.00001,
      prompt: 0.000005,
      loads: [2],
      promptTokens: 50,
      outputTokens: 157,
      isKnown: false,
      isSplit: true,
    },
    longer: 0.3,
    more: 0.3,
    kind: 'ttft',
    prefill: 'first',
    limit: 0.8,
    parallel: 64,
    nodes: 6,
    added: 2,
    users: 1,
    thinkTime: 0,
    busy: 0.059,
  });
});
