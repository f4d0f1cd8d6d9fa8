/**
 * Reads llama.cpp's `llama-batched-bench`, its table or JSON lines: B sequences at once, each a prompt of PP tokens and
 * an answer of TG tokens. All begin together, so that TTFT is the time of all prompts.
 */
import { t } from '@vscode/l10n';
import { hasKeys, numberAt, toNumber, type Json } from '../json';
import { remark } from '../remarks';
import type { Run, Runs } from '../run';
import type { Source } from '../source';
import { tableRows } from '../tables';
import type { Format } from './format';

const COLUMNS = { pp: 'PP', tg: 'TG', pl: 'B', t_pp: 'T_PP s', t_tg: 'T_TG s', t: 'T s' } as const;
type Key = keyof typeof COLUMNS;
type Value = (key: Key) => number | undefined;

export const BATCHED_BENCH: Format = {
  title: 'llama-batched-bench',
  matches: ({ documents, lines }) => documents.some(isRow) || rowsOf(lines).length > 0,
  read: (source): Runs => {
    const { documents, lines, text } = source;
    const isShared = text.includes('is_pp_shared = 1');
    const rows = rowsOf(lines);
    const ofTable = rows
      .filter(({ isCut }) => !isCut)
      .map(({ cells }) => readRun((key) => toNumber(cells.get(COLUMNS[key])), isShared));
    const ofJson = documents
      .filter(isRow)
      .map((json) => readRun((key) => numberAt(json, key), numberAt(json, 'is_pp_shared') === 1));
    return { runs: [...ofTable, ...ofJson], remarks: cutRemarks(source) };
  },
};

function isRow(json: Json): boolean {
  return hasKeys(json, 'pp', 'tg', 'pl', 't_pp', 't_tg');
}

function rowsOf(lines: readonly string[]): ReturnType<typeof tableRows> {
  return tableRows(lines, Object.values(COLUMNS));
}

function cutRemarks({ lines, cutLines }: Source): Runs['remarks'] {
  const cut = [...rowsOf(lines).flatMap(({ isCut, line }) => (isCut ? [line] : [])), ...cutLines];
  return cut.map((line) => remark('cut-line', { line }));
}

function readRun(value: Value, isShared: boolean): Run {
  const [prompt, output, sequences] = [value('pp'), value('tg'), value('pl')];
  const [first, tokens] = [value('t_pp'), value('t_tg')];
  const whole =
    value('t') ?? (first !== undefined && tokens !== undefined ? first + tokens : undefined);
  const batch = sequences ?? 1;
  return {
    tool: 'llama-batched-bench',
    load: { kind: 'users', users: batch },
    parallel: batch,
    requests: batch,
    errors: undefined,
    throughputPerSecond: whole && whole > 0 ? batch / whole : undefined,
    latency: whole === undefined ? {} : { mean: whole },
    ttft: first === undefined || isShared ? {} : { mean: first },
    tpot:
      tokens !== undefined && output !== undefined && output > 0 ? { mean: tokens / output } : {},
    promptTokens: prompt === undefined ? undefined : { mean: prompt, cv: 0 },
    outputTokens: output === undefined ? undefined : { mean: output, cv: 0 },
    cachedShare: isShared && batch > 1 ? (batch - 1) / batch : undefined,
    remarks: [
      remark('no-server', { tool: 'llama-batched-bench' }),
      ...(isShared ? [remark('shared-prompt', {})] : [remark('first-batch', {})]),
      remark('no-field', { what: [t`token throughput`] }),
    ],
  };
}
