/**
 * Reads the blocks that `vllm bench serve` and `sglang.bench_serving` print at their end, also several in one log. A
 * block counts only with its last line, since a number may be cut in a text that ends early.
 */
import { t } from '@vscode/l10n';
import { toNumber } from '../json';
import { remark } from '../remarks';
import type { Run, Runs } from '../run';
import type { Source } from '../source';
import type { Format } from './format';
import { lookUp, servedRun } from './servedRun';
import { retokenizedRemarks } from './sglangJson';

const BANNER = '= Serving Benchmark Result =';
const END = /^[\s#>|]*={20,}\s*$/;
const ENTRY = /^[\s#>|]*([A-Za-z][^:]*?):\s+(\S.*?)\s*$/;

interface Block {
  /** Values by label, in lower case. */
  readonly values: ReadonlyMap<string, string>;
  /** Text before the block: the command and its settings. */
  readonly before: string;
}

const readBlocks = (source: Source): readonly Block[] => findBlocks(source).blocks;

function formatOf(printedBy: string, isOf: (block: Block) => boolean, tool: string): Format {
  return {
    title: `${printedBy} (printed)`,
    printedBy,
    matches: (source) => source.text.includes(BANNER) && readBlocks(source).some(isOf),
    read: (source): Runs => {
      const { blocks, cut } = findBlocks(source);
      return {
        runs: blocks.filter(isOf).map((block) => readRun(block, tool)),
        remarks: cut === undefined ? [] : [remark('cut-line', { line: cut })],
      };
    },
  };
}

const isSglang = ({ values }: Block): boolean =>
  values.has('backend') || values.has('mean e2e latency (ms)');

export const VLLM_BLOCK = formatOf(
  'vllm bench serve',
  (block) => !isSglang(block),
  'vllm bench serve',
);
export const SGLANG_BLOCK = formatOf('SGLang bench_serving', isSglang, 'sglang.bench_serving');

/** True for a text with the first line of a block, but not the last one. */
export function isCutBlock(source: Source): boolean {
  return source.text.includes(BANNER) && readBlocks(source).length === 0;
}

/** @returns The whole blocks, and the line at which one begins that has no end. */
function findBlocks({ lines }: Source): { readonly blocks: Block[]; readonly cut?: number } {
  const blocks: Block[] = [];
  let values: Map<string, string> | undefined;
  let before: string[] = [];
  let begin = 0;
  for (const [index, line] of lines.entries()) {
    if (line.includes(BANNER)) {
      values = new Map();
      begin = index + 1;
    } else if (values && END.test(line)) {
      blocks.push({ values, before: before.join('\n') });
      values = undefined;
      before = [];
    } else if (values) {
      const [, label, value] = ENTRY.exec(line) ?? [];
      if (label !== undefined && value !== undefined) values.set(label.toLowerCase(), value);
    } else {
      before.push(line);
    }
  }
  return values ? { blocks, cut: begin } : { blocks };
}

function readRun({ values, before }: Block, tool: string): Run {
  const number = (...labels: string[]): number | undefined =>
    labels.map((label) => toNumber(values.get(label))).find((value) => value !== undefined);
  const setting = (pattern: RegExp): string | undefined => pattern.exec(before)?.[1];
  const completed = number('successful requests');
  const output = number('total generated tokens');
  const metricOf = (metric: string): string =>
    metric === 'e2el' && values.has('mean e2e latency (ms)') ? 'e2e latency' : metric;
  return servedRun({
    tool,
    model: setting(/(?:\bmodel(?:_id)?=['"]|--model[ =]['"]?)([^'"\s,]+)/),
    concurrency:
      number(
        'maximum request concurrency',
        'max request concurrency',
        'max reqeuest concurrency',
      ) ??
      toNumber(
        setting(/(?:Maximum request concurrency: |\bmax_concurrency=|--max-concurrency[ =])(\d+)/),
      ),
    ratePerSecond:
      number('request rate configured (rps)', 'traffic request rate') ??
      toNumber(setting(/(?:Traffic request rate: |\brequest_rate=|--request-rate[ =])([\d.]+)/)),
    burstiness: toNumber(setting(/(?:Burstiness factor: |\bburstiness=|--burstiness[ =])([\d.]+)/)),
    isRamped: /Traffic ramp-up strategy: (linear|exponential)/.test(before),
    completed,
    failed: number('failed requests'),
    throughputPerSecond: number('request throughput (req/s)'),
    promptTokens: number('total input tokens'),
    outputTokens: output,
    secondsOf: (metric, statistic) =>
      lookUp(statistic, (name) => number(`${name} ${metricOf(metric)} (ms)`), 1e-3),
    noField: [t`token throughput`],
    remarks: retokenizedRemarks(completed, output, number('total generated tokens (retokenized)')),
  });
}
