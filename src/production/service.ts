/** Finds which server wrote metrics, and for which model. */
import type { EngineType } from '../engine/plan/plan';
import { HISTOGRAM_SUFFIXES, MODEL_LABEL, SERVERS, type ServerMetrics } from './metricNames';
import type { Labels } from './metricsText';

export interface Service {
  readonly server: ServerMetrics;
  /** What its names begin with here. */
  readonly prefix: string;
  /** Undefined if the server does not name it. */
  readonly model: string | undefined;
}

export interface Wanted {
  readonly type?: EngineType | undefined;
  /** Type that counts if there are several. */
  readonly preferred?: EngineType | undefined;
  readonly model?: string | undefined;
}

export type FoundService =
  | { readonly kind: 'found'; readonly service: Service }
  /** No metric of a known server, or none of the wanted one. */
  | { readonly kind: 'none' }
  | { readonly kind: 'several-servers'; readonly servers: readonly ServerMetrics[] }
  | { readonly kind: 'several-models'; readonly models: readonly string[] }
  | { readonly kind: 'other-models'; readonly models: readonly string[] };

export interface NamedSeries {
  readonly name: string;
  readonly labels: Labels;
}

export function findService(series: readonly NamedSeries[], wanted: Wanted): FoundService {
  const written = SERVERS.flatMap((server) => {
    const prefix = server.prefixes.find((each) => {
      const names = namesOf(server, each);
      return series.some(({ name }) => names.has(name));
    });
    return prefix === undefined ? [] : [{ server, prefix }];
  });
  const ofType = (type: EngineType | undefined) =>
    written.filter(({ server }) => server.type === type);
  const preferred = ofType(wanted.preferred);
  const all = preferred.length > 0 ? preferred : written;
  const candidates = wanted.type === undefined ? all : ofType(wanted.type);
  const [only, ...others] = candidates;
  if (!only) return { kind: 'none' };
  if (others.length > 0) {
    return { kind: 'several-servers', servers: candidates.map(({ server }) => server) };
  }
  return findModel(series, only, wanted.model);
}

function findModel(
  series: readonly NamedSeries[],
  { server, prefix }: Omit<Service, 'model'>,
  wanted: string | undefined,
): FoundService {
  const names = namesOf(server, prefix);
  const labelled = series.flatMap(({ name, labels }) =>
    names.has(name) ? (labels.get(MODEL_LABEL) ?? []) : [],
  );
  const models = [...new Set(labelled)].sort();
  const found = (model: string | undefined): FoundService => ({
    kind: 'found',
    service: { server, prefix, model },
  });
  if (wanted !== undefined && models.length > 0) {
    return models.includes(wanted) ? found(wanted) : { kind: 'other-models', models };
  }
  return models.length > 1 ? { kind: 'several-models', models } : found(models[0]);
}

/** All names of series that are read of a server. */
export function namesOf(server: ServerMetrics, prefix: string): ReadonlySet<string> {
  const histograms = Object.values(server.histograms).flat();
  const counters = Object.values(server.counters).flatMap((names) => names.map(({ name }) => name));
  const gauges = Object.values(server.gauges).flat();
  return new Set(
    [
      ...histograms.flatMap((name) => HISTOGRAM_SUFFIXES.map((suffix) => name + suffix)),
      ...counters,
      ...gauges,
    ].map((name) => prefix + name),
  );
}
