/** Reads the workload: the plan's, and a scenario's overrides of it. */
import { t } from '@vscode/l10n';
import type { DailyProfile, Growth, Stated, Workload } from '../../engine/plan/plan';
import { WORKLOAD } from '../fields/tables';
import { joinPath } from '../keyPath';
import type { ProblemLog } from './problemLog';
import { readMap, type MapReading } from './readMap';
import { readBurstiness } from './readBurstiness';
import { readLength, UNSTATED, type Length } from './readLength';
import { readProfile } from './readProfile';
import { reportTokenRates } from './tokenRates';
import { reportMissing, type Slip, type ReadContext } from './readContext';
import { toQuantity, quantityOrDefault } from './toStated';

/** A part of a workload. `unread` means written but not usable, as a problem says: nothing may replace it. */
type Part<T> = T | 'unread' | undefined;

/** Parts of a workload in one map, perhaps not all. */
export interface WorkloadParts {
  readonly load: Part<Load>;
  readonly thinkTime: Part<Stated<number>>;
  readonly peakFactor: Part<Stated<number>>;
  readonly burstiness: Part<Stated<number>>;
  readonly cachedTokens: Part<Stated<number>>;
  readonly serviceCv: Part<Stated<number>>;
  readonly promptTokens: Length;
  readonly outputTokens: Length;
  readonly growth: Growth | undefined;
  readonly horizonMonths: Part<Stated<number>>;
  readonly profile: DailyProfile | undefined;
  readonly slips: readonly Slip[];
}

type Load =
  | { readonly kind: 'closed'; readonly users: Stated<number> }
  | { readonly kind: 'open'; readonly rate: Stated<number> };

type Reading = MapReading<typeof WORKLOAD>;

/** @param base The plan's workload, for overrides of a scenario. */
export function readWorkload(
  context: ReadContext,
  log: ProblemLog,
  base?: WorkloadParts,
): WorkloadParts {
  const reading = readMap(context, WORKLOAD, log);
  const { values, has, isUnusable, slips } = reading;
  if (has('users') && has('rate')) {
    reportConflict(context, ['users', 'rate'], log);
    log.addUnread(joinPath(context.path, 'users'));
    log.addUnread(joinPath(context.path, 'rate'));
  } else if (has('rate') && has('thinkTime')) {
    reportConflict(context, ['rate', 'thinkTime'], log);
  } else if (has('users') && has('peakFactor')) {
    reportConflict(context, ['users', 'peakFactor'], log);
  } else if (has('users') && has('burstiness')) {
    reportConflict(context, ['users', 'burstiness'], log);
  }
  const part = (key: 'thinkTime' | 'peakFactor' | 'cachedTokens' | 'serviceCv' | 'horizon') =>
    isUnusable(key) ? 'unread' : toQuantity(values[key]);
  const length = (key: 'promptTokens' | 'outputTokens') =>
    readLength(values[key], WORKLOAD[key].shape, key, log);
  const outputTokens = length('outputTokens');
  reportTokenRates(
    context,
    {
      keys: ['rate'],
      meant: undefined,
      outputTokens: outputTokens.mean ?? base?.outputTokens.mean,
      isOneStream: false,
    },
    log,
  );
  return {
    load: context.node.kind === 'map' ? loadOf(reading) : unreadUnlessEmpty(context),
    thinkTime: part('thinkTime'),
    peakFactor: part('peakFactor'),
    burstiness: values.burstiness && (readBurstiness(values.burstiness, log) ?? 'unread'),
    cachedTokens: part('cachedTokens'),
    serviceCv: part('serviceCv'),
    promptTokens: length('promptTokens'),
    outputTokens,
    growth: values.growth && { share: toQuantity(values.growth), per: values.growth.value.per },
    horizonMonths: part('horizon'),
    profile: values.profile && readProfile(values.profile, log),
    slips,
  };
}

function loadOf({ values: { users, rate }, has, isUnusable }: Reading): Part<Load> {
  const both = has('users') && has('rate');
  if (both || isUnusable('users') || isUnusable('rate')) {
    return 'unread';
  }
  if (users !== undefined) {
    return { kind: 'closed', users: toQuantity(users) };
  }
  return rate && { kind: 'open', rate: toQuantity(rate) };
}

