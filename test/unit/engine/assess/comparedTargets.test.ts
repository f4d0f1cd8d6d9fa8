import { expect, test } from 'vitest';
import { assess } from '../../../../src/engine/assess/assess';
import { comparedTargets } from '../../../../src/engine/assess/comparedTargets';
import type { Objective, Plan, Target } from '../../../../src/engine/plan/plan';
import { recommend } from '../../../../src/engine/recommend/recommend';
import { collectFindings } from '../../../../src/lint/collectFindings';
import { readPlan } from '../../../../src/plan/readPlan';

function textOf(size: {
  readonly scenarios: number;
  readonly targets: number;
  readonly engines?: number;
}): string {
  const each = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('');
  const { scenarios, targets, engines = 1 } = size;
  return `version: 1
workload: { users: 100, thinkTime: 0s }
targets:
${each(targets, (index) => `  t${index}: { latency: <9s }\n`)}engines:
${each(engines, (index) => `  e${index}: { type: vllm, observations: [{ source: measured, parallel: 4, users: 4, latency: 1s }] }\n`)}scenarios:
${each(scenarios, (index) => `  s${index}: { engine: e0, target: t${index % targets}, parallel: 4 }\n`)}`;
}

/** The plan, with a count of how often a target is judged: each time its objectives are read. */
function countJudging(plan: Plan): { readonly plan: Plan; readonly judged: () => number } {
  let count = 0;
  const counted = new Map(plan.targets.map((target) => [target, counting(target)]));
  function counting(target: Target): Target {
    return {
      ...target,
      get objectives(): readonly Objective[] {
        count += 1;
        return target.objectives;
      },
    };
  }
  const scenarios = plan.scenarios.map((scenario) => {
    const target = scenario.target && counted.get(scenario.target);
    return { ...scenario, target };
  });
  return { plan: { ...plan, targets: [...counted.values()], scenarios }, judged: () => count };
}

test('People’s plans have every target compared', () => {
  const { plan } = readPlan(textOf({ scenarios: 100, targets: 100 }));
  expect(comparedTargets(plan)).toBe(plan.targets);
});

test('Of too many for all scenarios, or all engines, the first ones are', () => {
  const { plan } = readPlan(textOf({ scenarios: 1000, targets: 20 }));
  expect(comparedTargets(plan)).toEqual(plan.targets.slice(0, 10));
  const { plan: wide } = readPlan(textOf({ scenarios: 1, targets: 20, engines: 100 }));
  expect(comparedTargets(wide)).toEqual(wide.targets.slice(0, 10));
});

test('At least one is, however many scenarios there are', () => {
  const { plan } = readPlan(textOf({ scenarios: 11_000, targets: 2 }));
  expect(comparedTargets(plan)).toHaveLength(1);
});

test('An assessment judges nothing until a verdict is asked for, and then once', () => {
  const { plan, judged } = countJudging(readPlan(textOf({ scenarios: 10, targets: 10 })).plan);
  const { scenarios } = assess(plan);
  expect(judged()).toBe(0);
  const [first] = scenarios;
  const verdicts = first?.verdicts;
  expect(verdicts?.map(({ target }) => target)).toEqual(plan.targets);
  const once = judged();
  expect(first?.verdicts).toBe(verdicts);
  expect(judged()).toBe(once);
});

test('2,000 scenarios and 2,000 targets are judged by their own targets and the compared ones', () => {
  const document = readPlan(textOf({ scenarios: 2000, targets: 2000 }));
  const { plan, judged } = countJudging(document.plan);
  const assessment = assess(plan);
  const findings = collectFindings({ ...document, plan }, assessment, {});
  const [first, second] = findings.filter(({ code }) => code === 'plan.too-much-work');
  expect(first?.path).toBe('/targets/t5');
  expect(second).toBeUndefined();
  // each scenario by its own target and by the 5 that are compared; rules look at each target a few times
  expect(judged()).toBeLessThan(2000 * 6 * 3);
  expect(recommend(assessment)).toHaveLength(5);
  const last = assessment.scenarios.at(-1);
  const own = last?.spec.target;
  expect(own && last.verdictOn(own).outcome).toBe('meets');
});
