import { describe, expect, it } from 'vitest';
import { readServers } from '../../../../accuracy/tokens/measuredServers';
import { predictAll } from '../../../../accuracy/tokens/scoreTokens';
import { summarize } from '../../../../accuracy/tokens/summarize';

const row = (tokens: number, concurrency: number, latency: number): object => ({
  promptTokens: tokens,
  outputTokens: tokens,
  concurrency,
  latency,
});
const ROWS = [row(512, 1, 3.88), row(512, 16, 5.45), row(512, 64, 10.8), row(1024, 16, 13.2)];
const SERVER = { id: 'a', engine: 'vLLM', model: 'meta-llama/Llama-2-7b-hf', gpu: 'h100', gpus: 1 };

describe('files of measured servers', () => {
  it('may miss fields', () => {
    expect(readServers({})).toEqual([]);
    const [server] = readServers({ servers: [{ rows: [...ROWS, { latency: 1 }] }] });
    expect(server?.rows).toHaveLength(4);
    expect(server?.facts.accelerator).toBeUndefined();
  });

  it('are read without rows that their throughput contradicts', () => {
    const perRequest = { ...row(512, 32, 1.2), outputTokensPerSecond: 209 };
    const [server] = readServers({ servers: [{ ...SERVER, rows: [...ROWS, perRequest] }] });
    expect([server?.rows.length, server?.skipped]).toEqual([4, 1]);
  });

  it('are read without runs that failed', () => {
    const [server] = readServers({ servers: [{ ...SERVER, rows: [...ROWS, row(2048, 16, 0.8)] }] });
    expect([server?.rows.length, server?.skipped]).toEqual([4, 1]);
  });

  it('have one row for repeats', () => {
    const [server] = readServers({
      servers: [{ ...SERVER, rows: [row(512, 1, 2), row(512, 1, 8)] }],
    });
    expect(server?.rows.map(({ latency }) => latency)).toEqual([4]);
  });
});

describe('scores', () => {
  const servers = readServers({ servers: [{ ...SERVER, rows: ROWS }] });
  const summaries = summarize(predictAll(servers));
  const of = (
    mode: string,
    to: string,
    method: string,
  ): { n: number; median: number } | undefined =>
    summaries.find((s) => s.mode === mode && s.to === to && s.method === method);

  it('count every row that was not given', () => {
    expect(of('all', 'lengths', 'ours')?.n).toBe(4);
    expect(of('two', 'loads', 'ours')?.n).toBe(1);
    expect(of('hardware', 'lengths', 'ours')?.n).toBe(4);
    expect(of('other-gpu-0', 'lengths', 'ours')).toBeUndefined();
  });

  it('show what other ways would have said', () => {
    // From 1,024 tokens to 512 at the same load: 13.2 s unchanged, half of it by output tokens.
    const errors = predictAll(servers)
      .filter((p) => p.mode === 'all' && p.row.load === 16 && p.row.promptTokens === 512)
      .map(({ method, predicted }) => [method, predicted]);
    expect(errors).toContainEqual(['unchanged', 13.2]);
    expect(errors).toContainEqual(['by-output', 6.6]);
  });

  it('count servers of unknown GPUs as such only', () => {
    const unknown = readServers({ servers: [{ ...SERVER, gpu: '?', rows: ROWS }] });
    expect(new Set(predictAll(unknown).map(({ mode }) => mode))).toEqual(new Set(['unknown-gpu']));
  });
});
