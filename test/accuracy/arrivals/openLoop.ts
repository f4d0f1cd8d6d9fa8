/**
 * Reads files of series that were measured in a closed and in an open loop: { workload, series: [{ series, slots,
 * stages: [{ requestedRate, throughput, burstiness, promptTokens, outputTokens, latencyMean, latencyP50, ... }],
 * closed: [{ users, latency, ttft, tpot or tokensPerSecond, note }] }] }, in seconds and requests a second.
 */
import type { ArrivalCase, ClosedPoint, Times } from './arrivalCase';

/** Fields may be missing, and files may have others. */
type Raw = Readonly<Record<string, unknown>>;

/** A stage that got less than this share of the rate that it asked for was saturated. */
const KEPT_UP = 0.95;

export interface OpenLoopFile {
  readonly cases: readonly ArrivalCase[];
  /** Stages in all, and those left out: the server did not keep up, or nothing closed was measured. */
  readonly stages: number;
}

export function readOpenLoop(file: unknown): OpenLoopFile {
  const raw = file as Raw;
  // Ranges of lengths may be in either text.
  const about = [text(raw.workload), text(raw.title)].join(' ');
  const all = list(raw.series);
  return {
    cases: all.flatMap((series) => casesOf(series, about)),
    stages: all.reduce((sum, series) => sum + list(series.stages).length, 0),
  };
}

function casesOf(series: Raw, about: string): readonly ArrivalCase[] {
  const closed = list(series.closed);
  if (closed.length === 0) return [];
  return list(series.stages)
    .filter(keptUp)
    .flatMap((stage, i) => {
      const rate = number(stage.throughput) ?? number(stage.requestedRate);
      if (rate === undefined) return [];
      const promptTokens = number(stage.promptTokens);
      const outputTokens = number(stage.outputTokens);
      const observed = closed.flatMap((point) => closedPoint(point, promptTokens, outputTokens));
      if (observed.length === 0) return [];
      // the shape of gamma distributed gaps, as in `vllm bench serve --burstiness`
      const burstiness = number(stage.burstiness);
      const question: ArrivalCase = {
        name: `${text(series.series)} ${text(stage.test) || i}`,
        family: 'open',
        type: 'vllm',
        parallel: number(series.slots) ?? 256,
        observed,
        load: `rate: ${rate}/s`,
        lengths: {
          ...(promptTokens && { promptTokens, ...cv('promptCv', about, /prompts?/) }),
          ...(outputTokens && { outputTokens, ...cv('outputCv', about, /(?:answers?|outputs?)/) }),
        },
        ...(burstiness && { arrivalScv: 1 / burstiness }),
        nodes: 1,
        routing: 'least-busy',
        truth: truthOf(stage),
      };
      return [question];
    });
}

function keptUp(stage: Raw): boolean {
  const [got, asked] = [number(stage.throughput), number(stage.requestedRate)];
  return got === undefined || asked === undefined || got >= KEPT_UP * asked;
}

function truthOf(stage: Raw): Times {
  const times = {
    mean: number(stage.latencyMean),
    p50: number(stage.latencyP50),
    p95: number(stage.latencyP95),
    p99: number(stage.latencyP99),
    ttft: number(stage.ttftMean),
    tpot: number(stage.tpotMean),
  };
  return Object.fromEntries(Object.entries(times).filter(([, seconds]) => seconds !== undefined));
}

/**
 * A point without a latency is left out. Lengths that it does not state are those of the stage. Where a latency was
 * scaled to longer answers, the plan gets what was measured: the tool's times with its own lengths.
 */
function closedPoint(
  point: Raw,
  promptTokens: number | undefined,
  outputTokens: number | undefined,
): ClosedPoint[] {
  const users = number(point.users);
  const note = text(point.note);
  const perSecond = number(point.tokensPerSecond);
  const ttft = number(point.ttft);
  const tpot = number(point.tpot) ?? (perSecond && 1 / perSecond);
  const measured = inText(note, /([\d.]+) out, latency scaled/);
  const latency = measured && ttft && tpot ? ttft + (measured - 1) * tpot : number(point.latency);
  if (users === undefined || latency === undefined) return [];
  const prompt =
    number(point.promptTokens) ?? inText(note, /([\d.]+) in\b(?! flight)/) ?? promptTokens;
  const output =
    number(point.outputTokens) ?? measured ?? inText(note, /([\d.]+) out\b/) ?? outputTokens;
  return [
    {
      users,
      latency,
      ...optional('ttft', ttft),
      ...optional('tpot', tpot),
      ...optional('throughputPerSecond', number(point.throughput)),
      ...optional('promptTokens', prompt),
      ...optional('outputTokens', output),
      ...optional('requests', number(point.requests)),
    },
  ];
}

function inText(note: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(note)?.[1];
  return found === undefined ? undefined : number(Number(found));
}

/** Coefficient of variation of lengths that are uniform over a range: width / √12 / mean. */
function cv(
  name: 'promptCv' | 'outputCv',
  about: string,
  what: RegExp,
): Partial<ArrivalCase['lengths']> {
  const pattern = new RegExp(`${what.source}\\s+of\\s+([\\d.]+)\\s+to\\s+([\\d.]+)`);
  const [, low, high] = pattern.exec(about) ?? [];
  if (low === undefined || high === undefined) return {};
  const [from, to] = [Number(low), Number(high)];
  return { [name]: ((to - from) / Math.sqrt(12) / (from + to)) * 2 };
}

function optional<K extends string>(name: K, value: number | undefined) {
  return (value === undefined ? {} : { [name]: value }) as Partial<Record<K, number>>;
}

function list(value: unknown): readonly Raw[] {
  return Array.isArray(value) ? (value as readonly Raw[]) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}
