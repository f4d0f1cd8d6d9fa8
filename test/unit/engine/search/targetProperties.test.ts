import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ROUTINGS,
  type Objective,
  type Target,
  type Workload,
} from '../../../../src/engine/plan/plan';
import { assessOne, closed, engine, observe, open, reading, stated } from '../../../support/plans';

/** What is asked of a service whose answers take 1 s alone, and a first token a tenth of that. */
const anyQuestion = fc.record({
  slope: fc.double({ min: 0, max: 0.5, noNaN: true }),
  routing: fc.constantFrom(...ROUTINGS),
  maxQueue: fc.option(fc.integer({ min: 4, max: 20 }), { nil: undefined }),
  parallel: fc.constantFrom('auto' as const, 1, 3, 8),
  serviceCv: fc.constantFrom(0, 0.5, 1),
  kind: fc.constantFrom('latency', 'p50', 'p95', 'p99', 'ttft'),
  /** Of what the objective takes of a request alone. */
  limit: fc.double({ min: 1.05, max: 6, noNaN: true }),
  workload: fc.oneof(
    fc.record({
      users: fc.integer({ min: 1, max: 200 }),
      thinkTime: fc.double({ min: 0.1, max: 20, noNaN: true }),
    }),
    fc.record({ rate: fc.double({ min: 0.1, max: 40, noNaN: true }) }),
  ),
});

type Question = typeof anyQuestion extends fc.Arbitrary<infer T> ? T : never;

function workloadOf({ workload, serviceCv }: Question, times: number): Workload {
  const asked =
    'rate' in workload
      ? open(workload.rate * times)
      : closed(Math.ceil(workload.users * times), workload.thinkTime);
  return { ...asked, serviceCv: stated(serviceCv) };
}

interface Answer {
  readonly nodes: number;
  readonly meets: boolean;
}

/** Sized for an objective that may be so much looser, under so many times the load. */
function answerTo(question: Question, { looser = 1, load = 1 }): Answer {
  const { slope, routing, maxQueue, parallel, kind, limit } = question;
  const alone = kind === 'ttft' ? 0.1 : 1;
  const curve = [1, 3, 8].map((at) => {
    const seconds = 1 + slope * (at - 1);
    return observe(at, seconds, { ttftSeconds: reading(seconds / 10) });
  });
  const path = `/targets/t/${kind}`;
  const limitSeconds = alone * limit * looser;
  const objective = { kind, limitSeconds, strict: false, path } as Objective;
  const target: Target = { name: 't', path: '/targets/t', objectives: [objective] };
  const { nodes, verdicts } = assessOne(
    {
      engine: engine(curve, { maxQueue: maxQueue === undefined ? undefined : stated(maxQueue) }),
      workload: workloadOf(question, load),
      policy: { routing: stated(routing) },
      targets: [target],
    },
    { parallel, sizeFor: 'target' },
  );
  return { nodes: nodes?.value ?? Number.NaN, meets: verdicts[0]?.outcome === 'meets' };
}

describe('sized for means, percentiles and first tokens, of users and of arrivals', () => {
  test('more users, or arrivals, never take fewer nodes', () => {
    fc.assert(
      fc.property(anyQuestion, fc.double({ min: 1, max: 2, noNaN: true }), (question, load) => {
        const [fewer, more] = [answerTo(question, {}), answerTo(question, { load })];
        // without an answer there is no number of nodes to compare
        if (!fewer.meets || !more.meets) return;
        expect(more.nodes).toBeGreaterThanOrEqual(fewer.nodes);
      }),
      { numRuns: 200 },
    );
  });

  test('a looser target never costs more', () => {
    fc.assert(
      fc.property(anyQuestion, fc.double({ min: 1, max: 3, noNaN: true }), (question, looser) => {
        const [tight, loose] = [answerTo(question, {}), answerTo(question, { looser })];
        if (!tight.meets) return;
        expect(loose.meets).toBe(true);
        expect(loose.nodes).toBeLessThanOrEqual(tight.nodes);
      }),
      { numRuns: 200 },
    );
  });

  // few wait there, so that a long wait of theirs would raise the percentile as nodes are added
  test('nor where requests in turn hardly ever wait', () => {
    const question: Question = {
      slope: 0,
      routing: 'round-robin',
      maxQueue: undefined,
      parallel: 1,
      serviceCv: 0,
      kind: 'p99',
      limit: 1.745904773126677,
      workload: { rate: 2.249387337965243 },
    };
    const [fewer, more] = [
      answerTo(question, {}),
      answerTo(question, { load: 1.4958133514261676 }),
    ];
    expect(more.nodes).toBeGreaterThanOrEqual(fewer.nodes);
  });
});
