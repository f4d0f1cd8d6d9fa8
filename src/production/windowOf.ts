/** Sums up what the servers of a service did in a time, from the samples of it. */
import type { Bucket, Histogram } from './histogram';
import {
  COUNTERS,
  GAUGES,
  HISTOGRAMS,
  MODEL_LABEL,
  type CounterName,
  type CounterRole,
  type GaugeRole,
  type HistogramRole,
} from './metricNames';
import type { Labels, Sample } from './metricsText';
import type { Service } from './service';

export interface ProductionWindow {
  readonly service: Service;
  /** End, in seconds since 1970, and length. */
  readonly end: number;
  readonly seconds: number;
  readonly histograms: Readonly<Partial<Record<HistogramRole, Histogram>>>;
  readonly counters: Readonly<Partial<Record<CounterRole, number>>>;
  /** Means over the time and sums over the servers. */
  readonly gauges: Readonly<Partial<Record<GaugeRole, number>>>;
  readonly servers: number;
  /** Times that the gauges were looked at. */
  readonly looks: number;
  /** A server began anew: what it did around that is not counted. */
  readonly hasRestarted: boolean;
}

export interface Span extends Pick<ProductionWindow, 'end' | 'seconds' | 'looks' | 'hasRestarted'> {
  /** As the caller knows it; by default as many as have a gauge of their own. */
  readonly servers?: number | undefined;
}

/** @param samples Counts of the time, not since the server began. */
export function windowOf(
  samples: readonly Sample[],
  service: Service,
  span: Span,
): ProductionWindow {
  const own = samples.filter((sample) => isOf(service, sample));
  const named = new Map<string, Sample[]>();
  for (const sample of own) {
    const known = named.get(sample.name);
    if (known) known.push(sample);
    else named.set(sample.name, [sample]);
  }
  const { server, prefix } = service;
  const seriesOf = (name: string): readonly Sample[] => named.get(prefix + name) ?? [];
  return {
    ...span,
    service,
    histograms: fromEntries(HISTOGRAMS, (role) =>
      firstOf(server.histograms[role], (name) => histogramOf(name, seriesOf)),
    ),
    counters: fromEntries(COUNTERS, (role) =>
      firstOf(server.counters[role], (name) => countOf(name, seriesOf)),
    ),
    gauges: fromEntries(GAUGES, (role) =>
      firstOf(server.gauges[role], (name) => totalOf(seriesOf(name))),
    ),
    servers: span.servers ?? serversIn(server.gauges.running.flatMap(seriesOf)),
  };
}

function isOf({ prefix, model }: Service, { name, labels, value }: Sample): boolean {
  if (!name.startsWith(prefix) || !Number.isFinite(value)) return false;
  const labelled = labels.get(MODEL_LABEL);
  return model === undefined || labelled === undefined || labelled === model;
}

function fromEntries<R extends string, T>(
  roles: readonly R[],
  valueOf: (role: R) => T | undefined,
): Partial<Record<R, T>> {
  const entries = roles.flatMap((role) => {
    const value = valueOf(role);
    return value === undefined ? [] : [[role, value] as const];
  });
  return Object.fromEntries(entries) as Partial<Record<R, T>>;
}

/** Returns the first value that is known: names of the newest version come first. */
function firstOf<N, T>(
  names: readonly N[] | undefined,
  valueOf: (name: N) => T | undefined,
): T | undefined {
  for (const name of names ?? []) {
    const value = valueOf(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

type SeriesOf = (name: string) => readonly Sample[];

function histogramOf(name: string, seriesOf: SeriesOf): Histogram | undefined {
  const [sum, count] = [totalOf(seriesOf(`${name}_sum`)), totalOf(seriesOf(`${name}_count`))];
  if (sum === undefined || count === undefined) return undefined;
  return { sum, count, buckets: bucketsOf(seriesOf(`${name}_bucket`)) };
}

/** Adds the buckets of all series. Counts never fall from one bucket to the next, whatever rounding does. */
function bucketsOf(series: readonly Sample[]): readonly Bucket[] {
  const counts = new Map<number, number>();
  for (const { labels, value } of series) {
    const upTo = boundOf(labels);
    if (upTo !== undefined) counts.set(upTo, (counts.get(upTo) ?? 0) + value);
  }
  let most = 0;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([upTo, count]) => ({ upTo, count: (most = Math.max(most, count)) }));
}

function boundOf(labels: Labels): number | undefined {
  const text = labels.get('le');
  if (text === undefined || text === '') return undefined;
  const bound = /^\+?inf$/i.test(text) ? Infinity : Number(text);
  return bound > 0 ? bound : undefined;
}

function countOf({ name, only }: CounterName, seriesOf: SeriesOf): number | undefined {
  const series = seriesOf(name);
  if (!only || series.length === 0) return totalOf(series);
  const counted = series.filter(({ labels }) => only.values.includes(labels.get(only.label) ?? ''));
  return totalOf(counted) ?? 0;
}

function totalOf(series: readonly Sample[]): number | undefined {
  if (series.length === 0) return undefined;
  return series.reduce((sum, { value }) => sum + value, 0);
}

/** Labels that tell one server of a model from another. */
const SERVER_LABELS = ['instance', 'pod', 'engine', 'dp_rank'];

function serversIn(samples: readonly Sample[]): number {
  const servers = samples.map(({ labels }) =>
    SERVER_LABELS.map((label) => JSON.stringify(labels.get(label) ?? '')).join(),
  );
  return Math.max(1, new Set(servers).size);
}
