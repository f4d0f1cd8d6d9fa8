/** Plans whose traffic differs from that of their benchmark, with what their servers really did. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../../src/engine/assess/assess';
import type { ScenarioAssessment } from '../../../../src/engine/assess/assessment';
import { readPlan } from '../../../../src/plan/readPlan';

function scenariosOf(
  name: string,
  change: (text: string) => string = (text) => text,
): ReadonlyMap<string, ScenarioAssessment> {
  const text = readFileSync(`test/plans/${name}.capacity.yaml`, 'utf8');
  const { plan, problems } = readPlan(change(text));
  expect(problems).toEqual([]);
  return new Map(assess(plan).scenarios.map((one) => [one.spec.name, one]));
}

const verdictOf = (scenario: ScenarioAssessment | undefined, target = 0) =>
  scenario?.verdicts[target]?.objectives[0];

describe('a queue that is never full', () => {
  const scenarios = scenariosOf('queue-that-is-never-full');

  test('changes no figure', () => {
    const [free, limited] = ['noLimit', 'limit1000'].map((name) => scenarios.get(name));
    expect(limited?.latency?.value).toBeCloseTo(free?.latency?.value ?? 0, 6);
    expect(verdictOf(limited)?.figure?.value).toBeCloseTo(verdictOf(free)?.figure?.value ?? 0, 3);
    expect(verdictOf(limited)?.outcome).toBe('meets');
  });

  test('takes no more nodes', () => {
    const [free, limited] = ['sized', 'sizedL'].map((name) => scenarios.get(name)?.nodes?.value);
    expect(limited).toBe(free);
    expect(free).toBeLessThan(140);
  });
});

describe('users whose requests are turned away', () => {
  const pausing = (thinkTime: string) =>
    scenariosOf('turned-away-at-once', (text) =>
      text.replace('thinkTime: 1s', `thinkTime: ${thinkTime}`),
    );
  const [none, short] = ['0s', '0.000001s'].map(pausing);

  test('are as many without think time as with a microsecond of it', () => {
    const [atOnce, soon] = [none, short].map((plan) => plan?.get('s')?.turnedAway?.value ?? 0);
    expect(atOnce).toBeCloseTo(0.33, 2);
    expect(soon).toBeCloseTo(atOnce ?? 0, 5);
  });

  test('count as a miss either way, and take as many nodes', () => {
    for (const plan of [none, short]) {
      expect(verdictOf(plan?.get('s'), 1)).toMatchObject({
        outcome: 'misses',
        reasons: ['turns-away'],
      });
    }
    const [atOnce, soon] = [none, short].map((plan) => plan?.get('g')?.nodes?.value ?? 0);
    expect(Math.abs((atOnce ?? 0) / (soon ?? 1) - 1)).toBeLessThan(1e-3);
  });
});

test('a first token under arrivals waits for none of a closed loop’s prompts', () => {
  // measured: 440 ms at this rate, where a closed loop with as many in flight has 1.36 s
  const verdict = verdictOf(scenariosOf('first-token-under-arrivals').get('s'));
  expect(verdict).toMatchObject({ outcome: 'meets', verified: false });
  expect(verdict?.figure?.value).toBeGreaterThan(0.27);
  expect(verdict?.figure?.value).toBeLessThan(0.55);
});

test('long answers fill the batch: a benchmark of equal answers is too fast', () => {
  const scenario = scenariosOf('answers-that-vary').get('s');
  expect(verdictOf(scenario)?.outcome).not.toBe('meets');
  expect((scenario?.latency?.value ?? 0) / 13.54).toBeGreaterThan(0.88);
  expect((scenario?.latency?.value ?? 0) / 13.54).toBeLessThan(1.085);
});

describe('a server that computes prompts first', () => {
  const tpotOf = (change?: (text: string) => string) =>
    verdictOf(scenariosOf('prompts-stall-decoding', change).get('s'));

  test('stalls answers for prompts that come one by one', () => {
    // a closed loop that starts together has 64 ms with as many in flight
    expect(tpotOf()).toMatchObject({ verified: false });
    expect(tpotOf()?.outcome).not.toBe('meets');
  });

  test('and for each of them takes a step more, if the plan says how it computes them', () => {
    const stated = tpotOf((text) => text.replace('type: vllm', 'type: vllm\n    prefill: first'));
    expect((stated?.figure?.value ?? 0) / 0.1156).toBeGreaterThan(0.9);
    expect((stated?.figure?.value ?? 0) / 0.1156).toBeLessThan(1.1);
  });
});
