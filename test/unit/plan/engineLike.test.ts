/** Engines that name another one, and say how they process prompts. */
import { describe, expect, test } from 'vitest';
import { completionsAt } from '../../../src/language/completion';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { readPlan } from '../../../src/plan/readPlan';
import { problemsOf } from '../../support/markedPlan';

function withEngines(engines: string): string {
  return `version: 1
workload: { users: 9, thinkTime: 1s }
nodes: { n: { gpu: L4 }, h: { gpu: H100 } }
engines:
${engines
  .trim()
  .split('\n')
  .map((line) => `  ${line.trim()}`)
  .join('\n')}
scenarios: { A: { engine: a, parallel: 8 } }
`;
}

describe('an engine like another one', () => {
  test('has it, whichever comes first', () => {
    const { plan, problems } = readPlan(
      withEngines(`a: { node: h, like: b, prefill: first }
        b: { node: n, like: c }
        c: { node: n }`),
    );
    expect(problems).toEqual([]);
    const [a, b, c] = plan.engines;
    expect(a?.like).toBe(b);
    expect(b?.like).toBe(c);
    expect(c?.like).toBeUndefined();
    expect(a).toMatchObject({ likePath: '/engines/a/like', prefill: { value: 'first' } });
    expect(plan.scenarios[0]?.engine).toBe(a);
  });

  test.each([
    ['a: { node: h, like: «x» }', 'plan.unknown-reference'],
    ['a: { node: h, like: «a» }', 'plan.value'],
    ['a: { node: h, like: b }\nb: { node: n, like: «a» }', 'plan.value'],
    ['a: { node: h, like: b }\nb: { node: n, like: c }\nc: { node: n, like: «a» }', 'plan.value'],
    ['a: { node: h, type: vllm, like: «b» }\nb: { node: n, type: ollama }', 'plan.value'],
    [
      'a: { node: h, model: qwen3:8b, like: «b» }\nb: { node: n, model: "llama3.1:8b" }',
      'plan.value',
    ],
    ['a: { node: h, prefill: «last» }', 'plan.value'],
  ])('%s has one finding', (engines, code) => {
    const marked = withEngines(engines);
    expect(problemsOf(marked)).toMatchObject({ codes: [code], marked });
  });

  test('is on a GPU of the same maker', () => {
    const marked = withEngines('a: { node: n, like: «b» }\nb: { node: h }').replace('L4', 'MI300X');
    expect(problemsOf(marked)).toMatchObject({ codes: ['plan.value'], marked });
  });

  test('may name the same model otherwise', () => {
    const engines = `a: { node: h, model: meta-llama/Llama-3.1-8B-Instruct, like: b }
      b: { node: n, model: "llama3.1:8b", type: vllm }`;
    const { plan, problems } = readPlan(withEngines(engines));
    expect(problems).toEqual([]);
    expect(plan.engines[0]?.like).toBe(plan.engines[1]);
  });

  test('uses it', () => {
    const text = withEngines('a: { node: h, like: b }\nb: { node: n }');
    const unused = analyzePlan(text).findings.filter(({ code }) => code === 'plan.unused');
    expect(unused).toEqual([]);
  });

  test('is offered every engine', () => {
    const text = withEngines('a: { node: h, like:  }\nb: { node: n }');
    const offset = text.indexOf('like: ') + 6;
    const offered = completionsAt(
      text,
      offset,
      readPlan(withEngines('a: { node: h }\nb: { node: n }')),
    );
    expect(offered?.items.map(({ label }) => label)).toEqual(['a', 'b']);
  });

  test('reads long chains without deep calls', () => {
    const count = 20_000;
    const chain = Array.from({ length: count }, (_, i) => `e${i}: { node: n, like: e${i + 1} }`);
    const { plan, problems } = readPlan(
      withEngines(`a: { node: n, like: e0 }\n${chain.join('\n')}\ne${count}: { node: n }`),
    );
    expect(problems).toEqual([]);
    expect(plan.engines[0]?.like?.name).toBe('e0');
  });
});
