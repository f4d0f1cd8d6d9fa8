/**
 * Reads a range of time from a Prometheus, or a server with its API, as windows of equal length. Counters are summed by
 * `increase`, which sees restarts. API: Prometheus documentation, "HTTP API".
 */
import { t } from '@vscode/l10n';
import {
  listAt,
  parseJson,
  textAt,
  isList,
  isObject,
  toNumber,
  type Json,
} from '../benchmark/json';
import {
  COUNTERS,
  GAUGES,
  HISTOGRAMS,
  HISTOGRAM_SUFFIXES,
  MODEL_LABEL,
  SERVERS,
} from './metricNames';
import type { Labels, Sample } from './metricsText';
import {
  findService,
  type FoundService,
  type NamedSeries,
  type Service,
  type Wanted,
} from './service';
import { windowOf, type ProductionWindow } from './windowOf';

export interface RangeAsked {
  readonly wanted: Wanted;
  /** Matchers of labels, as in PromQL: `namespace="chat"`; empty for none. */
  readonly selector: string;
  /** End of the last window in seconds since 1970, and the length of each. */
  readonly end: number;
  readonly stepSeconds: number;
  readonly steps: number;
}

/** Gets a text from a path of the API. @throws An error whose message says why there is none. */
export type GetText = (
  path: string,
  parameters: Readonly<Record<string, string>>,
) => Promise<string>;

export type RangeReading =
  | { readonly kind: 'windows'; readonly windows: readonly ProductionWindow[] }
  | Exclude<FoundService, { readonly kind: 'found' }>;

/** An answer that tells nothing: the message says why. */
export class Unanswered extends Error {}

/** @throws Unanswered, or what `get` throws. */
export async function readRange(asked: RangeAsked, get: GetText): Promise<RangeReading> {
  const series = await readSeries(asked, get);
  const found = findService(series, asked.wanted);
  if (found.kind !== 'found') return found;
  const { service } = found;
  const names = new Set(series.map(({ name }) => name));
  const selector = selectorOf(asked, service, series);
  const byTime = new Map<number, Sample[]>();
  for (const query of queriesOf(service, names, selector, `${asked.stepSeconds}s`)) {
    for (const { time, sample } of await readMatrix(query, asked, get)) {
      const known = byTime.get(time);
      if (known) known.push(sample);
      else byTime.set(time, [sample]);
    }
  }
  const windows = timesOf(asked).flatMap((time): readonly ProductionWindow[] => {
    const samples = byTime.get(time);
    return samples ? [windowAt(time, samples, service, asked)] : [];
  });
  return { kind: 'windows', windows };
}

/** Names of what is counted beside the metrics of the server. */
const SERVERS_UP = 'servers';
const RESTARTS = 'restarts';

/** A gauge is looked at every minute or more often. */
const LOOK_SECONDS = 60;

function windowAt(
  end: number,
  samples: readonly Sample[],
  service: Service,
  { stepSeconds }: RangeAsked,
): ProductionWindow {
  const valueOf = (name: string): number | undefined =>
    samples.find((sample) => sample.name === name)?.value;
  const up = valueOf(SERVERS_UP);
  return windowOf(samples, service, {
    end,
    seconds: stepSeconds,
    looks: stepSeconds / LOOK_SECONDS,
    hasRestarted: (valueOf(RESTARTS) ?? 0) > 0,
    servers: up !== undefined && up >= 0.5 && up < Infinity ? Math.round(up) : undefined,
  });
}

/** Ends of the windows, the earliest first. */
function timesOf({ end, stepSeconds, steps }: RangeAsked): readonly number[] {
  return Array.from({ length: steps }, (_, at) => end - (steps - 1 - at) * stepSeconds);
}

async function readSeries(
  { selector, end, stepSeconds, steps }: RangeAsked,
  get: GetText,
): Promise<readonly NamedSeries[]> {
  const patterns = SERVERS.map(({ prefixes, histograms, counters, gauges }) => {
    const names = [
      ...Object.values(histograms).flatMap((each) => each.map((name) => `${name}_count`)),
      ...Object.values(counters).flatMap((each) => each.map(({ name }) => name)),
      ...Object.values(gauges).flat(),
    ];
    return `(${prefixes.join('|')})(${[...new Set(names)].join('|')})`;
  });
  const matchers = [`__name__=~"${patterns.join('|')}"`, selector].filter((each) => each !== '');
  const answer = await ask(get, '/api/v1/series', {
    'match[]': `{${matchers.join(',')}}`,
    start: String(end - steps * stepSeconds),
    end: String(end),
  });
  return listAt(answer, 'data').flatMap((each) => {
    const name = textAt(each, '__name__');
    return name === undefined ? [] : [{ name, labels: labelsOf(each) }];
  });
}

