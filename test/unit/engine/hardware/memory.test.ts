import { describe, expect, test } from 'vitest';
import { explainFigure, textOf } from '../../../../src/messages/formulas';
import { assess } from '../../../../src/engine/assess/assess';
import type { Figure } from '../../../../src/engine/figure/figure';
import { tokenFloor } from '../../../../src/engine/hardware/floor';
import type { MemoryCheck } from '../../../../src/engine/hardware/memory';
import { readPlan } from '../../../../src/plan/readPlan';

const assessOf = (node: string, engine: string, parallel: number, workload = '') =>
  assess(
    readPlan(`version: 1
workload: { users: 8${workload} }
nodes: { n: { ${node} } }
engines: { e: { node: n, ${engine} } }
scenarios: { A: { engine: e, parallel: ${parallel} } }
`).plan,
  );

function memory(
  node: string,
  engine: string,
  parallel = 8,
  workload = '',
): MemoryCheck | undefined {
  const [scenario] = assessOf(node, engine, parallel, workload).scenarios;
  return scenario?.memory;
}

function floor(node: string, engine: string): Figure | undefined {
  const [assessed] = assessOf(node, engine, 1).engines;
  return assessed && tokenFloor(assessed.spec);
}

const explain = (figure: Figure | undefined): string[] =>
  figure ? explainFigure(figure).map(textOf) : [];

const LLAMA = 'model: "llama3.1:8b"';
const GB = 1e9;
/** Memory of an L4 for programs. */
const L4 = 22.03 * 2 ** 30;
/** Llama 3.1 8B on vLLM: activations of 2,048 tokens or logits of 256, CUDA graphs of 32 layers, the process. */
const RESERVED =
  Math.max(2048 * 2 * (3 * 14_336 + 3 * 4096), 2048 * 4096 * 2 + 256 * 128_256 * 16) +
  (0.3 + 0.006 * 32 + 0.13 + 0.2) * 2 ** 30;

