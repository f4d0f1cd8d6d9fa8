/** What people do without a model of tokens: the yardsticks. */
import type { Row } from './measuredServers';

type Metric = 'latency' | 'ttft' | 'tpot';

interface SimpleMethod {
  readonly method: 'unchanged' | 'by-output' | 'line';
  readonly predict: (given: readonly Row[], row: Row, metric: Metric) => number | undefined;
}

export const SIMPLE_METHODS: readonly SimpleMethod[] = [
  { method: 'unchanged', predict: unchanged },
  { method: 'by-output', predict: byOutput },
  { method: 'line', predict: line },
];

/** The observed times, whatever the lengths: piecewise linear in the load. */
function unchanged(given: readonly Row[], row: Row, metric: Metric): number | undefined {
  const exact = given.filter(
    (r) => r.promptTokens === row.promptTokens && r.outputTokens === row.outputTokens,
  );
  return interpolate(points(exact.length > 0 ? exact : given, metric), row.load, metric);
}

/** Latency in proportion to output tokens. */
function byOutput(given: readonly Row[], row: Row, metric: Metric): number | undefined {
  const [first] = given;
  const same = unchanged(given, row, metric);
  if (same === undefined || !first || metric !== 'latency') return same;
  const exact = given.some(
    (r) => r.promptTokens === row.promptTokens && r.outputTokens === row.outputTokens,
  );
  return exact ? same : (same * row.outputTokens) / first.outputTokens;
}

/** A line in the load through the time of an output token, as autoscalers take it. */
function line(given: readonly Row[], row: Row, metric: Metric): number | undefined {
  const perToken = metric === 'latency';
  const scaled = given.map((r) => ({ ...r, latency: (r.latency ?? NaN) / r.outputTokens }));
  const time = regress(points(scaled, metric), row.load);
  return time === undefined ? undefined : time * (perToken ? row.outputTokens : 1);
}

type Point = readonly [load: number, seconds: number];

function points(given: readonly Row[], metric: Metric): readonly Point[] {
  return given
    .flatMap((row): Point[] => {
      const seconds = row[metric];
      return seconds !== undefined && seconds > 0 ? [[row.load, seconds]] : [];
    })
    .sort(([a], [b]) => a - b);
}

/** One point: flat up to it, and latency in proportion to the load beyond it. */
function interpolate(known: readonly Point[], load: number, metric: Metric): number | undefined {
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return undefined;
  if (load <= first[0]) return first[1];
  if (first === last) return metric === 'latency' ? (last[1] * load) / last[0] : last[1];
  const at = known.findIndex(([l]) => l >= load);
  const upper = at < 0 ? known.length - 1 : at;
  const [a, b] = [known[upper - 1] ?? first, known[upper] ?? last];
  if (b[0] === a[0]) return b[1];
  return Math.max(a[1] + ((b[1] - a[1]) * (load - a[0])) / (b[0] - a[0]), first[1] / 10);
}

function regress(known: readonly Point[], load: number): number | undefined {
  if (known.length === 0) return undefined;
  const n = known.length;
  const x = known.reduce((sum, [l]) => sum + l, 0) / n;
  const y = known.reduce((sum, [, s]) => sum + s, 0) / n;
  const sxx = known.reduce((sum, [l]) => sum + (l - x) ** 2, 0);
  const sxy = known.reduce((sum, [l, s]) => sum + (l - x) * (s - y), 0);
  const value = y + (sxx > 0 ? (sxy / sxx) * (load - x) : 0);
  return Math.max(value, y / 100);
}
