import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { guideLlmCommand } from '../../../src/messages/measurement/guideLlm';
import { measurementCommand } from '../../../src/messages/measurement/measurementCommand';
import type { Setup } from '../../../src/messages/measurement/setup';
import { nextMeasurements } from '../../../src/engine/recommend/nextMeasurements';
import type {
  Engine,
  EngineType,
  Observation,
  Routing,
  Workload,
} from '../../../src/engine/plan/plan';
import { assessPlan, closed, engine, observe, open, stated, target } from '../../support/plans';

const guess = observe(8, 2, { source: 'guess' });

const PLAIN_SETUP: Setup = {
  type: 'vllm',
  model: 'model',
  modelInPlan: undefined,
  quantization: undefined,
  quantizationToEnsure: undefined,
  tokenizer: undefined,
  parallel: 8,
  inFlight: 8,
  arrivals: undefined,
  servers: 1,
  gpusPerServer: 1,
  contextTokens: undefined,
  promptTokens: 100,
  outputTokens: 100,
  seconds: 60,
  requests: 160,
};

/** The command of the only measurement of an engine that is guessed to do. */
function commandOf(given: Partial<Engine>, tokens?: { prompt: number; output: number }) {
  const workload = {
    ...closed(100),
    promptTokens: tokens && stated(tokens.prompt),
    outputTokens: tokens && stated(tokens.output),
  };
  const assessment = assessPlan({
    engine: engine([guess], given),
    workload,
    targets: [target(3)],
    scenarios: [{ parallel: 8 }],
  });
  const [measurement] = nextMeasurements(assessment);
  if (!measurement) throw new Error('there is something to measure');
  return measurementCommand(assessment.plan, measurement);
}

/** The words that a shell makes of a command whose first word is `name`. */
function wordsOf(command: string, name: string): readonly string[] {
  const script = `${name}() { printf '%s\\n' "$@"; }\n${command}`;
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n');
}

/** What k6 reads when a shell runs its command, also where the lines are moved to the right. */
function scriptOf(command: string): string {
  return execFileSync('bash', ['-c', `k6() { cat; }\n${command}`], { encoding: 'utf8' });
}

test('a vLLM that would not start without a context gets the longest that fits', () => {
  const node = {
    ...engine([]).node,
    gpu: stated('L4'),
  } as NonNullable<Engine['node']>;
  const given = {
    type: stated('vllm' as const),
    node,
    model: stated('meta-llama/Llama-3.1-8B-Instruct'),
    quantization: stated('fp8'),
  };
  expect(commandOf(given).server).toMatch(/--max-model-len \d{2}000\b/);
  const large = { ...node, gpu: stated('H100') };
  expect(commandOf({ ...given, node: large }).server).not.toContain('--max-model-len');
});