/** Returns `unread` for a node that is not a map: it has its problem. */
function unreadUnlessEmpty({ node }: ReadContext): Part<Load> {
  return node.kind === 'nothing' && !node.broken ? undefined : 'unread';
}

/**
 * Merges the plan's workload with a scenario's overrides, field by field. Returns undefined if neither states a load,
 * or if a part is unreadable. A default in its place would make another workload.
 */
export function mergeWorkload(
  base: WorkloadParts | undefined,
  over: WorkloadParts | undefined,
): Workload | undefined {
  const load = over?.load ?? base?.load;
  const lengthOf = (key: 'promptTokens' | 'outputTokens'): Length =>
    over?.[key].mean ? over[key] : (base?.[key] ?? UNSTATED);
  const [prompt, output] = [lengthOf('promptTokens'), lengthOf('outputTokens')];
  const serviceCv =
    over?.serviceCv ??
    base?.serviceCv ??
    output.cv ??
    quantityOrDefault(undefined, WORKLOAD.serviceCv);
  const cachedTokens = over?.cachedTokens ?? base?.cachedTokens;
  if (load === undefined || load === 'unread') return undefined;
  if (serviceCv === 'unread' || cachedTokens === 'unread') {
    return undefined;
  }
  const tokens = {
    promptTokens: prompt.mean,
    outputTokens: output.mean,
    ...(prompt.cv && { promptTokensCv: prompt.cv }),
    ...(output.cv && { outputTokensCv: output.cv }),
  };
  const rest = {
    ...tokens,
    ...(cachedTokens && { cachedTokens }),
    serviceCv,
    ...changesOf(base, over),
  };
  if (load.kind === 'closed') {
    const thinkTime =
      over?.thinkTime ?? base?.thinkTime ?? quantityOrDefault(undefined, WORKLOAD.thinkTime);
    return thinkTime === 'unread'
      ? undefined
      : { kind: 'closed', users: load.users, thinkTimeSeconds: thinkTime, ...rest };
  }
  const peakFactor =
    over?.peakFactor ?? base?.peakFactor ?? quantityOrDefault(undefined, WORKLOAD.peakFactor);
  const burstiness = over?.burstiness ?? base?.burstiness;
  if (peakFactor === 'unread' || burstiness === 'unread') return undefined;
  const open = { kind: 'open', ratePerSecond: load.rate, peakFactor } as const;
  return { ...open, ...(burstiness && { burstiness }), ...rest };
}

/** Returns how the load changes over months and hours, as far as either says. */
function changesOf(
  base: WorkloadParts | undefined,
  over: WorkloadParts | undefined,
): Pick<Workload, 'growth' | 'horizonMonths' | 'profile'> {
  const horizonMonths = over?.horizonMonths ?? base?.horizonMonths;
  const growth = horizonMonths === 'unread' ? undefined : (over?.growth ?? base?.growth);
  const profile = over?.profile ?? base?.profile;
  return {
    ...(growth && { growth }),
    ...(horizonMonths && horizonMonths !== 'unread' && { horizonMonths }),
    ...(profile && { profile }),
  };
}

/** Reports once for the plan, if some scenario has no load of its own. */
export function reportMissingLoad(
  context: ReadContext,
  { slips }: Pick<WorkloadParts, 'slips'>,
  log: ProblemLog,
): void {
  const why = t`a workload has one of them`;
  reportMissing(log, context, { keys: ['users', 'rate'], need: 'one', why }, slips);
}

function reportConflict(
  { keyRange, where, node, path }: ReadContext,
  keys: readonly [string, string],
  log: ProblemLog,
): void {
  // On the second of the two, which is mostly the last one typed.
  const found = node.kind === 'map' ? node.entries.filter(({ key }) => keys.includes(key)) : [];
  const [first, second] = found;
  log.add({
    code: 'plan.conflict',
    range: second?.keyRange ?? keyRange,
    args: { keys, where },
    path: joinPath(path, second?.key ?? keys[1]),
    related: first === undefined ? [] : [first.keyRange],
  });
}