describe('memory of a server', () => {
  test('is not known where servers take more GPUs than their node has', () => {
    const engine = `type: vllm, ${LLAMA}`;
    expect(memory('gpu: L4, gpus: 8', `${engine}, servers: 8, gpusPerServer: 1`)?.fit).toBe('fits');
    expect(memory('gpu: L4, gpus: 8', `${engine}, servers: 8, gpusPerServer: 8`)).toBeUndefined();
    expect(memory('gpu: L4', `${engine}, gpusPerServer: 16`)).toBeUndefined();
    expect(floor('gpu: L4', `${engine}, gpusPerServer: 16`)).toBeUndefined();
  });

  test('Ollama reserves context for every slot', () => {
    const check = memory('gpu: L4', `type: ollama, ${LLAMA}, context: 8192`);
    expect(check?.weights.value).toBeCloseTo((8.03 * GB * 4.89) / 8, -5);
    // 2 × 32 layers × 8 heads × 128 × 2 bytes
    expect(check?.kvPerSlot?.value).toBe(131_072 * 8192);
    expect(check?.fit).toBe('fits');
    expect(explain(check?.needed)).toEqual([
      '4.57 GiB of weights + 8 GiB of KV cache = 12.6 GiB',
      '8.03 billion parameters × 4.89 bits (default) / 8 = 4.57 GiB of weights',
      '8 slots × 1 GiB = 8 GiB of KV cache',
      '8,192 tokens × 128 KiB = 1 GiB a slot',
      '2 × 32 layers × 8 KV heads × 128 × 2 bytes = 128 KiB a token',
    ]);
  });

  test('the largest that fits does, and one more does not', () => {
    const engine = `type: ollama, ${LLAMA}, context: 8192`;
    const most = memory('gpu: L4', engine)?.largestParallel?.value ?? 0;
    expect(most).toBe(16);
    expect(memory('gpu: L4', engine, most)?.fit).toBe('fits');
    expect(memory('gpu: L4', engine, most + 1)?.fit).toBe('may-not-fit');
    expect(memory('gpu: L4', engine, most + 2)?.fit).toBe('does-not-fit');
    const context = memory('gpu: L4', engine, 64)?.largestContext?.value ?? 0;
    const withContext = (tokens: number) =>
      memory('gpu: L4', `type: ollama, ${LLAMA}, context: ${tokens}`, 64)?.fit;
    expect([withContext(context), withContext(context + 1)]).toEqual(['fits', 'may-not-fit']);
  });

  test('so does the largest context of a model with windows', () => {
    const fits = (context: number) =>
      memory('memory: 32 GB', `type: ollama, model: "gemma2:27b", context: ${context}`, 8);
    const most = fits(8192)?.largestContext?.value ?? 0;
    expect(most).toBeGreaterThan(4096);
    expect([fits(most)?.fit, fits(most + 1)?.fit]).toEqual(['fits', 'may-not-fit']);
  });

  test('and it is never beyond what the model takes', () => {
    const check = memory('memory: 400 GB', `type: ollama, ${LLAMA}, context: 8192`, 1);
    expect(check?.largestContext?.value).toBe(131_072);
    expect(explain(check?.largestContext)[0]).toMatch(
      /but the model takes no more than 131,072 tokens = 131,072 tokens$/,
    );
  });

  test('vLLM pages: prompt and answer count, and a share of the memory is left', () => {
    const check = memory(
      'gpu: L4',
      `type: vllm, ${LLAMA}`,
      8,
      ', promptTokens: 1500, outputTokens: 500',
    );
    expect(check?.kvPerSlot?.value).toBe(131_072 * 2000);
    expect(check?.usable.value).toBeCloseTo(0.92 * L4 - RESERVED, -3);
    expect(check?.weights.value).toBeCloseTo(16.06 * GB, -5);
    expect(check?.largestContext).toBeUndefined();
  });

  test('of a server that pages the context limits one request, and says nothing of the others', () => {
    const check = memory('gpu: L4', `type: vllm, ${LLAMA}, context: 34816`, 64);
    expect(check?.kvPerSlot).toBeUndefined();
    expect(check?.kv?.value).toBe(131_072 * 34_816);
    expect([check?.fit, check?.largestParallel?.value]).toEqual(['may-not-fit', 0]);
    const surely = 0.92 * L4 - RESERVED - (check?.margin.value ?? 0);
    expect(check?.largestContext?.value).toBe(
      Math.floor((surely - (check?.weights.value ?? 0)) / 131_072),
    );
    const tooLong = memory('gpu: L4', `type: vllm, ${LLAMA}, context: 65536`, 1);
    expect([tooLong?.fit, tooLong?.largestParallel?.value]).toEqual(['does-not-fit', 0]);
    expect(explain(tooLong?.largestParallel)[0]).toBe(
      '15 GiB of weights + 8 GiB for one request of `context` exceed 18.9 GiB − 475 MiB to be sure: 0 slots',
    );
  });

  test('vLLM does not start without room for such a request, whatever those of the workload take', () => {
    const lengths = ', promptTokens: 100, outputTokens: 100';
    const fits = (type: string) =>
      memory('gpu: L4', `type: ${type}, ${LLAMA}, context: 65536`, 8, lengths)?.fit;
    expect([fits('vllm'), fits('sglang')]).toEqual(['does-not-fit', 'fits']);
  });

  test('`reservedMemory` is taken off what is left for weights and KV cache', () => {
    const lengths = ', promptTokens: 100, outputTokens: 100';
    const check = (type: string, more = '') =>
      memory('gpu: L4', `type: ${type}, ${LLAMA}${more}`, 8, lengths);
    for (const type of ['vllm', 'ollama']) {
      const whole = check(type);
      const less = check(type, ', reservedMemory: 3 GiB');
      expect((whole?.usable.value ?? 0) - (less?.usable.value ?? 0)).toBeCloseTo(3 * 2 ** 30, -2);
      expect((less?.overhead.value ?? 0) - (whole?.overhead.value ?? 0)).toBeCloseTo(
        3 * 2 ** 30,
        -2,
      );
      expect(explain(less?.usable)[0]).toContain('− 3 GiB of `reservedMemory`');
    }
  });

  test('an H100 has 80 GB, and eight of them 640 GB', () => {
    expect(memory('gpu: H100', `type: vllm, ${LLAMA}`)?.soldBytes).toBe(80e9);
    const engine = `type: vllm, ${LLAMA}, gpusPerServer: 4`;
    expect(memory('gpu: H100, gpus: 8', `${engine}, servers: 2`)?.soldBytes).toBe(320e9);
    expect(memory('gpu: our own, memory: 24 GB', `type: vllm, ${LLAMA}`)?.soldBytes).toBe(24e9);
  });

  test('requests are cut off at the context', () => {
    const engine = `type: vllm, ${LLAMA}, context: 1024`;
    const check = memory('gpu: L4', engine, 8, ', promptTokens: 4000, outputTokens: 128');
    expect(check?.kvPerSlot?.value).toBe(131_072 * 1024);
    expect(explain(check?.kvPerSlot)).toContain(
      '4,128 tokens, but no more than 1,024 tokens = 1,024 tokens',
    );
  });

  test.for([
    ['ollama', 4096],
    ['vllm', 4096],
    ['llama.cpp', 128_000],
  ] as const)('%s reserves %d tokens at most of a model that takes 4,096', ([type, tokens]) => {
    const model = 'model: "llama2:7b", quantization: q4_0, context: 128k';
    const check = memory('gpu: A100', `type: ${type}, ${model}`, 1);
    expect(check?.kv?.value).toBe(2 * 32 * 32 * 128 * 2 * tokens);
  });

  test('without lengths or context the weights alone count', () => {
    const check = memory('gpu: L4', 'type: vllm, model: Qwen/Qwen2.5-32B');
    expect([check?.fit, check?.kv, check?.largestParallel?.value]).toEqual([
      'does-not-fit',
      undefined,
      0,
    ]);
    const fitting = memory('gpu: L4', 'type: vllm, model: Qwen/Qwen2.5-3B');
    expect([fitting?.fit, fitting?.largestParallel]).toEqual(['fits', undefined]);
  });

  test.for([
    ['gpu: L4, gpus: 4', '', 4 * L4],
    ['gpu: L4, gpus: 4', 'servers: 2, ', 2 * L4],
    ['gpu: L4, gpus: 4', 'gpusPerServer: 1, ', L4],
    ['gpu: L4', 'servers: 2, ', L4 / 2],
    ['gpu: L4, memory: 20 GB', '', 20 * GB],
  ] as const)('%s, %s%d bytes', ([node, servers, bytes]) => {
    const check = memory(node, `${servers}type: vllm, ${LLAMA}`);
    expect(check?.memory.value).toBeCloseTo(bytes, -3);
  });

  test('what is not for weights and KV cache is named', () => {
    const vllm = memory('gpu: L4', `type: vllm, ${LLAMA}`);
    expect(explain(vllm?.overhead)).toEqual([
      '22 GiB for programs − 18.9 GiB = 3.09 GiB left free',
      '22 GiB for programs × 92% (default) − 1.33 GiB for activations, CUDA graphs and processes = 18.9 GiB usable',
    ]);
    const ollama = memory('gpu: L4, gpus: 2', `type: ollama, ${LLAMA}`);
    // and a batch of 512 tokens for the output layer
    expect(ollama?.overhead.value).toBe(2 * (457 * 2 ** 20 + 512 * 128_256 * 4));
    expect(ollama?.memory.value).toBeCloseTo(2 * L4, -3);
  });

  test.for([
    ['gpu: our own', `type: vllm, ${LLAMA}`],
    ['gpu: L4', 'type: vllm, model: our-own'],
    ['gpu: L4', LLAMA],
    ['gpu: L4', `type: vllm, ${LLAMA}, quantization: our-own`],
  ] as const)('nothing is guessed: %s, %s', ([node, engine]) => {
    expect(memory(node, engine)).toBeUndefined();
  });
});