describe('the server', () => {
  const model = stated('org/model');
  const context = stated(4096);
  test.each<[EngineType, string]>([
    ['ollama', 'OLLAMA_CONTEXT_LENGTH=4096 OLLAMA_NUM_PARALLEL=8 ollama serve'],
    ['vllm', 'vllm serve org/model --max-num-seqs 8 --max-model-len 4096'],
    [
      'sglang',
      'python -m sglang.launch_server --model-path org/model --max-running-requests 8 --context-length 4096',
    ],
    [
      'tgi',
      'text-generation-launcher --model-id org/model --max-batch-size 8 --max-total-tokens 4096',
    ],
    ['tensorrt-llm', 'trtllm-serve org/model --max_batch_size 8 --max_seq_len 4096'],
    ['llama.cpp', 'llama-server --model MODEL.gguf --parallel 8 --ctx-size 32768'],
  ])('of %s has the slots to measure', (type, line) => {
    const { server } = commandOf({ type: stated(type), model, contextTokens: context });
    expect(server).toBe(line);
  });

  test('over several GPUs', () => {
    const { server } = commandOf({ type: stated('vllm'), gpusPerServer: stated(4) });
    expect(server).toBe('vllm serve MODEL --max-num-seqs 8 --tensor-parallel-size 4');
  });

  test.each<[EngineType, string, string | undefined, string]>([
    ['vllm', 'org/model', 'fp8', 'vllm serve org/model --max-num-seqs 8 --quantization fp8'],
    [
      'sglang',
      'meta-llama/Llama-3.1-70B-Instruct',
      'FP8',
      'python -m sglang.launch_server --model-path meta-llama/Llama-3.1-70B-Instruct --max-running-requests 8 --quantization fp8',
    ],
    [
      'tgi',
      'org/model',
      'fp8',
      'text-generation-launcher --model-id org/model --max-batch-size 8 --quantize fp8',
    ],
    ['vllm', 'org/model', 'bf16', 'vllm serve org/model --max-num-seqs 8'],
    ['vllm', 'org/model-FP8', 'fp8', 'vllm serve org/model-FP8 --max-num-seqs 8'],
    ['vllm', 'openai/gpt-oss-20b', 'mxfp4', 'vllm serve openai/gpt-oss-20b --max-num-seqs 8'],
    ['vllm', 'llama3.1:8b', undefined, 'vllm serve meta-llama/Llama-3.1-8B --max-num-seqs 8'],
    ['vllm', 'our-own', undefined, 'vllm serve our-own --max-num-seqs 8'],
  ])('of %s serves %s in %s', (type, name, quantization, line) => {
    const given = { type: stated(type), model: stated(name) };
    const { server, runs } = commandOf({
      ...given,
      quantization: quantization === undefined ? undefined : stated(quantization),
    });
    expect(server).toBe(line);
    expect(runs.map(({ copy }) => copy).join()).not.toContain('quantization');
  });

  test('and its load go by the repository that the catalog has', () => {
    const { runs } = commandOf({ type: stated('vllm'), model: stated('llama3.1:8b') });
    expect(runs[0]?.command).toContain('--model meta-llama/Llama-3.1-8B');
    expect(runs[0]?.copy).toContain(
      'By the catalog `meta-llama/Llama-3.1-8B` is the repository of `llama3.1:8b`.',
    );
  });

  test.each<[EngineType | undefined, string | undefined, string | undefined, string]>([
    ['vllm', 'org/model', 'awq', 'awq'],
    ['vllm', 'openai/gpt-oss-20b', 'fp8', 'fp8'],
    ['vllm', 'llama3.1:8b-instruct-q4_K_M', undefined, 'q4_k_m'],
    ['tensorrt-llm', 'org/model', 'fp8', 'fp8'],
    ['ollama', 'llama3.1:8b', 'q8_0', 'q8_0'],
    ['llama.cpp', 'llama3.1:8b', 'q8_0', 'q8_0'],
    [undefined, undefined, 'q8_0', 'q8_0'],
  ])('of %s does not see to all: %s in %s', (type, name, quantization, toEnsure) => {
    const { server, runs } = commandOf({
      type: type && stated(type),
      model: name === undefined ? undefined : stated(name),
      quantization: quantization === undefined ? undefined : stated(quantization),
    });
    expect(server ?? '').not.toContain('quantiz');
    for (const { copy } of runs) {
      expect(copy).toContain(`The plan’s quantization is \`${toEnsure}\``);
    }
  });

  test('of Ollama has the quantization of its tag', () => {
    const given: Partial<Engine> = { type: stated('ollama'), quantization: stated('Q4_K_M') };
    const copies = ['llama3.1:8b', 'llama3.1:8b-instruct-q4_K_M'].flatMap((name) =>
      commandOf({ ...given, model: stated(name) }).runs.map(({ copy }) => copy),
    );
    expect(copies.join()).not.toContain('quantization');
  });

  test('is not known where the plan names no type', () => {
    expect(commandOf({}).server).toBeUndefined();
  });
});

