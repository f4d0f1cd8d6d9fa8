/** A wide band does not buy a fleet that is many times the one by the figures. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../../src/engine/assess/assess';
import { wouldTakeFewerNodes } from '../../../../src/engine/assess/assessScenario';
import { assessAt, loadToday } from '../../../../src/engine/assess/scaledWorkload';
import { recommend } from '../../../../src/engine/recommend/recommend';
import { readPlan } from '../../../../src/plan/readPlan';

/** An engine that is scaled from another GPU, with a band of a tenth to either side, and a limit on its latency. */
const plan = (limitSeconds: number, scenario = 'parallel: 256') => `version: 1
workload: { rate: 200/s, promptTokens: 1000, outputTokens: 200 }
targets:
  chat: { latency: <${limitSeconds}s }
nodes:
  h100: { gpu: H100, price: 3 USD/h }
  l40s: { gpu: L40S, price: 1 USD/h }
engines:
  big:
    type: vllm
    node: h100
    model: llama-3.1-8b
    quantization: fp16
    observations:
      - { source: measured, parallel: 256, users: 1, latency: 1.66s, promptTokens: 1000, outputTokens: 200 }
      - { source: measured, parallel: 256, users: 64, latency: 5.0s, promptTokens: 1000, outputTokens: 200 }
  small: { type: vllm, node: l40s, model: llama-3.1-8b, quantization: fp16, like: big }
scenarios:
  L: { engine: small, ${scenario}, sizeFor: target }
`;

function sizedBy(limitSeconds: number, scenario?: string) {
  const { plan: read, problems } = readPlan(plan(limitSeconds, scenario));
  expect(problems).toEqual([]);
  const assessment = assess(read);
  const [sized] = assessment.scenarios;
  const verdict = sized?.verdicts[0]?.objectives[0];
  return { assessment, nodes: sized?.nodes?.value ?? 0, nodesFigure: sized?.nodes, verdict };
}

describe('nodes that a scenario has, against those that it would be sized to', () => {
  test.each([5.6, 6, 6.5, 7.5, 10, 14, 0.1])('for a latency below %d s', (limit) => {
    const needed = sizedBy(limit).nodes;
    const wouldTakeFewer = (nodes: number): boolean => {
      const scenario = `parallel: 256, nodes: ${nodes}`;
      const [fixed] = sizedBy(limit, scenario).assessment.scenarios;
      return fixed !== undefined && !fixed.notSized && wouldTakeFewerNodes(fixed);
    };
    expect(wouldTakeFewer(needed)).toBe(false);
    expect(wouldTakeFewer(needed + 1)).toBe(true);
    expect(wouldTakeFewer(10 * needed)).toBe(true);
    expect(wouldTakeFewer(Math.max(1, Math.floor(needed / 2)))).toBe(false);
  });
});

describe('nodes at nearly the same load', () => {
  const loads = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 6 });

  test('a search that starts from those of another load finds the same', () => {
    fc.assert(
      fc.property(loads, fc.constantFrom(5.6, 6, 7.5, 14), (rates, limit) => {
        const { assessment } = sizedBy(limit);
        const [today] = assessment.scenarios;
        const { workload } = today?.spec ?? {};
        if (!today || !workload) throw new Error('the plan has a scenario');
        let before = today;
        for (const rate of rates) {
          const asked = { ...loadToday(workload), value: rate };
          const alone = sizedBy(limit, `parallel: 256, workload: { rate: ${rate}/s }`).nodes;
          before = assessAt(assessment.plan, today, workload, asked, undefined, before);
          expect(before.nodes?.value).toBe(alone);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('nodes for a target whose band is wide', () => {
  const limits = [4.8, 5, 5.2, 5.6, 6, 6.5, 7, 7.5, 8, 10, 14];
  const sized = limits.map((limit) => sizedBy(limit));

  test('a limit that the band of an idle server is beyond is undecided, on four times the nodes by the figures', () => {
    const { verdict, nodes, nodesFigure } = sizedBy(4.8);
    expect(verdict?.outcome).toBe('unknown');
    expect(verdict?.reasons[0]).toBe('within-band');
    expect(verdict?.figure?.value).toBeLessThan(4.8);
    expect(nodesFigure?.derivation).toMatchObject({ formula: 'nodes.forBand' });
    expect(nodes).toBeLessThan(3000);
  });

  test('a looser limit never takes more nodes', () => {
    sized.forEach(({ nodes }, i) => {
      expect(nodes).toBeLessThanOrEqual(sized[i - 1]?.nodes ?? Infinity);
    });
  });

  test('whatever is not undecided is met', () => {
    const outcomes = sized.map(({ verdict }) => verdict?.outcome);
    expect(outcomes).toContain('unknown');
    expect(outcomes.at(-1)).toBe('meets');
    expect(outcomes).not.toContain('misses');
  });

  test('the search for `parallel` and the recommendation keep to it', () => {
    const { assessment, nodes } = sizedBy(4.8, 'parallel: auto');
    expect(nodes).toBeLessThan(3000);
    const [recommended] = recommend(assessment);
    const onSmall = recommended?.byEngine.find(({ engine }) => engine.spec.name === 'small');
    const { recommendation } = onSmall ?? {};
    expect(recommendation).toMatchObject({ kind: 'none', because: 'unknown' });
    const nearest = recommendation?.kind === 'none' ? recommendation.nearest : undefined;
    expect(nearest?.nodes.value).toBeLessThan(3000);
  });
});
