/** Jobs for Kubernetes are YAML with what Kubernetes and the tools require. `UPDATE_GOLDEN=1` writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readFiles } from '../../../src/benchmark/importRuns';
import type { JobAsked } from '../../../src/measure/job/jobAsked';
import { kubernetesJob } from '../../../src/measure/job/kubernetesJob';
import { yamlLines } from '../../../src/measure/job/yamlLines';

const GOLDEN = join(import.meta.dirname, '..', '..', 'golden', 'jobs');
const users = (count: number, thinkTimeSeconds = 0) =>
  ({ kind: 'users', users: count, thinkTimeSeconds }) as const;
const ASKED: JobAsked = {
  base: 'http://vllm.chat:8000',
  model: 'Qwen/Qwen2.5-7B-Instruct',
  loads: [users(1), users(8)],
  promptTokens: { mean: 600, cv: 0.5 },
  outputTokens: { mean: 200, cv: 0 },
  seconds: 120,
  ignoresEnd: true,
  into: { plan: 'chat.capacity.yaml', engine: 'my engine' },
};

interface Container {
  readonly name: string;
  readonly image: string;
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
}
interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly template: {
      readonly spec: {
        readonly restartPolicy: string;
        readonly initContainers: readonly Container[];
        readonly containers: readonly Container[];
      };
    };
  };
}

function textOf(tool: 'guidellm' | 'k6', over: Partial<JobAsked> = {}): string {
  const written = kubernetesJob(tool, { ...ASKED, ...over });
  if ('problem' in written) throw new Error(written.problem);
  return written.text;
}

function manifests(text: string): readonly Manifest[] {
  return parseAllDocuments(text).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as Manifest;
  });
}

describe.each(['guidellm', 'k6'] as const)('%s', (tool) => {
  test('is as it was', () => {
    const text = textOf(tool);
    const golden = join(GOLDEN, `${tool}.yaml`);
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  test('has the fields that Kubernetes requires', () => {
    const job = manifests(textOf(tool)).find(({ kind }) => kind === 'Job');
    expect(job?.apiVersion).toBe('batch/v1');
    expect(job?.metadata.name).toMatch(/^[a-z0-9-]{1,63}$/);
    const pod = job?.spec?.template.spec;
    expect(pod?.restartPolicy).toBe('Never');
    const containers = [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])];
    expect(containers.length).toBeGreaterThan(1);
    expect(new Set(containers.map(({ name }) => name)).size).toBe(containers.length);
    for (const { name, image } of containers) {
      expect(name).toMatch(/^[a-z0-9-]{1,63}$/);
      expect(image).toMatch(/^[\w./-]+:v?\d+\.\d+\.\d+$/);
    }
  });

  test('takes the key from a secret, and says how to import the results', () => {
    const text = textOf(tool);
    expect(text).toMatch(/secretKeyRef:\n +name: capacity-plan-key\n +key: key\n +optional: true/);
    expect(text).toContain(
      "#   capacity-plan import results.json --into chat.capacity.yaml --engine 'my engine'\n",
    );
  });

  test('no name of a plan or a server becomes a part of the manifest', () => {
    const text = textOf(tool, {
      model: 'a"\nkind: Secret\n- b',
      into: { plan: 'a\nkind: Pod', engine: '#\u2028kind: Pod' },
    });
    expect(manifests(text).map(({ kind }) => kind)).toEqual(
      tool === 'k6' ? ['ConfigMap', 'Job'] : ['Job'],
    );
  });
});

test('GuideLLM measures the loads with the lengths, as JSON of its options', () => {
  const [job] = manifests(textOf('guidellm'));
  const args = job?.spec?.template.spec.initContainers[0]?.args ?? [];
  const option = (name: string): unknown => JSON.parse(args[args.indexOf(name) + 1] ?? '');
  expect(args[0]).toBe('run');
  expect(option('--profile')).toEqual({ kind: 'concurrent', streams: [1, 8], warmup: 0.1 });
  expect(option('--data')).toEqual({
    kind: 'synthetic_text',
    prompt_tokens: 600,
    prompt_tokens_stdev: 300,
    prompt_tokens_min: 1,
    prompt_tokens_max: 2100,
    output_tokens: 200,
  });
  expect(option('--constraint')).toEqual({ kind: 'max_duration', seconds: 120 });
  expect(option('--output')).toEqual({ kind: 'json', path: '/results/guidellm.json' });
});

test('GuideLLM sends random arrivals, and needs a tokenizer where the name of the model tells none', () => {
  const text = textOf('guidellm', {
    loads: [{ kind: 'rate', perSecond: 2 }],
    model: 'llama3.1:8b',
  });
  expect(text).toContain('{\\"kind\\":\\"poisson\\",\\"rate\\":[2],\\"warmup\\":0.1}');
  expect(text).toContain('# Replace TOKENIZER by the repository of the model');
});

test('k6 measures each load in a container of its own, by a script that is JavaScript', () => {
  const [configMap, job] = manifests(textOf('k6', { loads: [users(1), users(8, 2)] }));
  const containers = job?.spec?.template.spec.initContainers ?? [];
  const values = containers.map(({ env = [] }) =>
    Object.fromEntries(
      env.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
    ),
  );
  expect(values).toEqual([
    { USERS: '1', THINK_TIME: '0', RESULT: '/results/01.json' },
    { USERS: '8', THINK_TIME: '2', RESULT: '/results/02.json' },
  ]);
  const script = configMap?.data?.['measure.js'] ?? '';
  const body = script.replaceAll(/^import .*$/gm, '').replaceAll(/^export (default )?/gm, '');
  expect(() => new Script(body.replace('function ()', 'function main()'))).not.toThrow();
  expect(script).toContain('ignore_eos: true');
});

test('what a job of k6 prints is imported, an observation a load', () => {
  const summary = readFileSync(join(GOLDEN, '..', '..', 'data', 'benchmarks', 'k6.golden.json'));
  const line = (users: number): string => {
    const data = JSON.parse(String(summary)) as { metrics: { vus?: { values: object } } };
    data.metrics.vus = { values: { value: users, min: users, max: users } };
    return `${JSON.stringify(data)}\n`;
  };
  const { added } = readFiles([{ file: 'results.json', text: line(1) + line(8) }]);
  expect(added.map(({ run }) => run.load)).toMatchObject([{ users: 1 }, { users: 8 }]);
});

test.each([
  ['k6', [{ kind: 'rate', perSecond: 2 }], 'use guidellm'],
  ['guidellm', [users(4, 2)], 'use k6'],
] as const)('%s says what it cannot do', (tool, loads, words) => {
  expect(JSON.stringify(kubernetesJob(tool, { ...ASKED, loads }))).toContain(words);
});

test('texts stay texts in YAML', () => {
  const value = {
    a: 'yes',
    b: '1',
    c: ['- x', 'null', ''],
    d: { e: ': #' },
    f: 'two\n\n  lines\n',
  };
  const [document] = parseAllDocuments(yamlLines(value).join('\n'));
  expect(document?.toJS()).toEqual(value);
});
