/** Says what was observed, how far the plan's prediction was off, and since when. */
import { compareRun, comparisonLine } from '../../measure/compareRun';
import { listWords } from '../../messages/markdown';
import { formatNumber, formatSeconds } from '../../messages/numbers';
import type { Comparison, DriftTime } from '../../production/compareRuns';
import { ENOUGH_REQUESTS, type Level } from '../../production/levels';
import { SERVERS } from '../../production/metricNames';
import { momentText } from '../../production/runOfWindow';
import type { ProductionWindow } from '../../production/windowOf';
import type { SourceReading } from './readSource';

/** Returns `busiest hour, 2026-11-30 14:00 to 15:00 UTC: 3.2/s on 2 servers, concurrency 7 each`. */
export function levelWords({ level, window, run }: Level): string {
  const { servers = 1, throughputPerSecond = 0, latency, load } = run;
  const rate = load.kind === 'rate' ? load.perSecond : throughputPerSecond;
  const each =
    latency.mean === undefined ? undefined : (throughputPerSecond * latency.mean) / servers;
  const name = level === 'only' ? '' : `${level} ${lengthWords(window.seconds)}, `;
  const concurrency =
    each === undefined ? '' : `, concurrency ${formatNumber(each, 3)}${servers > 1 ? ' each' : ''}`;
  return `${name}${run.when ?? ''}: ${formatNumber(rate, 3)}/s on ${counted(servers, 'server')}${concurrency}`;
}

const HOUR = 3600;

function lengthWords(seconds: number): string {
  return seconds === HOUR ? 'hour' : formatSeconds(seconds);
}

export function observedLine(level: Level, comparison: Comparison | undefined): string {
  const compared = compareRun(level.run, comparison?.predicted);
  return comparisonLine({ ...compared, load: levelWords(level) });
}

/** Says if the observation is beyond what the others predict; undefined if nothing predicts it. */
export function driftLine(comparison: Comparison | undefined): string | undefined {
  if (!comparison) return undefined;
  const { drift, share, tolerated } = comparison;
  if (share === undefined) return KEPT_UP;
  if (!tolerated) return NOT_COMPARED;
  const { low, high } = tolerated;
  const range = [
    low > 0 ? `from ${formatSeconds(low)}` : 'any',
    high < Infinity ? `up to ${formatSeconds(high)}` : 'and more',
  ].join(' ');
  const percent = `${formatNumber(100 * Math.abs(share), 2)}% ${share > 0 ? 'above' : 'below'}`;
  return drift === 'none'
    ? `No drift: ${range} is within the band of the prediction and the noise.`
    : `Drift: the latency is ${percent} the prediction. No drift would be ${range}.`;
}

const KEPT_UP =
  'Not compared: by the plan’s observations so few servers could not keep up with this load, but they did. Benchmark at this concurrency.';
const NOT_COMPARED =
  'Not compared: the lengths of requests are unstated in the plan’s observations or in production.';

export function sinceLine(drift: DriftTime, { seconds }: ProductionWindow): string {
  const { since, windows } = drift;
  const isHour = seconds === HOUR;
  const all = `${formatNumber(windows)} ${isHour ? 'hours' : `windows of ${formatSeconds(seconds)}`}`;
  const where = windows === 1 ? `the last ${lengthWords(seconds)}` : `all ${all} since then`;
  return `Drift since ${momentText(since)}: ${drift.drift} than predicted in ${where}.`;
}

export function fewRequestsLine(left: number, all: number): string {
  return `${formatNumber(left)} of ${counted(all, 'window')} have fewer than ${ENOUGH_REQUESTS} requests and are left out.`;
}

type Problem = Exclude<SourceReading, { kind: 'windows' }>;

/** Says why metrics tell nothing, and what to do. */
export function problemWords(problem: Problem): string {
  const { place } = problem;
  switch (problem.kind) {
    case 'none': {
      const titles = listWords(SERVERS.map(({ title }) => title));
      const [line] = problem.unreadLines ?? [];
      const format = line === undefined ? '' : `; line ${line} is none of the Prometheus format`;
      return `${place} has no metrics of a known server (${titles})${format}`;
    }
    case 'several-servers': {
      const types = problem.servers.map(({ type }) => `--type ${type}`);
      return `${place} has metrics of several servers: add ${types.join(' or ')}`;
    }
    case 'restarted':
      return `${place}: the server restarted between the two looks, or the later one is first: take two looks at one run`;
    case 'in-turn':
      return `${place} is several servers in turn: name one of them, or a Prometheus that reads them all`;
    case 'several-models':
      return `${place} has several models: name one with --model: ${quoted(problem.models)}`;
    case 'other-models':
      return `${place} has no such model; there are ${quoted(problem.models)}`;
  }
}

/** Says what is missing of a server that counts no requests, and what it does tell. */
export function uncountedWords({ service, counters, seconds }: ProductionWindow): string {
  const { promptSeconds = 0, outputSeconds, outputTotal } = counters;
  const known =
    outputSeconds === undefined || !outputTotal
      ? ''
      : `. Known so far: concurrency ${formatNumber((promptSeconds + outputSeconds) / seconds, 3)}, TPOT ${formatSeconds(outputSeconds / outputTotal)}`;
  return `${service.server.title} counts no requests: state the mean tokens of an answer with --output-tokens, for example from your gateway${known}`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ');
}

function counted(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}
