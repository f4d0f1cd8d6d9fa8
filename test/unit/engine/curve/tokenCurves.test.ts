import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessEngine } from '../../../../src/engine/assess/assess';
import { rangeAt } from '../../../../src/engine/curve/curveRange';
import type { EngineAssessment } from '../../../../src/engine/curve/engineAssessment';
import { predictLatency } from '../../../../src/engine/curve/predict';
import { engineAt } from '../../../../src/engine/curve/tokenCurves';
import { recommend } from '../../../../src/engine/recommend/recommend';
import type { Engine, Objective, Observation, Workload } from '../../../../src/engine/plan/plan';
import { atMost } from '../../../../src/engine/util/rounding';
import {
  assessOne,
  assessPlan,
  closed,
  engine,
  observe,
  open,
  reading,
  target,
  tokens,
} from '../../../support/plans';
import { anyServer, hardwareOf, observationsOf, ON_L4 } from '../../../support/tokenServers';

function at(
  observations: readonly Observation[],
  [prompt, output]: readonly [number, number],
  given: Partial<Engine> = {},
): EngineAssessment {
  const workload = { ...closed(100), ...tokens(prompt, output) };
  return engineAt(assessEngine(engine(observations, given)), workload);
}

function read({ curve }: EngineAssessment, load: number) {
  return predictLatency(curve, load)?.latency;
}

describe('at the lengths that were observed', () => {
  test('the observations decide', () => {
    fc.assert(
      fc.property(anyServer, (server) => {
        const { promptTokens, outputTokens } = server;
        const observations = observationsOf(server);
        const modelled = at(observations, [promptTokens, outputTokens], hardwareOf(server));
        for (const { parallel, latencySeconds } of observations) {
          const figure = read(modelled, parallel?.value ?? 0);
          expect(figure?.value).toBe(latencySeconds?.value);
          expect(figure?.provenance).toMatchObject({ known: 'measured', reach: 'direct' });
        }
      }),
    );
  });

  test('times at slightly other lengths are rescaled', () => {
    const figure = read(at([observe(8, 9, tokens(1000, 200))], [1000, 210]), 8);
    expect(figure?.value).toBeGreaterThan(9);
    expect(figure?.value).toBeLessThan(9 * 1.06);
    expect(figure?.derivation).toMatchObject({ formula: 'latency.rescaled' });
  });

  test('a load beyond is extrapolated', () => {
    const modelled = at(
      [observe(1, 7, tokens(1000, 200)), observe(8, 9, tokens(1000, 200))],
      [1000, 200],
    );
    expect(read(modelled, 16)?.provenance.reach).toBe('extrapolated');
    expect(read(modelled, 4)?.provenance.reach).toBe('interpolated');
  });
});

describe('below the lightest measurement', () => {
  const judged = (limitSeconds: number, source: 'measured' | 'reported' = 'measured') =>
    assessOne(
      {
        engine: engine([observe(8, 9, { ...tokens(1000, 200), source })]),
        workload: { ...closed(40), ...tokens(1000, 200) },
        targets: [target(limitSeconds)],
      },
      { parallel: 16, nodes: 10 },
    ).verdicts[0]?.objectives[0];

  test('a pass is shown where that measurement keeps to the limit', () => {
    expect(judged(10)).toMatchObject({ outcome: 'meets', verified: true, reasons: [] });
    expect(judged(10)?.figure?.value).toBeLessThan(9);
  });

  test('is none where the band has the limit in it, or nobody measured', () => {
    expect(judged(8.5)).toMatchObject({ outcome: 'unknown', verified: false });
    expect(judged(10, 'reported')).toMatchObject({ outcome: 'meets', verified: false });
  });
});