describe('the load', () => {
  test.each<[EngineType | undefined, readonly string[]]>([
    ['vllm', ['vllm bench serve', 'GuideLLM']],
    ['tgi', ['vllm bench serve', 'GuideLLM']],
    ['ollama', ['GuideLLM', 'k6']],
    ['llama.cpp', ['GuideLLM', 'k6']],
    ['other', ['k6', 'GuideLLM']],
    [undefined, ['k6', 'GuideLLM']],
  ])('on %s comes from %j', (type, tools) => {
    const { runs } = commandOf({ type: type && stated(type) });
    expect(runs.map(({ tool }) => tool)).toEqual(tools);
  });

  test('vLLM: as many in flight as the scenario has, with its token lengths', () => {
    const { runs } = commandOf(
      { type: stated('vllm'), model: stated('org/model') },
      { prompt: 1024, output: 128 },
    );
    const words = wordsOf(runs[0]?.command ?? '', 'vllm');
    expect(words.slice(0, 2)).toEqual(['bench', 'serve']);
    expect(words.join(' ')).toContain('--random-input-len 1024 --random-output-len 128');
    expect(words.join(' ')).toContain('--num-prompts 160 --max-concurrency 8');
    expect(runs[0]?.copy).toContain(
      '`source: measured, parallel: 8, users: 8, promptTokens: 1024, outputTokens: 128`',
    );
  });

  test('what the plan does not say is a placeholder', () => {
    const [first, second] = commandOf({ type: stated('vllm') }).runs;
    expect(first?.command).toContain('--model MODEL');
    expect(first?.command).toContain('--random-input-len PROMPT_TOKENS');
    expect(second?.command).toContain('prompt_tokens=PROMPT_TOKENS,output_tokens=OUTPUT_TOKENS');
    expect(first?.copy).not.toContain('promptTokens');
  });

  test('k6 has a script that runs, with constant users and no pause', () => {
    const { runs } = commandOf({ type: undefined }, { prompt: 10, output: 20 });
    const script = scriptOf(runs[0]?.command ?? '');
    expect(script).toContain('vus: 8');
    expect(script).toContain('max_tokens: 20');
    expect(script).not.toContain('sleep');
    const plain = script
      .replace(/^import.*$/m, '')
      .replace('export const', 'const')
      .replace('export default function ()', 'function main()');
    const sent: string[][] = [];
    const http = { post: (...request: string[]) => sent.push(request) };
    runInNewContext(`${plain}\nmain();`, { http, __VU: 3, __ITER: 7 });
    const [url, body] = sent[0] ?? [];
    expect(url).toBe('http://HOST:PORT/v1/chat/completions');
    expect(JSON.parse(body ?? '')).toEqual({
      model: 'MODEL',
      max_tokens: 20,
      messages: [{ role: 'user', content: '3.7 PROMPT of 10 tokens' }],
    });
  });

  test('all servers of a node are one observation', () => {
    const [run] = commandOf({ type: stated('vllm'), servers: stated(2) }).runs;
    expect(run?.copy).toContain('users: 16` (of both servers of the node together');
  });
});

describe('arrivals at a rate', () => {
  const measured = [1, 4, 8, 16].map((load) => observe(load, 1 + 0.1 * load));

  /** The cheapest way to meet a target that only waiting by chance leaves open. */
  function commandAtRate(
    given: Partial<Engine>,
    observations: readonly Observation[] = measured,
    workload: Workload = open(47),
    { routing = 'least-busy', limit = 3 }: { routing?: Routing; limit?: number } = {},
  ) {
    const assessment = assessPlan({
      engine: engine(observations, given),
      workload,
      policy: { routing: stated(routing) },
      targets: [target(limit)],
      scenarios: [{ parallel: 16 }],
    });
    const [measurement] = nextMeasurements(assessment);
    if (!measurement) throw new Error('there is something to measure');
    const [decision] = measurement.decides;
    if (!decision) throw new Error('it decides something');
    const { option } = decision;
    const command = measurementCommand(assessment.plan, measurement);
    return { ...command, option, share: 47 / option.nodes.value };
  }

  test('are what shows waiting by chance: the share of one server, rounded up', () => {
    const { runs, share } = commandAtRate({ type: stated('vllm') });
    const words = wordsOf(runs[0]?.command ?? '', 'vllm');
    const rate = Number(words[words.indexOf('--request-rate') + 1]);
    expect(rate).toBeGreaterThanOrEqual(share);
    expect(rate).toBeLessThan(share * 1.001);
    expect(words).not.toContain('--max-concurrency');
    expect(Number(words[words.indexOf('--num-prompts') + 1])).toBe(Math.ceil(rate * 120));
    expect(runs[1]?.command).toContain(`--profile kind=poisson,rate=${rate},warmup=0.1`);
    expect(runs[0]?.copy).toContain(`rate: ${rate}/s\``);
    expect(runs[0]?.copy).not.toContain('users:');
  });

  test('have answers whose lengths vary as those of the workload do', () => {
    const work = { promptTokens: stated(100), outputTokens: stated(200) };
    const tokens = measured.map((observation) => ({ ...observation, ...work }));
    const { runs } = commandAtRate({ type: stated('vllm') }, tokens, { ...open(47), ...work });
    // 0.5, the default, is sqrt(3) / 2 times the range to either side
    expect(runs[0]?.command).toContain('--random-range-ratio 0.87');
    expect(runs[1]?.command).toContain('output_tokens=200,output_tokens_stdev=100');
    // that of vLLM varies prompts as well
    const lengths = (mean: number): string => `{ mean: ${mean}, cv: 0.5 }`;
    expect(runs[0]?.copy).toContain(`promptTokens: ${lengths(100)}, outputTokens: ${lengths(200)}`);
    expect(runs[1]?.copy).toContain(`promptTokens: 100, outputTokens: ${lengths(200)}`);
  });

  test('k6 could only space evenly, which shows no waiting', () => {
    const { runs } = commandAtRate({});
    expect(runs.map(({ tool }) => tool)).toEqual(['GuideLLM']);
  });

  describe('of users who think', () => {
    const thinking = closed(500, 8);

    test('are as many as they send when nothing waits', () => {
      const { runs, option } = commandAtRate({ type: stated('vllm') }, measured, thinking);
      const words = wordsOf(runs[0]?.command ?? '', 'vllm');
      const rate = Number(words[words.indexOf('--request-rate') + 1]);
      const [load, nodes] = [option.load?.value ?? Number.NaN, option.nodes.value];
      expect(rate / (500 / nodes / (8 + 1 + 0.1 * load))).toBeCloseTo(1, 2);
    });

    test('come from users of k6, who pause for a random time', () => {
      const { runs, option } = commandAtRate({}, measured, thinking);
      expect(runs[0]?.tool).toBe('k6');
      const script = scriptOf(runs[0]?.command ?? '');
      const users = Math.ceil(500 / option.nodes.value);
      expect(script).toContain(`vus: ${users},`);
      expect(runs[0]?.copy).toContain(`users: ${users}, thinkTime: 8s`);
      const plain = script
        .replace(/^import.*$/gm, '')
        .replace('export const', 'const')
        .replace('export default function ()', 'function main()');
      const pauses: number[] = [];
      const sleep = (seconds: number) => pauses.push(seconds);
      const http = { post: () => undefined };
      const given = { http, sleep, OUTPUT_TOKENS: 1, __VU: 1, __ITER: 1 };
      runInNewContext(`${plain}\nfor (let i = 0; i < 4000; i++) main();`, given);
      const mean = pauses.reduce((a, b) => a + b, 0) / pauses.length;
      expect(mean / 8).toBeGreaterThan(0.9);
      expect(mean / 8).toBeLessThan(1.1);
      expect(Math.max(...pauses)).toBeGreaterThan(30);
    });

    test('come at a rate where their requests go to any server', () => {
      const { runs } = commandAtRate({}, measured, thinking, {
        routing: 'random',
        limit: 2.6,
      });
      expect(runs.map(({ tool }) => tool)).toEqual(['GuideLLM']);
    });
  });

  test('are not asked for while a fixed number in flight has something to settle', () => {
    const guessed = [1, 4, 8, 16].map((load) => observe(load, 1 + 0.1 * load, { source: 'guess' }));
    const { runs } = commandAtRate({ type: stated('vllm') }, guessed);
    expect(runs[0]?.command).toContain('--max-concurrency');
  });
});

