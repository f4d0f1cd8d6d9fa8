import { describe, expect, it } from 'vitest';
import { around, problemsOf } from '../../support/markedPlan';

/** Each plan marks where its problem is; nothing else in it is wrong. */
function expectProblem(marked: string, code: string, args: object = {}): void {
  const result = problemsOf(marked);
  expect(result.codes).toEqual([code]);
  expect(result.marked).toBe(marked);
  expect(result.problems[0]?.args).toMatchObject(args);
}

describe('keys', () => {
  it.each([
    ['{ «user»: 5, users: 1000 }', undefined],
    ['{ users: 1000, «think_time»: 1s }', 'thinkTime'],
    ['{ users: 1000, «Thinktime»: 1s }', 'thinkTime'],
    ['{ users: 1000, «outputToken»: 5 }', 'outputTokens'],
    ['{ users: 1000, «zzz»: 5 }', undefined],
    ['{ users: 1000, «__proto__»: 5 }', undefined],
  ])('unknown in %s: did you mean %s', (workload, suggestion) => {
    expectProblem(around({ workload }), 'plan.unknown-key', {
      suggestion,
      where: { noun: 'the workload' },
    });
  });

  it('are missing at a slip of them, once', () => {
    const missing = (key: string, suggestion?: string) => ({ instead: { key, suggestion } });
    expectProblem(
      around({ workload: '{ «user»: 5 }' }),
      'plan.missing-key',
      missing('user', 'users'),
    );
    expectProblem(around({}).replace('scenarios', '«scenario»'), 'plan.missing-key', {
      keys: ['scenarios'],
      ...missing('scenario', 'scenarios'),
    });
    expectProblem(around({}).replace('workload', '«worload»'), 'plan.missing-key', {
      keys: ['workload'],
    });
    expectProblem(around({}).replace('version', '«verson»'), 'plan.missing-key');
    expectProblem(around({}).replace('  node: n', '  «nod»: n'), 'plan.missing-key');
    expectProblem(
      around({ observation: '{ «sorce»: measured, users: 8, latency: 1s }' }),
      'plan.missing-key',
      missing('sorce', 'source'),
    );
    expectProblem(
      around({ observation: '{ source: measured, users: 8, «latncy»: 1s }' }),
      'plan.missing-key',
      missing('latncy', 'latency'),
    );
    expectProblem(
      around({ observation: '{ source: measured, «usres»: 8, latency: 1s }' }),
      'plan.missing-key',
      missing('usres', 'users'),
    );
    expectProblem(
      around({
        workload: '{ outputTokens: 5 }',
        scenario: '{ engine: e, parallel: 8, workload: { «Users»: 5 } }',
      }),
      'plan.missing-key',
      missing('Users', 'users'),
    );
    expectProblem(around({ workload: '«5»' }), 'plan.wrong-type');
  });

  it('of targets that are left without any objective', () => {
    for (const [targets, key, suggestion] of [
      ['{ «latencey»: <1s }', 'latencey', 'latency'],
      ['{ «mean»: <1s }', 'mean', 'latency'],
      ['{ «Median»: <1s }', 'Median', 'p50'],
      ['{ «p999»: <1s }', 'p999', 'p99'],
      ['{ «zzz»: <1s }', 'zzz', undefined],
    ] as const) {
      expectProblem(around({ targets }), 'plan.missing-key', {
        need: 'any',
        where: { noun: 'target', name: 't' },
        instead: { key, suggestion },
      });
    }
    expectProblem(around({ targets: '{ «latencey»: <1s, p50: 2s }' }), 'plan.unknown-key');
    const two = problemsOf(around({ targets: '{ «latencey»: <1s, «zzz»: <2s }' }));
    expect(two.codes).toEqual(['plan.missing-key', 'plan.unknown-key']);
  });

  it('need a space behind their colon', () => {
    expectProblem(around({ targets: '{ «latency:<1s» }' }), 'plan.missing-space', {
      found: 'latency:<1s',
      mended: 'latency: <1s',
    });
    expectProblem(around({ targets: '{ p50: 2s, «latency:<1s» }' }), 'plan.missing-space');
    expectProblem(around({ workload: '{ «user:1000» }' }), 'plan.missing-space', {
      mended: 'users: 1000',
    });
    expectProblem(around({ scenario: '{ engine: e, «parallel:8» }' }), 'plan.missing-space');
    expectProblem(around({ workload: '\n  «users:1000»' }), 'plan.missing-space');
    expectProblem(around({ workload: '\n  «users:1000\n  thinkTime:1s»' }), 'plan.missing-space', {
      mended: 'users: 1000',
    });
    expectProblem(around({ observation: '«source:measured»' }), 'plan.missing-space');
    expectProblem(around({}).replace(/nodes:\n.*\n/, 'nodes:\n  «n:5»\n'), 'plan.missing-space');
    expectProblem(
      around({}).replace(
        /scenarios:[^]*/,
        'scenarios:\n  «A:{ engine»: e }\n  B: { engine: e, parallel: 8 }\n',
      ),
      'plan.missing-space',
      { found: 'A:{', mended: 'A: {' },
    );
    // no key of a workload
    expectProblem(around({ workload: '{ users: 5, «a:b» }' }), 'plan.unknown-key');
    expectProblem(around({ workload: '«https://example.com»' }), 'plan.wrong-type');
  });

  it('stand before something', () => {
    for (const [marked, key] of [
      [around({ top: '«»' }).replace('«»', 'policy:«»'), 'policy'],
      [around({ workload: '{ users: 5, profile: «»}' }), 'profile'],
      [around({}).replace(/scenarios:[^]*/, 'scenarios:«»\n'), 'scenarios'],
      [around({}).replace(/targets:[^]*nodes/, 'targets:«»\nnodes'), 'targets'],
      [around({ scenario: '{ engine: e, parallel: 8, policy: «»}' }), 'policy'],
      [around({ scenario: '{ engine: e, parallel: 8, workload: «»}' }), 'workload'],
      [around({}).replace(/observations:\n.*\n/, 'observations:«»\n'), 'observations'],
    ] as const) {
      expectProblem(marked, 'plan.wrong-type', { found: 'nothing', key });
    }
    expectProblem(around({}).replace(/scenarios:[^]*/, 'scenarios: «{}»\n'), 'plan.wrong-type', {
      found: 'an empty map',
    });
    expectProblem(around({}).replace(/workload:.*/, '«workload»:'), 'plan.missing-key');
  });

  it('are free where they begin with x-', () => {
    const x = '{ x-a: [1, { b: 2 }], users: 1000 }';
    expect(problemsOf(around({ workload: x, top: 'x-any: {}' })).codes).toEqual([]);
  });

  it('are missing', () => {
    expectProblem(
      around({ scenario: '{ engine: e }' }).replace('  A:', '  «A»:'),
      'plan.missing-key',
      { keys: ['parallel'], where: { noun: 'scenario', name: 'A' } },
    );
    expectProblem(
      around({ workload: '{ thinkTime: 1s }' }).replace('workload', '«workload»'),
      'plan.missing-key',
      { keys: ['users', 'rate'] },
    );
    expectProblem(around({ observation: '{ «latency»: 1s, users: 8 }' }), 'plan.missing-key', {
      keys: ['source'],
    });
    expectProblem(
      around({ observation: '{ «source»: measured, latency: 1s }' }),
      'plan.missing-key',
      { keys: ['users', 'throughput', 'rate', 'parallel'] },
    );
    expectProblem(around({ observation: '{ «source»: measured, users: 8 }' }), 'plan.missing-key', {
      keys: ['latency'],
    });
    expectProblem(
      around({
        engine: 'latencyFollows: parallel',
        observation: '{ «source»: guess, users: 8, latency: 1s }',
      }),
      'plan.missing-key',
      { keys: ['parallel'] },
    );
    expectProblem(around({ targets: '{}' }).replace('  t:', '  «t»:'), 'plan.missing-key', {
      where: { noun: 'target', name: 't' },
    });
  });

  it('are missing at the top: one problem for all of them', () => {
    expectProblem('«version»: 1\n', 'plan.missing-key', {
      keys: ['workload', 'engines', 'scenarios'],
    });
    expectProblem('«title»: x\n', 'plan.missing-key', {
      keys: ['version', 'workload', 'engines', 'scenarios'],
    });
  });

  it('stand twice: the first counts', () => {
    expectProblem(around({ workload: '{ users: 5, «users»: 6 }' }), 'plan.duplicate-key', {
      key: 'users',
    });
    const twice = problemsOf(
      around({ scenario: '{ engine: e, parallel: 8 }\n  A: { engine: e, parallel: 9 }' }),
    );
    expect(twice.codes).toEqual(['plan.duplicate-key']);
  });

  it('conflict', () => {
    expectProblem(around({ workload: '{ users: 5, «rate»: 6/s }' }), 'plan.conflict', {
      keys: ['users', 'rate'],
    });
    expectProblem(around({ workload: '{ rate: 6/s, «thinkTime»: 6s }' }), 'plan.conflict');
  });

  it('are names', () => {
    expectProblem(around({ workload: '{ users: 5, «[a, b]»: 6 }' }), 'plan.wrong-type', {
      found: 'a list',
      expected: 'a name',
    });
    expectProblem(around({ workload: '{ users: 5, «{ a: b }»: 6 }' }), 'plan.wrong-type', {
      found: 'a map',
    });
  });
});

