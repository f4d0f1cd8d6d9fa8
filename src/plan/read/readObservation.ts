/** Observations: known points of an engine's speed. */
import { t } from '@vscode/l10n';
import { objectiveOf } from '../../engine/plan/objectives';
import {
  PERCENTILES,
  TOKEN_PERCENTILES,
  TOKEN_TIMES,
  type Observation,
  type Reading as TimeReading,
  type Stated,
  type TimeObjective,
} from '../../engine/plan/plan';
import { LEAST_CERTAIN_SOURCE } from '../../engine/plan/sources';
import { OBSERVATION } from '../fields/tables';
import type { ProblemLog } from './problemLog';
import { type MapReading, readMap } from './readMap';
import { reportMissing, type ReadContext } from './readContext';
import { readLength, type Length } from './readLength';
import { reportTokenRates } from './tokenRates';
import { readTokenTime } from './readTokenTime';
import { toValue, toReading, defaultValue, toQuantity, quantityOrDefault } from './toStated';

type Reading = MapReading<typeof OBSERVATION>;
type Values = Reading['values'];

/** What the plan says around an observation. */
export interface ObservationContext {
  readonly latencyFollows: 'load' | 'parallel';
  /** Mean tokens of the workload's answers, which count for an observation that states none. */
  readonly outputTokens: Stated<number> | undefined;
}

/** Returns undefined if it tells nothing of the engine's speed, or is partly unreadable, as a problem says. */
export function readObservation(
  context: ReadContext,
  { latencyFollows, outputTokens }: ObservationContext,
  log: ProblemLog,
): Observation | undefined {
  const read = readMap(context, OBSERVATION, log);
  const times = readTimes(read.values, log);
  const lengths = readLengths(read.values, log);
  const isExplained = reportTokenRates(
    context,
    {
      keys: ['throughput', 'rate'],
      meant: read.lacks('throughput') ? 'throughput' : undefined,
      outputTokens: lengths.output.mean ?? outputTokens,
      isOneStream: isOneStream(read),
    },
    log,
  );
  if (context.node.kind === 'map') {
    const tellsSpeed = checkSpeed(context, read, times, isExplained, log);
    if (tellsSpeed) {
      checkLoad(context, read, latencyFollows, log);
    }
    if (checkErrors(read.values, log) && tellsSpeed && !DECISIVE.some(read.isUnusable)) {
      return toObservation(context, read.values, times, lengths);
    }
  }
  log.addUnread(context.path);
  return undefined;
}

/** Tells if one request was in flight, and its time per token is not stated. */
function isOneStream({ values: { users, parallel }, lacks }: Reading): boolean {
  return lacks('tpot') && (users ?? parallel)?.value.value === 1;
}

/**
 * Keys that make a latency and its load. A missing one or a default in its place would make the others say something
 * that nobody observed.
 */
const DECISIVE = [
  'nodes',
  'servers',
  'parallel',
  'users',
  'thinkTime',
  'rate',
  'throughput',
  'latency',
  'errors',
] as const;

/** Times that an observation states, by the objective that each is compared with. */
type Times = ReadonlyMap<TimeObjective, TimeReading>;

function readTimes(values: Values, log: ProblemLog): Times {
  const found = new Map<TimeObjective, TimeReading>();
  for (const key of ['latency', ...PERCENTILES] as const) {
    const time = toReading(values[key]);
    if (time) found.set(key, time);
  }
  for (const key of TOKEN_TIMES) {
    for (const { percentile, time } of readTokenTime(values[key], OBSERVATION[key].shape, key, log))
      found.set(objectiveOf(key, percentile), toReading(time));
  }
  return found;
}

interface Lengths {
  readonly prompt: Length;
  readonly output: Length;
}

function readLengths({ promptTokens, outputTokens }: Values, log: ProblemLog): Lengths {
  return {
    prompt: readLength(promptTokens, OBSERVATION.promptTokens.shape, 'promptTokens', log),
    output: readLength(outputTokens, OBSERVATION.outputTokens.shape, 'outputTokens', log),
  };
}

const TIME_KEYS = ['latency', ...PERCENTILES, ...TOKEN_TIMES] as const;

function checkSpeed(
  context: ReadContext,
  { values, lacks, slips }: Reading,
  times: Times,
  isExplained: boolean,
  log: ProblemLog,
): boolean {
  if (times.size > 0 || (values.users !== undefined && values.throughput !== undefined)) {
    return true;
  }
  if (!isExplained && TIME_KEYS.every(lacks) && (lacks('users') || lacks('throughput'))) {
    const why = t`an observation tells a time, or users and throughput`;
    reportMissing(log, context, { keys: ['latency'], need: 'one', why }, slips);
  }
  return false;
}

/** Checks the load of an observation. It stays in the plan in any case: reports list it. */
function checkLoad(
  context: ReadContext,
  { lacks, slips }: Reading,
  latencyFollows: 'load' | 'parallel',
  log: ProblemLog,
): void {
  if (latencyFollows === 'parallel') {
    if (lacks('parallel')) {
      const why = t`the engine’s latency follows parallel`;
      reportMissing(log, context, { keys: ['parallel'], need: 'one', why }, slips);
    }
    return;
  }
  const keys = ['users', 'throughput', 'rate', 'parallel'] as const;
  if (keys.every(lacks)) {
    const why = t`one of them tells the load`;
    reportMissing(log, context, { keys, need: 'one', why }, slips);
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
  const expected = t`at most the ${requests.value.value} requests`;
  const args = { found: String(errors.value.value), key: 'errors', expected };
  log.addUnread(path);
  log.add({ code: 'plan.out-of-range', range, args, path });
  return false;
}

function toObservation(
  { path }: ReadContext,
  values: Values,
  times: Times,
  { prompt, output }: Lengths,
): Observation {
  return {
    path,
    name: values.name?.value,
    // Without a source it counts as the least certain one.
    source: toValue(values.source) ?? defaultValue(LEAST_CERTAIN_SOURCE),
    ...(values.production && { production: toValue(values.production) }),
    nodes: toQuantity(values.nodes) ?? defaultValue(1),
    ...(values.servers && { servers: toQuantity(values.servers) }),
    parallel: toQuantity(values.parallel),
    users: toQuantity(values.users),
    thinkTimeSeconds: quantityOrDefault(values.thinkTime, OBSERVATION.thinkTime),
    ratePerSecond: toQuantity(values.rate),
    throughputPerSecond: toReading(values.throughput),
    latencySeconds: times.get('latency'),
    percentileSeconds: pick(times, PERCENTILES),
    ttftSeconds: times.get('ttft'),
    tpotSeconds: times.get('tpot'),
    tokenPercentileSeconds: pick(times, TOKEN_PERCENTILES),
    promptTokens: prompt.mean,
    outputTokens: output.mean,
    ...(prompt.cv && { promptTokensCv: prompt.cv }),
    ...(output.cv && { outputTokensCv: output.cv }),
    ...(values.cachedTokens && { cachedTokens: toQuantity(values.cachedTokens) }),
    requests: toQuantity(values.requests),
    errors: toQuantity(values.errors),
    note: values.note?.value,
    date: toValue(values.date),
    url: toValue(values.url),
  };
}

function pick<K extends TimeObjective>(
  times: Times,
  keys: readonly K[],
): Readonly<Partial<Record<K, TimeReading>>> {
  const entries = keys.flatMap((key) => {
    const time = times.get(key);
    return time ? [[key, time] as const] : [];
  });
  return Object.fromEntries(entries) as Partial<Record<K, TimeReading>>;
}
