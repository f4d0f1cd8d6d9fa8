import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeKnown } from '../../src/messages/provenance';
import { formatFigure } from '../../src/messages/figures';
import { formulaText } from '../../src/messages/formulas';
import { describeOutcome } from '../../src/messages/verdicts';
import { assess } from '../../src/engine/assess/assess';
import { assessScenario } from '../../src/engine/assess/assessScenario';
import { judgeByLoad } from '../../src/engine/explore/byLoad';
import { nextMeasurements } from '../../src/engine/recommend/nextMeasurements';
import { recommend } from '../../src/engine/recommend/recommend';
import { readPlan } from '../../src/plan/readPlan';

const example = new URL('../../examples/ollama-1000-users.capacity.yaml', import.meta.url);
const document = readPlan(readFileSync(example, 'utf8'));
const assessment = assess(document.plan);

function scenario(name: string) {
  const found = assessment.scenarios.find((s) => s.spec.name === name);
  if (!found) throw new Error(`no scenario ${name}`);
  return found;
}

/** `nodes, cost, latency: how it is known; verdict on each target`. */
function summary(name: string): string {
  const { nodes, cost, latency, verdicts } = scenario(name);
  if (!nodes || !cost || !latency) throw new Error(`${name} is not sized`);
  const figures = [nodes, cost.perHour, latency].map(formatFigure).join(', ');
  const judged = verdicts.map((verdict) => `${verdict.target.name}: ${describeOutcome(verdict)}`);
  return `${figures}: ${describeKnown(latency)}; ${judged.join(', ')}`;
}

test('the plan is read without a problem', () => {
  expect(document.problems).toEqual([]);
});

describe('the benchmark', () => {
  const [benchmark] = assessment.engines[0]?.observations ?? [];

  test('80 slots, queue depth 0, 62.5% of the slots busy', () => {
    expect(benchmark?.slots?.value).toBe(80);
    expect(benchmark?.queueDepth?.value).toBe(0);
    expect(benchmark?.utilisation?.value).toBe(0.625);
  });

  test('18.5/s by Little’s law against the 18/s stated: 2.8% apart', () => {
    expect(benchmark?.expectedThroughput && formatFigure(benchmark.expectedThroughput)).toBe(
      '18.5/s',
    );
    expect(benchmark?.throughputGap && formatFigure(benchmark.throughputGap)).toBe('2.8%');
  });

  test('it ran at 5 requests per node, not 8', () => {
    expect(benchmark?.load?.value).toBe(5);
    expect(scenario('B').load?.value).toBe(8);
  });
});

describe('the scenarios', () => {
  test('A', () => {
    expect(summary('A')).toBe(
      '500 nodes, $750/h, 1.17 s: interpolated from estimates and guesses; ' +
        'strict: likely misses, relaxed: meets, unverified',
    );
  });

  test('B', () => {
    expect(summary('B')).toBe(
      '125 nodes, $188/h, 2.7 s: measured, lighter load; strict: misses, relaxed: meets, unverified',
    );
  });

  test('C', () => {
    expect(summary('C')).toBe(
      '250 nodes, $375/h, 1.5 s: guess; strict: likely misses, relaxed: meets, unverified',
    );
  });

  test('V, 25 times cheaper than A', () => {
    expect(summary('V')).toBe(
      '20 nodes, $30/h, below 1 s: reported; strict: meets, unverified, relaxed: meets, unverified',
    );
    const [a, v] = ['A', 'V'].map((name) => scenario(name).cost?.perHour.value ?? Number.NaN);
    expect((a ?? 0) / (v ?? 0)).toBe(25);
  });

  test('each number of nodes shows its formula', () => {
    const formula = (name: string) => {
      const { nodes } = scenario(name);
      return nodes && formulaText(nodes);
    };
    expect(formula('A')).toBe('1,000 users / 2 slots = 500 nodes');
    expect(formula('B')).toBe('1,000 users / 8 slots = 125 nodes');
    expect(formula('C')).toBe('1,000 users / 4 slots = 250 nodes');
    expect(formula('V')).toBe('1,000 users / 50 slots = 20 nodes');
  });
});

describe('were latency to follow the load', () => {
  test('B would be an extrapolation beyond 5: 6.3 s, or 4.0 s without the guess; both miss relaxed', () => {
    const [all, withoutGuess] = judgeByLoad(scenario('B'));
    expect(all?.latency.value).toBeCloseTo(6.3, 9);
    expect(all?.latency.provenance.reach).toBe('extrapolated');
    expect(withoutGuess?.without).toBe('guess');
    expect(withoutGuess?.latency.value).toBeCloseTo(3.975, 9);
    for (const opinion of [all, withoutGuess]) {
      const relaxed = opinion?.verdicts.find(({ target }) => target.name === 'relaxed');
      expect(relaxed?.outcome).toBe('misses');
    }
  });
});

describe('the recommendations', () => {
  const on = (targetName: string, engineName?: string) => {
    const found = recommend(assessment).find(({ target }) => target.name === targetName);
    if (engineName === undefined) return found?.overall;
    return found?.byEngine.find(({ engine }) => engine.spec.name === engineName)?.recommendation;
  };

  test('strict, best on Ollama: none, even parallel 1 gives 1.0 s', () => {
    expect(on('strict', 'ollama')).toMatchObject({
      kind: 'none',
      because: 'misses',
      nearest: { parallel: 1, latency: { value: 1 } },
    });
  });

  test('relaxed, best on Ollama: parallel 8 on 125 nodes, unverified', () => {
    expect(on('relaxed', 'ollama')).toMatchObject({
      kind: 'option',
      option: {
        parallel: 8,
        nodes: { value: 125 },
        cost: { perHour: { value: 187.5 } },
        verdict: { outcome: 'meets', verified: false },
        scenario: { name: 'B' },
      },
    });
  });

  test.each(['strict', 'relaxed'])('%s, best of all: V, unverified', (name) => {
    expect(on(name)).toMatchObject({
      kind: 'option',
      option: {
        parallel: 50,
        nodes: { value: 20 },
        cost: { perHour: { value: 30 } },
        verdict: { outcome: 'meets', verified: false },
        scenario: { name: 'V' },
      },
    });
  });
});

test('with 10 s of think time, by balance: A 53, B 27, C 33, V 2 nodes', () => {
  const nodes = assessment.scenarios.map(({ spec: scenario, engine }) => {
    const { workload } = scenario;
    if (workload?.kind !== 'closed') throw new Error('the workload has users');
    const thinking = { ...workload, thinkTimeSeconds: { value: 10, path: undefined } };
    const assessed = assessScenario(document.plan, { ...scenario, workload: thinking }, engine);
    return `${scenario.name} ${assessed.nodes?.value ?? 'none'}`;
  });
  expect(nodes).toEqual(['A 53', 'B 27', 'C 33', 'V 2']);
});

test('the next measurements: vLLM at 50, Ollama at 8, Ollama at 1', () => {
  const planned = nextMeasurements(assessment).map(
    ({ engine, parallel, load, decides, costPerHour }) => ({
      engine: engine.spec.name,
      parallel,
      load,
      decides: decides.map(({ target, question }) => `${target.name} ${question}`),
      cost: costPerHour?.value,
    }),
  );
  expect(planned).toEqual([
    {
      engine: 'vllm',
      parallel: 50,
      load: 50,
      decides: ['strict option', 'relaxed option'],
      cost: 30,
    },
    { engine: 'ollama', parallel: 8, load: 8, decides: ['relaxed option'], cost: 187.5 },
    { engine: 'ollama', parallel: 1, load: 1, decides: ['strict feasible'], cost: undefined },
  ]);
});
