import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessEngine } from '../../../../src/engine/assess/assess';
import { predictLatency } from '../../../../src/engine/curve/predict';
import { engineAt } from '../../../../src/engine/curve/tokenCurves';
import type { Objective, Target, Workload } from '../../../../src/engine/plan/plan';
import { recommend } from '../../../../src/engine/recommend/recommend';
import { assessPlan, closed, engine, open, tokens } from '../../../support/plans';
import { anyServer, hardwareOf, observationsOf } from '../../../support/tokenServers';

const anyQuestion = fc.record({
  server: anyServer,
  longer: fc.constantFrom(0.5, 1, 2),
  more: fc.constantFrom(0.5, 1, 2),
  kind: fc.constantFrom('latency', 'p95', 'ttft', 'ttft.p95', 'tpot', 'tpot.p95'),
  /** Of about what a request alone takes. */
  limit: fc.double({ min: 0.8, max: 10, noNaN: true }),
  workload: fc.oneof(
    fc.record({ users: fc.integer({ min: 1, max: 500 }), thinkTime: fc.constantFrom(0, 5) }),
    fc.record({ rate: fc.double({ min: 0.05, max: 20, noNaN: true }) }),
  ),
});

test('a recommendation that is written into the plan meets its target', () => {
  fc.assert(
    fc.property(anyQuestion, ({ server, longer, more, kind, limit, workload }) => {
      const spec = engine(observationsOf(server), hardwareOf(server));
      const asked =
        'rate' in workload ? open(workload.rate) : closed(workload.users, workload.thinkTime);
      const lengths = tokens(server.promptTokens * longer, Math.ceil(server.outputTokens * more));
      const whole: Workload = { ...asked, ...lengths };
      const alone =
        predictLatency(engineAt(assessEngine(spec), whole).curve, 1)?.latency.value ?? 1;
      const share = kind.startsWith('ttft') ? 0.3 : kind.startsWith('tpot') ? 1 / 100 : 1;
      const limitSeconds = alone * limit * share;
      const objective = { kind, limitSeconds, strict: true, path: '/targets/t/o' } as Objective;
      const target: Target = { name: 't', path: '/targets/t', objectives: [objective] };
      const sketch = { engine: spec, workload: whole, targets: [target] };
      const [answer] = recommend(assessPlan({ ...sketch, scenarios: [] }));
      if (answer?.overall.kind !== 'option') return;
      const { parallel, nodes } = answer.overall.option;
      const written = assessPlan({ ...sketch, scenarios: [{ parallel, nodes: nodes.value }] });
      expect(written.scenarios[0]?.verdictOn(target).outcome).toBe('meets');
    }),
    { numRuns: 60 },
  );
});
