/** Observations: known points of an engine's speed. */
import type { Observation } from '../../engine/plan';
import { OBSERVATION } from '../fields/tables';
import { type MapReading, readMap } from './readMap';
import { reportMissing, type Problems, type Slot } from './slot';
import { chosen, chosenOr, reading, stated, statedOr } from './stated';

type Values = MapReading<typeof OBSERVATION>['values'];

/** Undefined where it tells nothing of the engine's speed, which a problem says. */
export function readObservation(
  slot: Slot,
  latencyFollows: 'load' | 'parallel',
  problems: Problems,
): Observation | undefined {
  if (slot.node.kind !== 'map') {
    readMap(slot, OBSERVATION, problems);
    return undefined;
  }
  const { values, isMeant } = readMap(slot, OBSERVATION, problems);
  if (!tellsSpeed(values)) {
    if (!isMeant('latency')) {
      const why = 'an observation tells a time, or users and throughput';
      reportMissing(problems, slot, ['latency'], why);
    }
    return undefined;
  }
  checkLoad(slot, values, isMeant, latencyFollows, problems);
  return toObservation(slot, withPlausibleErrors(values, problems));
}

function tellsSpeed(values: Values): boolean {
  const { latency, p50, p90, p95, p99, ttft, tpot, users, throughput } = values;
  return (
    [latency, p50, p90, p95, p99, ttft, tpot].some((time) => time !== undefined) ||
    (users !== undefined && throughput !== undefined)
  );
}

/** It stays in the plan all the same: reports list it. */
function checkLoad(
  slot: Slot,
  { parallel, users, throughput, rate }: Values,
  isMeant: (key: string) => boolean,
  latencyFollows: 'load' | 'parallel',
  problems: Problems,
): void {
  if (latencyFollows === 'parallel') {
    if (parallel === undefined && !isMeant('parallel')) {
      reportMissing(problems, slot, ['parallel'], 'the engine’s latency follows parallel');
    }
    return;
  }
  const loads = ['parallel', 'users', 'throughput', 'rate'] as const;
  const known = [parallel, users, throughput, rate].some((load) => load !== undefined);
  if (!known && !loads.some(isMeant)) {
    reportMissing(
      problems,
      slot,
      ['users', 'throughput', 'rate', 'parallel'],
      'one of them tells the load',
    );
  }
}

function withPlausibleErrors(values: Values, problems: Problems): Values {
  const { errors, requests } = values;
  if (
    errors === undefined ||
    requests === undefined ||
    errors.value.value <= requests.value.value
  ) {
    return values;
  }
  const expected = `at most the ${String(requests.value.value)} requests`;
  const args = { found: String(errors.value.value), key: 'errors', expected };
  problems.push({ code: 'plan.out-of-range', range: errors.range, args });
  const others = Object.entries(values).filter(([key]) => key !== 'errors');
  return Object.fromEntries(others);
}

function toObservation({ path }: Slot, values: Values): Observation {
  const percentiles = (['p50', 'p90', 'p95', 'p99'] as const).flatMap((percentile) => {
    const read = reading(values[percentile]);
    return read === undefined ? [] : [[percentile, read] as const];
  });
  return {
    path,
    name: values.name?.value,
    // Without a word on how it is known, it is known as badly as can be.
    source: chosenOr(values.source, 'guess'),
    nodes: statedOr(values.nodes, 1),
    parallel: stated(values.parallel),
    users: stated(values.users),
    thinkTimeSeconds: statedOr(values.thinkTime, 0),
    ratePerSecond: stated(values.rate),
    throughputPerSecond: reading(values.throughput),
    latencySeconds: reading(values.latency),
    percentileSeconds: Object.fromEntries(percentiles),
    ttftSeconds: reading(values.ttft),
    tpotSeconds: reading(values.tpot),
    promptTokens: stated(values.promptTokens),
    outputTokens: stated(values.outputTokens),
    requests: stated(values.requests),
    errors: stated(values.errors),
    note: values.note?.value,
    date: chosen(values.date),
    url: chosen(values.url),
  };
}