describe('the engine is as observed', () => {
  const observations = [observe(1, 7, tokens(1000, 200)), observe(8, 9, tokens(1000, 200))];

  test('where the workload names no lengths', () => {
    const assessed = assessEngine(engine(observations, ON_L4));
    expect(engineAt(assessed, closed(100))).toBe(assessed);
    expect(engineAt(engineAt(assessed, { ...closed(9), ...tokens(9, 9) }), closed(9))).toBe(
      assessed,
    );
  });

  test('where no observation names them', () => {
    const assessed = assessEngine(engine([observe(1, 7), observe(8, 9)], ON_L4));
    expect(engineAt(assessed, { ...closed(100), ...tokens(1000, 200) })).toBe(assessed);
  });

  test('where a bound gives no time to scale', () => {
    const bound = observe(8, 9, { ...tokens(1000, 200), latencySeconds: reading(9, '<') });
    const assessed = assessEngine(engine([bound], ON_L4));
    expect(engineAt(assessed, { ...closed(100), ...tokens(1000, 800) })).toBe(assessed);
  });

  test('and is modelled once for the same lengths', () => {
    const assessed = assessEngine(engine(observations, ON_L4));
    const workload = { ...closed(100), ...tokens(500, 50) };
    expect(engineAt(assessed, workload)).toBe(
      engineAt(assessed, { ...workload, ...open(3), ...tokens(500, 50) }),
    );
  });
});

describe('at other lengths', () => {
  test('figures are scaled, and no observation is a point', () => {
    const modelled = at([observe(8, 9, tokens(1000, 200))], [1000, 800]);
    expect(modelled.curve.points).toEqual([]);
    expect(read(modelled, 8)?.provenance).toMatchObject({ known: 'measured', reach: 'scaled' });
  });

  test('twice the answer takes longer', () => {
    fc.assert(
      fc.property(anyServer, fc.integer({ min: 1, max: 100 }), (server, load) => {
        const { promptTokens, outputTokens } = server;
        const observations = observationsOf(server);
        const seconds = (prompt: number, output: number) =>
          read(at(observations, [prompt, output], hardwareOf(server)), load)?.value ?? Number.NaN;
        const asked = seconds(promptTokens, outputTokens);
        expect(seconds(promptTokens, 2 * outputTokens)).toBeGreaterThan(asked);
      }),
    );
  });

  test('neither latency nor throughput falls as load grows, nor an end of the band', () => {
    const anyLoads = fc.array(fc.double({ min: 1, max: 200, noNaN: true }), {
      minLength: 2,
      maxLength: 20,
    });
    const anyFactor = fc.constantFrom(0.2, 0.5, 1, 2, 5);
    fc.assert(
      fc.property(anyServer, anyLoads, anyFactor, anyFactor, (server, loads, longer, more) => {
        const lengths = [server.promptTokens * longer, server.outputTokens * more] as const;
        const { curve } = at(observationsOf(server), lengths, hardwareOf(server));
        let [seconds, throughput, low, high] = [0, 0, 0, 0];
        for (const load of loads.sort((a, b) => a - b)) {
          const value = predictLatency(curve, load)?.latency.value ?? Number.NaN;
          const range = rangeAt(curve, load, value, true) ?? { low: 1, high: 1 };
          expect(atMost(seconds, value)).toBe(true);
          expect(atMost(throughput, load / value)).toBe(true);
          expect(atMost(low, range.low * value)).toBe(true);
          expect(atMost(high, range.high * value)).toBe(true);
          [seconds, throughput] = [value, load / value];
          [low, high] = [range.low * value, range.high * value];
        }
      }),
    );
  });
});

