/** Gets what servers did in production: by looking at `/metrics` again and again, from dumps, or from a Prometheus. */
import { stat } from 'node:fs/promises';
import type { Stop } from '../../measure/host';
import { getText, wait, type Endpoint } from '../../network/httpHost';
import { hasBusyWindow } from '../../production/levels';
import { readMetricsText, type MetricsText } from '../../production/metricsText';
import { readLooks, type LooksReading } from '../../production/readLooks';
import { readRange, Unanswered, type RangeReading } from '../../production/readRange';
import type { Wanted } from '../../production/service';
import { addressOf } from '../addressOf';
import type { Io } from '../commandIo';
import { Failure, messageOf } from '../failure';
import { readInputs } from '../readInputs';
import type { ObserveSource } from './observeOptions';

export type SourceReading = (RangeReading | Exclude<LooksReading, { kind: 'window' }>) & {
  /** What was read, for messages. */
  readonly place: string;
  /** Set if it was stopped before the time was over. */
  readonly isCutShort?: true;
  /** Lines of a dump that are none of the format. */
  readonly unreadLines?: readonly number[];
};

export interface SourceAsked {
  readonly source: ObserveSource;
  readonly wanted: Wanted;
  readonly key: string | undefined;
}

export async function readSource(asked: SourceAsked, stop: Stop, io: Io): Promise<SourceReading> {
  const { source, wanted, key } = asked;
  switch (source.kind) {
    case 'url':
      return lookAtUrl(source, wanted, metricsEndpoint(source.url, key), stop, io);
    case 'files':
      return readDumps(source, wanted, io);
    case 'prometheus':
      return askPrometheus(source, wanted, prometheusEndpoint(source.url, key), stop);
  }
}

function metricsEndpoint(url: string, key: string | undefined): Endpoint {
  const base = addressOf('--metrics', url);
  return { base: base.endsWith('/metrics') ? base : `${base}/metrics`, key };
}

/** Least seconds between two looks, and looks in the whole time. */
const LEAST_APART = 1;
const LOOKS = 12;

async function lookAtUrl(
  { seconds }: Extract<ObserveSource, { kind: 'url' }>,
  wanted: Wanted,
  endpoint: Endpoint,
  stop: Stop,
  io: Io,
): Promise<SourceReading> {
  const place = endpoint.base;
  const looks: MetricsText[] = [];
  const [begin, apart] = [performance.now() / 1000, Math.max(LEAST_APART, seconds / LOOKS)];
  let passed = 0;
  io.writeError(`looking at ${place} for ${seconds} s\n`);
  for (;;) {
    const look = await lookOnce(endpoint, stop);
    if (!look) break;
    passed = performance.now() / 1000 - begin;
    looks.push(look);
    if (looks.length === 1) complainEarly(look, wanted, place);
    if (passed >= seconds) break;
    await wait(Math.min(apart, seconds - passed), stop);
    if (stop.isAsked) break;
  }
  if (looks.length < 2)
    throw new Failure('stopped before the second look, so nothing is known', 'input');
  const reading = readLooks(looks, wanted, { end: Math.floor(Date.now() / 1000), seconds: passed });
  const cut = stop.isAsked ? { isCutShort: true as const } : {};
  return { ...rangeOf(reading), place, ...cut };
}

/** What is wrong at the first look is said at once, not after a minute. */
function complainEarly(look: MetricsText, wanted: Wanted, place: string): void {
  const reading = readLooks([look], wanted, { end: 0, seconds: 1 });
  if (reading.kind === 'window') return;
  throw new NotObservable({ ...reading, place, unreadLines: look.unreadLines });
}

/** Metrics that tell nothing, since they are of no known server, or of several. */
export class NotObservable extends Error {
  constructor(readonly reading: SourceReading) {
    super(reading.kind);
  }
}