describe('the least time for a token', () => {
  test('is bytes over bandwidth, without the input embeddings that are looked up; the output layer has 16 bits', () => {
    const token = floor('gpu: L4', `${LLAMA}, quantization: fp8`);
    expect(token?.value).toBeCloseTo(
      (8.03 - (128_256 * 4096) / GB + (128_256 * 4096) / GB) / 300,
      4,
    );
    expect(explain(token)).toEqual([
      '8.03 GB / 300 GB/s = 26.8 ms a token',
      '6.979 billion parameters × 8 bits / 8 + 0.5253 billion parameters × 16 bits / 8 = 8.03 GB read',
    ]);
  });

  test('reads embeddings that are the output layer too', () => {
    const token = floor('gpu: L4', 'model: "llama3.2:3b", quantization: fp8');
    expect(explain(token)).toEqual([
      '3.61 GB / 300 GB/s = 12 ms a token',
      '2.819 billion parameters × 8 bits / 8 + 0.394 billion parameters × 16 bits / 8 = 3.61 GB read',
    ]);
  });

  test('leaves memory with all parameters', () => {
    const check = memory('gpu: L4', `type: vllm, ${LLAMA}, quantization: fp8`);
    // embeddings and output layer keep 16 bits
    expect(check?.weights.value).toBeCloseTo(9.08 * GB, -7);
  });

  test('falls with the GPUs of a server, whose bandwidth adds up', () => {
    const alone = floor('gpu: L4', `${LLAMA}, quantization: fp8`)?.value ?? 0;
    expect(floor('gpu: L4, gpus: 2', `${LLAMA}, quantization: fp8`)?.value).toBeCloseTo(alone / 2);
  });

  test.for([
    ['gpu: L4', 'servers: 2', 1],
    ['gpu: L4, gpus: 2', 'servers: 2', 1],
    ['gpu: L4, gpus: 3', 'servers: 2', 2],
    ['gpu: L4, gpus: 4', 'servers: 8', 1],
    ['gpu: L4, gpus: 8', 'servers: 2, gpusPerServer: 4', 4],
  ] as const)(
    'leaves a lone request the whole of a GPU that servers share: %s, %s',
    ([node, servers, gpus]) => {
      const alone = floor('gpu: L4', `${LLAMA}, quantization: fp8`)?.value ?? 0;
      const shared = floor(node, `${LLAMA}, quantization: fp8, ${servers}`)?.value;
      expect(shared).toBeCloseTo(alone / gpus);
    },
  );

  test('counts the active weights of a mixture of experts', () => {
    expect(floor('gpu: L4', 'model: "mixtral:8x7b", quantization: fp8')?.value).toBeCloseTo(
      (12.75 + 0.131) / 300,
      4,
    );
  });

  test('is none with speculative decoding', () => {
    expect(floor('gpu: L4', `${LLAMA}, quantization: fp8, speculative: true`)).toBeUndefined();
  });
});