describe('a hostile name of a model', () => {
  const names = [
    `a'; touch /tmp/x; '`,
    '$(touch x)',
    '`touch x`',
    'a b',
    '"quoted"',
    'a,target=http://evil',
    'a\\',
    '```',
    'é模型',
    'a & b | c > d',
    '!!',
  ];

  test.each(names)('%s stays one word of vLLM', (name) => {
    const { server, runs } = commandOf({ type: stated('vllm'), model: stated(name) });
    expect(wordsOf(server ?? '', 'vllm')).toEqual(['serve', name, '--max-num-seqs', '8']);
    const words = wordsOf(runs[0]?.command ?? '', 'vllm');
    expect(words[words.indexOf('--model') + 1]).toBe(name);
  });

  test.each(names)('%s stays one field of GuideLLM and one string of k6', (name) => {
    const { runs } = commandOf({ type: stated('ollama'), model: stated(name) });
    const [guide, k6] = runs;
    const words = wordsOf(guide?.command ?? '', 'guidellm');
    const backend = words[words.indexOf('--backend') + 1] ?? '';
    expect(JSON.parse(backend)).toMatchObject({ target: 'http://HOST:PORT', model: name });
    expect(wordsOf(k6?.command ?? '', 'k6')).toEqual(['run', '-']);
    expect(scriptOf(k6?.command ?? '')).toContain(`model: ${JSON.stringify(name)},`);
  });

  test.each(names)('%s stays one field of GuideLLM as a tokenizer', (name) => {
    const command = guideLlmCommand({ ...PLAIN_SETUP, tokenizer: name });
    const words = wordsOf(command, 'guidellm');
    const tokenizer = words[words.indexOf('--tokenizer') + 1] ?? '';
    expect(JSON.parse(tokenizer)).toEqual({ kind: 'huggingface_auto', model: name });
  });

  test.each(['--help', '', '  ', 'a\nb', 'a\u202eb', 'a\u0000b', 'a\u2028b', 'a\u200bb'])(
    '%j is none: the placeholder stands for it',
    (name) => {
      const { server } = commandOf({ type: stated('vllm'), model: stated(name) });
      expect(server).toBe('vllm serve MODEL --max-num-seqs 8');
    },
  );
});
