/** Observations: known points of an engine's speed. */
import type { Observation } from '../../engine/plan';
import { OBSERVATION } from '../fields/tables';
import type { ProblemLog } from './problemLog';
import { type MapReading, readMap } from './readMap';
import { reportMissing, type Slot } from './slot';
import { chosen, reading, silent, stated, statedOr } from './stated';

type Reading = MapReading<typeof OBSERVATION>;
type Values = Reading['values'];

/** Undefined where it tells nothing of the engine's speed, or could not be read whole: a problem says which. */
export function readObservation(
  slot: Slot,
  latencyFollows: 'load' | 'parallel',
  log: ProblemLog,
): Observation | undefined {
  const read = readMap(slot, OBSERVATION, log);
  if (slot.node.kind === 'map') {
    const tellsSpeed = checkSpeed(slot, read, log);
    if (tellsSpeed) {
      checkLoad(slot, read, latencyFollows, log);
    }
    if (checkErrors(read.values, log) && tellsSpeed && !DECISIVE.some(read.isUnusable)) {
      return toObservation(slot, read.values);
    }
  }
  log.addUnread(slot.path);
  return undefined;
}

/**
 * What makes a latency and its load: were one of them left out, or its default put in its place, the others would
 * say something that nobody has observed.
 */
const DECISIVE = [
  'nodes',
  'parallel',
  'users',
  'thinkTime',
  'rate',
  'throughput',
  'latency',
  'errors',
] as const;

const TIMES = ['latency', 'p50', 'p90', 'p95', 'p99', 'ttft', 'tpot'] as const;

function checkSpeed(slot: Slot, read: Reading, log: ProblemLog): boolean {
  const { values, lacks, slips } = read;
  const hasTime = TIMES.some((key) => values[key] !== undefined);
  if (hasTime || (values.users !== undefined && values.throughput !== undefined)) {
    return true;
  }
  if (TIMES.every(lacks) && (lacks('users') || lacks('throughput'))) {
    const why = 'an observation tells a time, or users and throughput';
    reportMissing(log, slot, { keys: ['latency'], need: 'one', why }, slips);
  }
  return false;
}

/** It stays in the plan all the same: reports list it. */
function checkLoad(
  slot: Slot,
  { lacks, slips }: Reading,
  latencyFollows: 'load' | 'parallel',
  log: ProblemLog,
): void {
  if (latencyFollows === 'parallel') {
    if (lacks('parallel')) {
      const why = 'the engine’s latency follows parallel';
      reportMissing(log, slot, { keys: ['parallel'], need: 'one', why }, slips);
    }
    return;
  }
  const keys = ['users', 'throughput', 'rate', 'parallel'] as const;
  if (keys.every(lacks)) {
    reportMissing(log, slot, { keys, need: 'one', why: 'one of them tells the load' }, slips);
  }
}

function checkErrors({ errors, requests }: Values, log: ProblemLog): boolean {
  if (
    errors === undefined ||
    requests === undefined ||
    errors.value.value <= requests.value.value
  ) {
    return true;
  }
  const { range, path } = errors;
  const expected = `at most the ${String(requests.value.value)} requests`;
  const args = { found: String(errors.value.value), key: 'errors', expected };
  log.addUnread(path);
  log.add({ code: 'plan.out-of-range', range, args, path });
  return false;
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
    source: chosen(values.source) ?? silent('guess'),
    nodes: statedOr(values.nodes, OBSERVATION.nodes),
    parallel: stated(values.parallel),
    users: stated(values.users),
    thinkTimeSeconds: statedOr(values.thinkTime, OBSERVATION.thinkTime),
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
