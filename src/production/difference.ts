/** What happened between two looks at `/metrics`: counters and histograms count up since the server began. */
import { HISTOGRAM_SUFFIXES, SERVERS } from './metricNames';
import type { Sample } from './metricsText';

/**
 * Subtracts counters and histograms; gauges are those of the later look.
 * @returns undefined if a count fell: the server began anew in between, or another one answered.
 */
export function differenceOf(
  before: readonly Sample[],
  after: readonly Sample[],
): readonly Sample[] | undefined {
  const earlier = new Map(before.filter(isCounted).map((sample) => [keyOf(sample), sample.value]));
  const differences = after.map((sample) =>
    isCounted(sample)
      ? { ...sample, value: sample.value - (earlier.get(keyOf(sample)) ?? 0) }
      : sample,
  );
  const hasFallen = differences.some((sample) => isCounted(sample) && sample.value < 0);
  return hasFallen ? undefined : differences;
}

/** Adds the counts of differences, one after another, and takes the mean of gauges. */
export function sumOf(differences: readonly (readonly Sample[])[]): readonly Sample[] {
  const sums = new Map<string, { sample: Sample; times: number }>();
  for (const sample of differences.flat()) {
    const key = keyOf(sample);
    const known = sums.get(key);
    if (known) {
      const value = known.sample.value + sample.value;
      sums.set(key, { sample: { ...sample, value }, times: known.times + 1 });
    } else {
      sums.set(key, { sample, times: 1 });
    }
  }
  return [...sums.values()].map(({ sample, times }) =>
    isCounted(sample) ? sample : { ...sample, value: sample.value / times },
  );
}

function isCounted({ name }: Sample): boolean {
  return COUNTED.has(name);
}

const COUNTED: ReadonlySet<string> = new Set(
  SERVERS.flatMap(({ prefixes, histograms, counters }) =>
    prefixes.flatMap((prefix) => [
      ...Object.values(histograms).flatMap((names) =>
        names.flatMap((name) => HISTOGRAM_SUFFIXES.map((suffix) => prefix + name + suffix)),
      ),
      ...Object.values(counters).flatMap((names) => names.map(({ name }) => prefix + name)),
    ]),
  ),
);

function keyOf({ name, labels }: Sample): string {
  const pairs = [...labels].map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return [name, ...pairs.sort()].join();
}