/** Adds the model, unless the server does not name it in its labels. */
function selectorOf(
  { selector }: RangeAsked,
  { model }: Service,
  series: readonly NamedSeries[],
): string {
  const isLabelled = series.some(({ labels }) => labels.has(MODEL_LABEL));
  const own = isLabelled && model !== undefined ? `${MODEL_LABEL}=${JSON.stringify(model)}` : '';
  return `{${[selector, own].filter((each) => each !== '').join(',')}}`;
}

interface Query {
  /** Name of the samples that it gives. */
  readonly name: string;
  readonly promQl: string;
}

/** @param names Of the series that there are in the range. */
function queriesOf(
  { server, prefix }: Service,
  names: ReadonlySet<string>,
  selector: string,
  step: string,
): readonly Query[] {
  const known = (each: readonly string[] | undefined, suffix = ''): readonly string[] =>
    (each ?? []).map((name) => prefix + name).filter((name) => names.has(name + suffix));
  const increase = (name: string): string => `increase(${name}${selector}[${step}])`;
  const queries: Query[] = [];
  // a range may begin with an older version of the server, and its names
  const add = (all: readonly string[], suffix: string, promQl: (name: string) => string): void => {
    const [first] = all;
    if (first === undefined || queries.some(({ name }) => name === first + suffix)) return;
    queries.push({
      name: first + suffix,
      promQl: all.map((name) => promQl(name + suffix)).join(' or '),
    });
  };
  for (const role of HISTOGRAMS) {
    const all = known(server.histograms[role], '_count');
    for (const suffix of HISTOGRAM_SUFFIXES) {
      const by = suffix === '_bucket' ? ' by (le)' : '';
      add(all, suffix, (name) => `sum${by} (${increase(name)})`);
    }
    if (role === 'latency' && all[0] !== undefined) {
      queries.push({ name: RESTARTS, promQl: `sum(resets(${all[0]}_count${selector}[${step}]))` });
    }
  }
  for (const role of COUNTERS) {
    const counters = server.counters[role] ?? [];
    const label = Object.values(server.counters)
      .flat()
      .find(({ name, only }) => only && counters.some((each) => each.name === name))?.only?.label;
    const by = label === undefined ? '' : ` by (${label})`;
    add(known(counters.map(({ name }) => name)), '', (name) => `sum${by} (${increase(name)})`);
  }
  for (const role of GAUGES) {
    add(known(server.gauges[role]), '', (name) => {
      const each = `${name}${selector}[${step}]`;
      return `sum(sum_over_time(${each})) / scalar(max(count_over_time(${each})))`;
    });
  }
  const [gauge] = known(server.gauges.running);
  if (gauge !== undefined) {
    const each = `count_over_time(${gauge}${selector}[${step}])`;
    queries.push({ name: SERVERS_UP, promQl: `sum(${each}) / scalar(max(${each}))` });
  }
  return queries;
}

interface TimedSample {
  readonly time: number;
  readonly sample: Sample;
}

async function readMatrix(
  { name, promQl }: Query,
  { end, stepSeconds, steps }: RangeAsked,
  get: GetText,
): Promise<readonly TimedSample[]> {
  const answer = await ask(get, '/api/v1/query_range', {
    query: promQl,
    start: String(end - (steps - 1) * stepSeconds),
    end: String(end),
    step: String(stepSeconds),
  });
  return listAt(answer, 'data', 'result').flatMap((series) => {
    const labels = labelsOf(isObject(series) ? series.metric : undefined);
    return listAt(series, 'values').flatMap((point): readonly TimedSample[] => {
      const [time, text] = isList(point) ? point : [];
      const [at, value] = [toNumber(time), toNumber(text)];
      return at === undefined || value === undefined
        ? []
        : [{ time: Math.round(at), sample: { name, labels, value } }];
    });
  });
}

async function ask(
  get: GetText,
  path: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Json> {
  const text = await get(path, parameters);
  let answer: Json;
  try {
    answer = parseJson(text);
  } catch {
    throw new Unanswered(t`its answer is no JSON: the address is not that of a Prometheus`);
  }
  if (textAt(answer, 'status') === 'success') return answer;
  const why = textAt(answer, 'error') ?? t`its answer is none of a Prometheus`;
  throw new Unanswered(why.slice(0, LONGEST_ERROR));
}

const LONGEST_ERROR = 200;

function labelsOf(json: Json | undefined): Labels {
  const pairs = isObject(json) ? Object.entries(json) : [];
  return new Map(
    pairs.flatMap(([label, value]) =>
      label !== '__name__' && typeof value === 'string' ? [[label, value] as const] : [],
    ),
  );
}