/** @returns undefined if it was stopped. */
async function lookOnce(endpoint: Endpoint, stop: Stop): Promise<MetricsText | undefined> {
  if (stop.isAsked) return undefined;
  try {
    const { status, text } = await getText(endpoint, '', stop);
    if (status === 200) return readMetricsText(text);
    throw new Error(status === 404 ? NO_METRICS : `it answers with status ${status}`);
  } catch (error) {
    if (stop.isAsked) return undefined;
    throw new Failure(`cannot read ${endpoint.base}: ${messageOf(error)}`, 'input');
  }
}

const NO_METRICS =
  'it has no metrics (404). SGLang needs --enable-metrics, llama-server needs --metrics';

function rangeOf(reading: LooksReading): RangeReading | Exclude<LooksReading, { kind: 'window' }> {
  return reading.kind === 'window' ? { kind: 'windows', windows: [reading.window] } : reading;
}

/** Longest dump that is read. */
const LIMIT = { bytes: 64_000_000, words: 'this file is longer than 64 MB' };

async function readDumps(
  { files, seconds, until }: Extract<ObserveSource, { kind: 'files' }>,
  wanted: Wanted,
  io: Io,
): Promise<SourceReading> {
  const place = files.join(', ');
  const dumps: MetricsText[] = [];
  for (const file of files) {
    const { inputs, failures } = await readInputs([file], io, LIMIT);
    const [input, ...others] = inputs;
    if (!input) throw new Failure(failures.join('; '), 'input');
    if (others.length > 0) throw new Failure(`${file} matches ${inputs.length} files`, 'usage');
    dumps.push(readMetricsText(input.text));
  }
  const end = until ?? (await changedAt(files.at(-1) ?? '-'));
  const reading = readLooks(dumps, wanted, { end, seconds });
  return { ...rangeOf(reading), place, unreadLines: dumps.flatMap((each) => each.unreadLines) };
}

async function changedAt(file: string): Promise<number> {
  const milliseconds = file === '-' ? Date.now() : (await stat(file)).mtimeMs;
  return Math.floor(milliseconds / 1000);
}

function prometheusEndpoint(url: string, key: string | undefined): Endpoint {
  const base = addressOf('--prometheus', url, 'http://localhost:9090');
  return { base: base.replace(/\/api$/, ''), key };
}

async function askPrometheus(
  { seconds, selector, until }: Extract<ObserveSource, { kind: 'prometheus' }>,
  wanted: Wanted,
  endpoint: Endpoint,
  stop: Stop,
): Promise<SourceReading> {
  const place = endpoint.base;
  const stepSeconds = stepOf(seconds);
  const now = until ?? Math.floor(Date.now() / 1000);
  const end = stepSeconds < seconds ? now - (now % stepSeconds) : now;
  const asked = { wanted, selector, end, stepSeconds, steps: Math.floor(seconds / stepSeconds) };
  const get = async (path: string, parameters: Readonly<Record<string, string>>) => {
    const { status, text } = await getText(endpoint, `${path}?${query(parameters)}`, stop);
    // an error of Prometheus itself says why
    if (status === 200 || text.startsWith('{')) return text;
    throw new Unanswered(`it answers with status ${status}`);
  };
  try {
    const reading = await readRange(asked, get);
    const isQuiet = reading.kind === 'windows' && !hasBusyWindow(reading.windows);
    // hours with a handful of requests each tell more together
    const whole = { ...asked, end: now, stepSeconds: seconds, steps: 1 };
    return { ...(isQuiet && asked.steps > 1 ? await readRange(whole, get) : reading), place };
  } catch (error) {
    if (stop.isAsked) throw new Failure('stopped: nothing is written', 'input');
    throw new Failure(`cannot read ${place}: ${messageOf(error)}`, 'input');
  }
}

function query(parameters: Readonly<Record<string, string>>): string {
  return new URLSearchParams(parameters).toString();
}

const HOUR = 3600;

/** Hours, five minutes of a range of hours, and a shorter one whole. */
function stepOf(seconds: number): number {
  if (seconds >= 12 * HOUR) return HOUR;
  return seconds >= HOUR ? 300 : seconds;
}
