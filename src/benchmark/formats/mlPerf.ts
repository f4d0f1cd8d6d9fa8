/**
 * Reads MLPerf's `mlperf_log_summary.txt` (LoadGen), all times in nanoseconds. The Server scenario sends at random
 * moments, SingleStream one request after the other. Offline latency counts from the start of the whole batch.
 */
import { t } from '@vscode/l10n';
import { ratio, scaled, timesOf } from '../figures';
import { toNumber } from '../json';
import { remark, type Remark } from '../remarks';
import type { Load, Run, Runs, Times } from '../run';
import type { Source } from '../source';
import type { Format } from './format';

const BANNER = /^\s*MLPerf Results Summary\s*$/;
const ENTRY = /^\s*([A-Za-z0-9][^:]*?)\s*:\s*(\S.*?)\s*$/;

/** Values by label in lower case, of one summary. */
type Summary = ReadonlyMap<string, string>;

export const MLPERF: Format = {
  title: 'MLPerf log summary',
  matches: ({ lines }) => lines.some((line) => BANNER.test(line)),
  read: (source): Runs => {
    const summaries = summariesOf(source).map(readSummary);
    return {
      runs: summaries.flatMap(({ run }) => run ?? []),
      remarks: summaries.flatMap(({ remarks }) => remarks),
    };
  },
};

function summariesOf({ lines }: Source): readonly Summary[] {
  const summaries: Map<string, string>[] = [];
  for (const line of lines) {
    if (BANNER.test(line)) summaries.push(new Map());
    const [, label, value] = ENTRY.exec(line) ?? [];
    const values = summaries.at(-1);
    const key = label?.toLowerCase();
    if (values && key !== undefined && value !== undefined && !values.has(key)) {
      values.set(key, value);
    }
  }
  return summaries;
}

function readSummary(summary: Summary): {
  readonly run?: Run;
  readonly remarks: readonly Remark[];
} {
  const scenario = (summary.get('scenario') ?? '').replaceAll(' ', '');
  if (/accuracy/i.test(summary.get('mode') ?? ''))
    return { remarks: [remark('accuracy-only', {})] };
  if (scenario === 'Server') return { run: readRun(summary, serverLoad(summary)), remarks: [] };
  if (scenario === 'SingleStream') {
    return { run: readRun(summary, { kind: 'users', users: 1 }), remarks: [] };
  }
  return { remarks: [remark('offline', { scenario: scenario || t`unknown` })] };
}

function numberOf(summary: Summary, ...labels: readonly string[]): number | undefined {
  return labels.map((label) => toNumber(summary.get(label))).find((value) => value !== undefined);
}

function serverLoad(summary: Summary): Load {
  const perSecond = numberOf(summary, 'scheduled samples per second', 'target_qps');
  return perSecond === undefined ? { kind: 'unstated' } : { kind: 'rate', perSecond };
}

function readRun(summary: Summary, load: Load): Run {
  const completed = numberOf(summary, 'completed samples per second');
  const tokens = numberOf(summary, 'completed tokens per second');
  const output = ratio(tokens, completed);
  const isInvalid = /^INVALID/i.test(summary.get('result is') ?? '');
  return {
    tool: 'MLPerf LoadGen',
    load,
    throughputPerSecond: completed,
    latency: readTimes(summary, 'mean latency (ns)', 'latency (ns)'),
    ttft: readTimes(summary, 'mean first token latency (ns)', 'first token latency (ns)'),
    tpot: readTimes(
      summary,
      summary.has('mean time per output token (ns)')
        ? 'mean time per output token (ns)'
        : 'mean time to output token (ns)',
      'time to output token (ns)',
    ),
    outputTokens: output === undefined ? undefined : { mean: output },
    remarks: [
      ...(isInvalid ? [remark('invalid', {})] : []),
      remark('no-field', { what: [t`other percentiles`, t`test parameters`] }),
    ],
  };
}

function readTimes(summary: Summary, mean: string, percentile: string): Times {
  return timesOf((statistic) => {
    if (statistic === 'mean') return scaled(numberOf(summary, mean), 1e-9);
    const number = statistic.slice(1);
    return scaled(numberOf(summary, `${number}.00 percentile ${percentile}`), 1e-9);
  });
}
