/**
 * Reads llama.cpp's `llama-bench`, as table, JSON, JSON lines or CSV. A test is a prompt (pp512), an answer (tg128), or
 * both, of one request alone. Its time of a prompt is TTFT, its time of a generated token is TPOT.
 */
import { t } from '@vscode/l10n';
import { parseRows } from '../csvRows';
import { dayOfText } from '../dates';
import { hasKeys, listAt, numberAt, textAt, toNumber, type Json } from '../json';
import { remark } from '../remarks';
import { NO_TIMES, type Run, type Runs } from '../run';
import type { Source } from '../source';
import { tableRows } from '../tables';
import type { Format } from './format';

interface Test {
  readonly prompt: number;
  readonly output: number;
  /** Tokens that were in the context before. */
  readonly depth: number;
  readonly tokensPerSecond: number;
  readonly repetitions?: number | undefined;
  readonly version?: string | undefined;
  readonly date?: string | undefined;
  readonly model?: string | undefined;
}

const COLUMNS = ['model', 'test', 't/s'] as const;

export const LLAMA_BENCH: Format = {
  title: 'llama-bench',
  matches: (source) => recordsOf(source).length > 0 || rowsOf(source).length > 0,
  read: (source): Runs => {
    const tests = [
      ...recordsOf(source).flatMap(testOfRecord),
      ...rowsOf(source).flatMap(({ cells, isCut }) => (isCut ? [] : testOfRow(cells))),
    ];
    const cut = rowsOf(source).flatMap(({ isCut, line }) => (isCut ? [line] : []));
    return {
      runs: tests.map(readRun),
      remarks: [...cut, ...source.cutLines].map((line) => remark('cut-line', { line })),
    };
  },
};

function rowsOf({ lines }: Source): ReturnType<typeof tableRows> {
  return tableRows(lines, COLUMNS);
}

/** Records of JSON, or of CSV with the same names. */
function recordsOf({ documents, text, lines }: Source): readonly Json[] {
  const found = documents.filter(isRecord);
  if (found.length > 0 || !/\bavg_ts\b/.test(lines[0] ?? '')) return found;
  const [head = [], ...rows] = parseRows(text);
  return rows
    .map((row): Json => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
    .filter(isRecord);
}

function isRecord(json: Json): boolean {
  return hasKeys(json, 'n_prompt', 'n_gen', 'avg_ts');
}

function testOfRecord(json: Json): readonly Test[] {
  const tokensPerSecond = numberAt(json, 'avg_ts');
  if (tokensPerSecond === undefined) return [];
  const build = numberAt(json, 'build_number');
  return [
    {
      prompt: numberAt(json, 'n_prompt') ?? 0,
      output: numberAt(json, 'n_gen') ?? 0,
      depth: numberAt(json, 'n_depth') ?? 0,
      tokensPerSecond,
      repetitions: listAt(json, 'samples_ns').length || undefined,
      version: build === undefined ? textAt(json, 'build_commit') : `b${build}`,
      date: dayOfText(textAt(json, 'test_time')),
      model: textAt(json, 'model_type'),
    },
  ];
}

const TEST = /^(?:pp(\d+))?\+?(?:tg(\d+))?(?: @ d(\d+))?$/;

/** Reads `pp512`, `tg128 @ d4096`, `pp512+tg128`, and `2368.80 ± 93.24`. */
function testOfRow(cells: ReadonlyMap<string, string>): readonly Test[] {
  const found = TEST.exec(cells.get('test') ?? '');
  const tokensPerSecond = toNumber(cells.get('t/s')?.split('±')[0]);
  if (!found || tokensPerSecond === undefined) return [];
  const [prompt, output, depth] = found.slice(1).map((each) => Number(each ?? 0));
  return [
    {
      prompt: prompt ?? 0,
      output: output ?? 0,
      depth: depth ?? 0,
      tokensPerSecond,
      model: cells.get('model'),
    },
  ];
}

function readRun(test: Test): Run {
  const { prompt, output, depth, tokensPerSecond, repetitions, version, date, model } = test;
  const whole = (prompt + output) / tokensPerSecond;
  const part = prompt > 0 && output > 0 ? undefined : prompt > 0 ? 'prompt' : 'answer';
  return {
    tool: 'llama-bench',
    version,
    date,
    model,
    load: { kind: 'users', users: 1 },
    part,
    parallel: 1,
    requests: repetitions,
    latency: part === undefined ? { mean: whole } : NO_TIMES,
    ttft: part === 'prompt' ? { mean: whole } : NO_TIMES,
    tpot: part === 'answer' ? { mean: 1 / tokensPerSecond } : NO_TIMES,
    promptTokens: prompt + depth > 0 ? { mean: prompt + depth, cv: 0 } : undefined,
    outputTokens: output > 0 ? { mean: output, cv: 0 } : undefined,
    cachedShare: prompt > 0 && depth > 0 ? depth / (prompt + depth) : undefined,
    remarks: [
      remark('no-server', { tool: 'llama-bench' }),
      ...(part === 'answer' && depth === 0 ? [remark('depth-zero', {})] : []),
      remark('no-field', { what: [t`token throughput`, t`standard deviations`] }),
    ],
  };
}
