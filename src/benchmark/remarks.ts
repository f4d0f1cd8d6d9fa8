/** Words for what is left out of an import, or assumed in it, and why. */
import { t } from '@vscode/l10n';
import { listWords } from '../messages/markdown';
import { formatNumber, formatSeconds } from '../messages/numbers';

/** Maps each code to its arguments. `what` is translated already. */
interface RemarkArgs {
  'no-field': { readonly what: readonly string[] };
  itl: object;
  'tpot-with-first-token': { readonly what: string };
  'tokens-do-not-add-up': { readonly tpotSeconds: number; readonly expectedSeconds: number };
  'not-streamed': object;
  'no-time': { readonly what: string };
  'percentiles-fall': { readonly what: string };
  'not-accepted': { readonly what: string; readonly found: string };
  'all-failed': { readonly errors: number | undefined };
  'all-at-once': { readonly requests: number | undefined };
  'even-arrivals': { readonly perSecond: number };
  'unknown-arrivals': { readonly perSecond: number };
  'ramped-arrivals': object;
  'rate-unreached': { readonly asked: number; readonly reached: number };
  'cap-unreached': { readonly concurrency: number };
  'rate-capped': { readonly perSecond: number; readonly concurrency: number };
  'rate-exceeded': { readonly perSecond: number; readonly answered: number };
  'users-varied': { readonly from: number; readonly to: number };
  'fewer-requests': { readonly concurrency: number; readonly requests: number };
  incomplete: { readonly count: number };
  cancelled: object;
  'all-stages': object;
  retokenized: { readonly counted: number; readonly retokenized: number };
  'no-server': { readonly tool: string };
  'depth-zero': object;
  'first-batch': object;
  'shared-prompt': object;
  'load-duration': { readonly seconds: number };
  'prompt-time': object;
  'requests-an-iteration': { readonly requests: number };
  'failed-in-times': { readonly errors: number };
  invalid: object;
  offline: { readonly scenario: string };
  'accuracy-only': object;
  disaggregated: object;
  'no-unit': { readonly column: string };
  'assumed-mean': { readonly column: string };
  'unknown-columns': { readonly columns: readonly string[] };
  'cut-line': { readonly line: number };
  'unread-cell': { readonly line: number; readonly column: string; readonly found: string };
  'other-model': { readonly model: string; readonly served: string };
  'nothing-known': object;
  'parts-counted': object;
  'ends-itself': object;
  'last-bucket': { readonly what: string; readonly lowSeconds: number };
  'wide-bucket': {
    readonly what: string;
    readonly lowSeconds: number;
    readonly highSeconds: number;
  };
  'no-latency': { readonly metric: string };
  restarted: object;
  'cut-off-in-times': { readonly errors: number };
  'in-flight-differs': { readonly expected: number; readonly gauge: number };
}

export type RemarkCode = keyof RemarkArgs;
export type Remark = {
  [C in RemarkCode]: { readonly code: C; readonly args: RemarkArgs[C] };
}[RemarkCode];

export function remark<C extends RemarkCode>(code: C, args: RemarkArgs[C]): Remark {
  return { code, args } as Remark;
}