describe('times of tokens', () => {
  const anyLoad = fc.constantFrom<Workload>(closed(40), open(0.5));
  const anyKind = fc.constantFrom('ttft', 'tpot');

  test('are known at other lengths too, of users and of arrivals', () => {
    fc.assert(
      fc.property(anyServer, anyLoad, anyKind, (server, load, kind) => {
        const lengths = tokens(2 * server.promptTokens, 2 * server.outputTokens);
        const path = '/targets/t/time';
        const objective = { kind, limitSeconds: 1, strict: false, path } as Objective;
        const { verdicts } = assessOne(
          {
            engine: engine(observationsOf(server), hardwareOf(server)),
            workload: { ...load, ...lengths },
            targets: [{ name: 't', path: '/targets/t', objectives: [objective] }],
          },
          { parallel: 64, nodes: 100 },
        );
        const verdict = verdicts[0]?.objectives[0];
        if (verdict?.reasons.includes('overloaded')) return;
        expect(verdict?.figure?.value).toBeGreaterThan(0);
        expect(verdict?.verified).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test('per token are no longer for longer answers than each token of them takes', () => {
    const observations = [1, 8].map((load) =>
      observe(load, 0.2 + 199 * 0.02, { ...tokens(1000, 200), ttftSeconds: reading(0.2) }),
    );
    const objective = { kind: 'tpot', limitSeconds: 0.06, strict: false, path: '/o' } as const;
    const { verdicts } = assessOne(
      {
        engine: engine(observations, ON_L4),
        workload: { ...open(0.5), ...tokens(1000, 800) },
        targets: [{ name: 't', path: '/targets/t', objectives: [objective] }],
      },
      { parallel: 8, nodes: 10 },
    );
    // 20 ms were measured; all 800 tokens shared by 200 would be 80 ms
    expect(verdicts[0]?.objectives[0]?.figure?.value).toBeLessThan(0.03);
  });
});

describe('a plan without observations', () => {
  const asked = { ...closed(200, 10), ...tokens(1000, 200) };
  const sketch = { engine: engine([], ON_L4), workload: asked, targets: [target(60)] };

  test('is sized by GPU, model and lengths, which verifies nothing', () => {
    const assessed = assessOne(sketch, { parallel: 32 });
    expect(assessed.nodes?.value).toBeGreaterThan(0);
    expect(assessed.latency?.provenance).toMatchObject({ known: 'estimate', reach: 'hardware' });
    const [verdict] = assessed.verdicts;
    expect(verdict).toMatchObject({ outcome: 'meets', verified: false });
    expect(verdict?.objectives[0]?.reasons).toContain('hardware-alone');
  });

  test('misses a limit that nothing verifies either', () => {
    const assessed = assessOne({ ...sketch, targets: [target(0.5)] }, { parallel: 32 });
    expect(assessed.verdicts[0]).toMatchObject({ outcome: 'misses', verified: false });
  });

  test('has an option for its target', () => {
    const [answer] = recommend(assessPlan({ ...sketch, scenarios: [{ parallel: 32 }] }));
    expect(answer?.overall).toMatchObject({
      kind: 'option',
      option: { verdict: { verified: false } },
    });
  });

  test('is not sized without lengths', () => {
    const assessed = assessOne({ ...sketch, workload: closed(200, 10) }, { parallel: 32 });
    expect(assessed.notSized).toBe('no-latency');
  });
});

test('longer prompts and longer answers are never faster', () => {
  const anyPair = fc.record({
    server: anyServer,
    load: fc.constantFrom(1, 4, 16, 64),
    prompt: fc.double({ min: 0.2, max: 5, noNaN: true }),
    output: fc.double({ min: 0.2, max: 5, noNaN: true }),
    longer: fc.double({ min: 1, max: 3, noNaN: true }),
    isPrompt: fc.boolean(),
  });
  fc.assert(
    fc.property(anyPair, ({ server, load, prompt, output, longer, isPrompt }) => {
      const { promptTokens, outputTokens } = server;
      const lengths = (more: number): readonly [number, number] => [
        promptTokens * prompt * (isPrompt ? more : 1),
        Math.ceil(outputTokens * output * (isPrompt ? 1 : more)),
      ];
      const secondsAt = (more: number): number | undefined =>
        read(at(observationsOf(server), lengths(more), hardwareOf(server)), load)?.value;
      const [shorter, greater] = [secondsAt(1), secondsAt(longer)];
      // where prompts take no time, the errors at nearby observations count for more
      const least = isPrompt ? 0.97 : 0.999;
      expect(greater).toBeGreaterThanOrEqual((shorter ?? 0) * least);
    }),
    { numRuns: 200 },
  );
});
