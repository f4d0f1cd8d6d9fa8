/** Servers that were measured at several token lengths, from files of `servers[].rows[]`. */
import { hardwareOf } from '../../../src/engine/curve/serverHardware';
import type { HardwareFacts } from '../../../src/engine/curve/tokens/hardwareFacts';
import type { EngineType } from '../../../src/engine/plan/plan';
import { bitsPerWeight } from '../../../src/engine/catalog/data/quantizations';
import { engineFor } from '../engineFor';

export interface Row {
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly load: number;
  readonly latency?: number;
  readonly ttft?: number;
  readonly tpot?: number;
}

export interface MeasuredServer {
  readonly id: string;
  readonly engine: EngineType;
  readonly model: string;
  readonly gpu: string;
  readonly gpus: number;
  readonly quantization: string;
  /** All requests of a run start together. */
  readonly static: boolean;
  readonly facts: HardwareFacts;
  readonly rows: readonly Row[];
  readonly skipped: number;
}

/** Fields may be missing, and files may have others. */
type Raw = Readonly<Record<string, unknown>>;

export function readServers(file: unknown): readonly MeasuredServer[] {
  const servers = (file as { servers?: readonly Raw[] }).servers ?? [];
  return servers.map(readServer).filter(({ rows }) => rows.length > 0);
}

function readServer(raw: Raw): MeasuredServer {
  const text = (key: string): string => (typeof raw[key] === 'string' ? raw[key] : '?');
  const all = Array.isArray(raw.rows) ? (raw.rows as readonly Raw[]) : [];
  const usable = all.flatMap(readRow);
  const rows = withoutContradictions(mergeRepeats(usable));
  const gpus = number(raw.gpus) ?? 1;
  return {
    id: text('id'),
    engine: engineOf(text('engine')),
    model: text('model'),
    gpu: text('gpu'),
    gpus,
    quantization: text('quantization'),
    static: raw.kind === 'static',
    facts: factsOf(text, gpus),
    rows,
    skipped: all.length - usable.length + mergeRepeats(usable).length - rows.length,
  };
}

/** LLM-Inference-Bench (arXiv 2411.00136) ran on Polaris, whose A100 have 40 GB. */
const KNOWN_AS: Readonly<Record<string, string>> = { 'Nvidia A100 GPU': 'A100 40GB' };

function readRow(raw: Raw): Row[] {
  const load = number(raw.concurrency);
  const promptTokens = number(raw.promptTokens);
  const outputTokens = number(raw.outputTokens);
  if (load === undefined || promptTokens === undefined || outputTokens === undefined) return [];
  const latency = number(raw.latency);
  const ttft = number(raw.ttft);
  const tpot = number(raw.tpot);
  const row = {
    promptTokens,
    outputTokens,
    load,
    ...(latency && { latency }),
    ...(ttft && { ttft }),
    ...(tpot && { tpot }),
  };
  if (!latency && !ttft && !tpot) return [];
  return agreesWithThroughput(row, number(raw.outputTokensPerSecond)) ? [row] : [];
}

/**
 * Little's law: tokens a second x latency = requests x tokens, of the output or with the prompt. Some sources give
 * the time of a batch divided by its requests as a latency.
 */
function agreesWithThroughput(row: Row, throughput: number | undefined): boolean {
  if (throughput === undefined || row.latency === undefined) return true;
  const tokens = (throughput * row.latency) / row.load;
  const off = Math.min(
    Math.abs(Math.log(tokens / row.outputTokens)),
    Math.abs(Math.log(tokens / (row.outputTokens + row.promptTokens))),
  );
  return off < Math.log(1.5);
}

/** The geometric mean of rows at the same load and lengths. */
function mergeRepeats(rows: readonly Row[]): readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = [row.promptTokens, row.outputTokens, row.load].join();
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const merged: Record<string, number> = { ...first };
    for (const metric of ['latency', 'ttft', 'tpot'] as const) {
      const logs = group.flatMap((row) => (row[metric] ? [Math.log(row[metric])] : []));
      if (logs.length > 0) merged[metric] = Math.exp(logs.reduce((a, b) => a + b) / logs.length);
    }
    return [merged as unknown as Row];
  });
}

/** Without rows that do more work in less than half of the time: such runs failed. */
function withoutContradictions(rows: readonly Row[]): readonly Row[] {
  return rows.filter(
    (row) =>
      !rows.some(
        (less) =>
          less.load === row.load &&
          less.promptTokens <= row.promptTokens &&
          less.outputTokens <= row.outputTokens &&
          (row.latency ?? 1) < 0.5 * (less.latency ?? 0),
      ),
  );
}

function engineOf(name: string): EngineType {
  const key = name.toLowerCase();
  if (key.includes('sglang')) return 'sglang';
  if (key.includes('vllm')) return 'vllm';
  if (key.includes('trt') || key.includes('tensorrt')) return 'tensorrt-llm';
  if (key.includes('tgi')) return 'tgi';
  if (key.includes('llama.cpp')) return 'llama.cpp';
  if (key.includes('ollama')) return 'ollama';
  return 'other';
}

/**
 * Sources that were published before vLLM 0.8: LLM-Inference-Bench (arXiv 2411.00136) and the comparison of dstack, both
 * of 2024. They name no version; 0.6 was the newest then.
 */
const OF_2024 = /^(anl|405b):/;

function versionOf(id: string): string | undefined {
  return OF_2024.test(id) ? '0.6' : /@v?([\d.]+)$/.exec(id)?.[1];
}

function factsOf(text: (key: string) => string, gpus: number): HardwareFacts {
  const written = text('quantization');
  const engine = engineFor({
    type: engineOf(text('engine')),
    version: versionOf(text('id')),
    model: text('model'),
    quantization:
      written === 'fp4' ? 'mxfp4' : bitsPerWeight(written) === undefined ? 'fp16' : written,
    gpu: KNOWN_AS[text('gpu')] ?? text('gpu'),
    gpus,
  });
  const unknown = { accelerator: undefined, gpus, model: undefined, weightBits: 16, cacheBits: 16 };
  return hardwareOf(engine)?.facts ?? unknown;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}