/** Sentences of at most 25 words: what is left out first, then why. */
const WORDS: { readonly [C in RemarkCode]: (args: RemarkArgs[C]) => string } = {
  'no-field': ({ what }) => t`A plan has no field for ${listWords(what)}.`,
  itl: () => t`Inter-token latency is left out: a plan has TPOT.`,
  'tpot-with-first-token': ({ what }) =>
    t`The tool’s own ${what} is left out: it includes the first token.`,
  'tokens-do-not-add-up': ({ tpotSeconds, expectedSeconds }) =>
    t`TPOT ${formatSeconds(tpotSeconds)} is left out: latency, TTFT and output tokens give ${formatSeconds(expectedSeconds)}.`,
  'not-streamed': () =>
    t`TTFT and TPOT are left out: answers were not streamed, so TTFT is the whole latency.`,
  'no-time': ({ what }) => t`${what} is left out: the tool prints 0 or less.`,
  'percentiles-fall': ({ what }) =>
    t`Percentiles of ${what} are left out: a higher percentile is below a lower one.`,
  'not-accepted': ({ what, found }) => t`${what} is left out: a plan does not accept ${found}.`,
  'all-failed': ({ errors }) =>
    errors
      ? t`No request succeeded (${counted(errors)} failed), so nothing is imported.`
      : t`No request succeeded, so nothing is imported.`,
  'all-at-once': ({ requests }) =>
    requests === undefined
      ? t`All requests were sent at once, so concurrency follows from throughput and latency.`
      : t`All ${counted(requests)} requests were sent at once, so they count as users.`,
  'even-arrivals': ({ perSecond }) =>
    t`Rate ${rate(perSecond)} is left out: requests were not sent at random moments. Throughput is imported.`,
  'unknown-arrivals': ({ perSecond }) =>
    t`Rate ${rate(perSecond)} is left out: nothing says if requests came at random moments. Throughput is imported.`,
  'ramped-arrivals': () =>
    t`The rate is left out: it was raised during the run, so figures mix several loads.`,
  'rate-unreached': ({ asked, reached }) =>
    t`Only ${rate(reached)} of ${rate(asked)} were sent: the benchmark client was too slow.`,
  'cap-unreached': ({ concurrency }) =>
    t`Concurrency limit ${counted(concurrency)} is left out: the rate made the load.`,
  'rate-capped': ({ perSecond, concurrency }) =>
    t`Rate ${rate(perSecond)} is left out: ${counted(concurrency)} concurrent requests were the limit, so they count as users.`,
  'rate-exceeded': ({ perSecond, answered }) =>
    t`Rate ${rate(perSecond)} is left out: ${rate(answered)} were answered.`,
  'users-varied': ({ from, to }) =>
    t`Users are left out: they varied from ${counted(from)} to ${counted(to)}.`,
  'fewer-requests': ({ concurrency, requests }) =>
    t`Concurrency ${counted(concurrency)} was never reached: only ${counted(requests)} requests were sent.`,
  incomplete: ({ count }) =>
    count === 1
      ? t`1 request was cut off at the end and not counted.`
      : t`${counted(count)} requests were cut off at the end and not counted.`,
  cancelled: () => t`The run was cancelled before its end.`,
  'all-stages': () =>
    t`This summary mixes the loads of all stages, so nothing is imported. Import the stage files instead.`,
  retokenized: ({ counted: server, retokenized }) =>
    t`Output tokens are ${tokens(server)} by the server and ${tokens(retokenized)} by the tokenizer. The first is imported.`,
  'no-server': ({ tool }) =>
    t`${tool} measures no server: network, queueing and sampling are not included.`,
  'depth-zero': () => t`TPOT was measured with an empty context. Longer contexts are slower.`,
  'first-batch': () =>
    t`All requests of a batch start at once, so TTFT is that of the whole batch.`,
  'shared-prompt': () => t`TTFT is left out: all requests of a batch share one prompt.`,
  'load-duration': ({ seconds }) =>
    t`Latency is without the ${formatSeconds(seconds)} that it took to load the model.`,
  'prompt-time': () => t`TTFT is the time to evaluate the prompt.`,
  'requests-an-iteration': ({ requests }) =>
    t`Each iteration sent ${counted(requests)} requests, so times mix several kinds of request.`,
  'failed-in-times': ({ errors }) =>
    errors === 1
      ? t`Times include 1 failed request: the file has none of the others alone.`
      : t`Times include ${counted(errors)} failed requests: the file has none of the others alone.`,
  invalid: () => t`MLPerf calls this result INVALID.`,
  offline: ({ scenario }) =>
    t`Scenario ${scenario} is left out: its latency is not the latency of single requests.`,
  'accuracy-only': () => t`An accuracy run is left out: it measures no speed.`,
  disaggregated: () => t`The number of servers is left out: prefill and decode run apart.`,
  'no-unit': ({ column }) =>
    t`Column ${column} is left out: it has no unit. Name it ${column}_ms or ${column}_s.`,
  'assumed-mean': ({ column }) => t`Column ${column} is taken as the mean.`,
  'unknown-columns': ({ columns }) =>
    columns.length === 1
      ? t`Column ${listWords(columns)} is left out: its name is not known.`
      : t`Columns ${listWords(columns)} are left out: their names are not known.`,
  'cut-line': ({ line }) => t`Line ${line} is cut off and left out.`,
  'unread-cell': ({ line, column, found }) =>
    t`Column ${column} of line ${line} is left out: ${found} is not a number.`,
  'other-model': ({ model, served }) =>
    t`The run is of another model: ${model}, while the engine serves ${served}.`,
  'nothing-known': () => t`A run is left out: it has no time, and no users with a throughput.`,
  'parts-counted': () =>
    t`The server does not count tokens, so output tokens are the parts that its answers came in.`,
  'ends-itself': () =>
    t`The server ends answers by itself, so they may be shorter than the workload’s.`,
  'last-bucket': ({ what, lowSeconds }) =>
    t`${what} is left out: it is above ${formatSeconds(lowSeconds)}, the server’s last bucket.`,
  'wide-bucket': ({ what, lowSeconds, highSeconds }) =>
    t`${what} is left out: its bucket is too wide, from ${formatSeconds(lowSeconds)} to ${formatSeconds(highSeconds)}.`,
  'cut-off-in-times': ({ errors }) =>
    errors === 1
      ? t`Times include 1 request that was cut off or failed: the server does not tell them apart.`
      : t`Times include ${counted(errors)} requests that were cut off or failed: the server does not tell them apart.`,
  'no-latency': ({ metric }) => t`Latency is missing: the server has no ${metric}.`,
  restarted: () => t`A server restarted. What it did around that is not counted.`,
  'in-flight-differs': ({ expected, gauge }) =>
    t`Throughput × latency gives ${tokens(expected)} concurrent requests, the server’s gauge ${tokens(gauge)}: the load was uneven, or requests wait elsewhere.`,
};

export function describeRemark({ code, args }: Remark): string {
  return (WORDS[code] as (args: object) => string)(args);
}

function rate(perSecond: number): string {
  return `${formatNumber(perSecond, 4)}/s`;
}

function counted(value: number): string {
  return formatNumber(value, 12);
}

function tokens(value: number): string {
  return formatNumber(value, 3);
}