describe('values', () => {
  it.each([
    [
      '{ latency: «2» }',
      'plan.unit',
      { problem: 'missing', suggestions: ['2ms', '2s', '2 min', '2h'] },
    ],
    ['{ latency: «<1» }', 'plan.unit', { problem: 'missing' }],
    ['{ latency: «3 GB» }', 'plan.unit', { problem: 'wrong-kind' }],
    ['{ latency: «-1s» }', 'plan.out-of-range', { expected: '1 µs to 1 day' }],
    ['{ latency: «2 days» }', 'plan.out-of-range', {}],
    ['{ latency: «0» }', 'plan.out-of-range', {}],
    ['{ latency: «fast» }', 'plan.value', { found: 'fast' }],
    ['{ latency: «[1s]» }', 'plan.wrong-type', { found: 'a list' }],
    ['{ latency: «{ a: 1s }» }', 'plan.wrong-type', { found: 'a map' }],
    ['{ latency: «~» }', 'plan.wrong-type', { found: 'nothing' }],
    ['{ latency: «null» }', 'plan.wrong-type', { found: 'nothing' }],
    [
      '{ budget: «5000» }',
      'plan.unit',
      { suggestions: ['5000 USD/h', '5000 USD/day', '5000 USD/month', '5000 USD/year'] },
    ],
    ['{ rejected: «5» }', 'plan.unit', { suggestions: ['5%'] }],
    ['{ rejected: «<0%» }', 'plan.value', { suggestion: '0%' }],
    ['{ rejected: «<1» }', 'plan.unit', { suggestions: ['<1%', '<100%'] }],
    ['{ rejected: «1.0» }', 'plan.unit', { suggestions: ['1.0%', '100%'] }],
    ['«5»', 'plan.wrong-type', { found: '`5`' }],
    ['{ latency: «!!binary aGk=» }', 'plan.wrong-type', { found: 'the tag !!binary' }],
  ])('of targets: %s is %s', (targets, code, args) => {
    const marked = around({ targets }).replace('!!binary «', '«!!binary ');
    const { codes, problems } = problemsOf(marked);
    expect(codes[0]).toBe(code);
    expect(problems[0]?.args).toMatchObject(args);
    if (!marked.includes('!!binary')) {
      expectProblem(marked, code, args);
    }
  });

  it.each([
    ['{ engine: e, parallel: «0» }', 'plan.out-of-range'],
    ['{ engine: e, parallel: «4097» }', 'plan.out-of-range'],
    ['{ engine: e, parallel: «2.5» }', 'plan.out-of-range'],
    ['{ engine: e, parallel: «atuo» }', 'plan.value'],
    ['{ engine: e, parallel: «2026-01-31» }', 'plan.unit'],
    ['{ engine: e, parallel: 8, nodes: «-3» }', 'plan.out-of-range'],
    ['{ engine: e, parallel: 8, sizeFor: «slot» }', 'plan.value'],
    ['{ engine: «f», parallel: 8 }', 'plan.unknown-reference'],
    ['{ engine: e, parallel: 8, target: «T» }', 'plan.unknown-reference'],
    ['{ engine: e, parallel: 8, policy: { headroom: «100%» } }', 'plan.out-of-range'],
    ['{ engine: e, parallel: 8, policy: { spare: «0.5» } }', 'plan.out-of-range'],
    ['{ engine: e, parallel: 8, workload: { users: «0» } }', 'plan.out-of-range'],
  ])('of scenarios: %s is %s', (scenario, code) => {
    expectProblem(around({ scenario }), code);
  });

  it('of other kinds', () => {
    expectProblem(around({ engine: 'speculative: «yes»' }), 'plan.value', { suggestion: 'true' });
    expectProblem(around({ engine: 'type: «vLLM»' }), 'plan.value', { suggestion: 'vllm' });
    expectProblem(
      around({ observation: '{ source: «measure», users: 8, latency: 1s }' }),
      'plan.value',
      { suggestion: 'measured' },
    );
    expectProblem(
      around({ observation: '{ source: guess, users: 8, latency: 1s, date: «2026-02-30» }' }),
      'plan.value',
    );
    expectProblem(
      around({ observation: '{ source: guess, users: 8, latency: 1s, url: «example.com/a» }' }),
      'plan.value',
      { suggestion: 'https://example.com/a' },
    );
    expectProblem(
      around({ observation: '{ source: guess, users: 8, latency: 1s, requests: 5, errors: «6» }' }),
      'plan.out-of-range',
    );
    expectProblem(around({ top: 'currency: «Dollars»' }), 'plan.value');
    expectProblem(around({}).replace('version: 1', 'version: «one»'), 'plan.value', {
      choices: ['1'],
    });
    expectProblem(
      around({ node: '{ price: { «source»: list } }' }).replace(
        'price: { «source»',
        '«price»: { source',
      ),
      'plan.missing-key',
      { keys: ['amount'] },
    );
  });
});

describe('commas in braces', () => {
  it.each([
    ['{ price: «$1,200/month» }', '"$1,200/month"'],
    ['{ price: «1,200,000 USD/year», gpu: L4 }', '"1,200,000 USD/year"'],
    ['{ price: «1,50 USD/h» }', '1.50 USD/h'],
  ])('%s', (node, mended) => {
    expectProblem(around({ node }), 'plan.flow-comma', { key: 'price', mended });
  });

  it('cut counts, and texts', () => {
    expectProblem(around({ workload: '{ users: «1,000» }' }), 'plan.flow-comma', {
      key: 'users',
      found: '1,000',
      mended: '"1,000"',
    });
    expectProblem(
      around({ scenario: '{ title: «Conservative, fast», engine: e, parallel: 8 }' }),
      'plan.flow-comma',
      { mended: '"Conservative, fast"' },
    );
  });

  it('do no harm where a line has its key to itself', () => {
    expect(problemsOf(around({ node: '\n    price: $1,200/month' })).codes).toEqual([]);
  });
});
