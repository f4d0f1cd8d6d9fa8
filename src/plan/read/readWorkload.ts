/** The workload: the plan's, and a scenario's overrides of it. */
import type { DailyProfile, Growth, Stated, Workload } from '../../engine/plan';
import { WORKLOAD } from '../fields/tables';
import { readMap } from './readMap';
import { readProfile } from './readProfile';
import { reportMissing, type Problems, type Slot } from './slot';
import { silent, stated } from './stated';

/** What one map says of a workload, which need not be all. */
export interface WorkloadParts {
  readonly load: Load | undefined;
  /** It says something of users or rate, though it may not be usable: nothing is missing. */
  readonly loadIsWritten: boolean;
  readonly thinkTime: Stated<number> | undefined;
  readonly peakFactor: Stated<number> | undefined;
  readonly promptTokens: Stated<number> | undefined;
  readonly outputTokens: Stated<number> | undefined;
  readonly serviceCv: Stated<number> | undefined;
  readonly growth: Growth | undefined;
  readonly horizonMonths: Stated<number> | undefined;
  readonly profile: DailyProfile | undefined;
}

type Load =
  | { readonly kind: 'closed'; readonly users: Stated<number> }
  | { readonly kind: 'open'; readonly rate: Stated<number> };

const DEFAULT_SERVICE_CV = 0.5;

export function readWorkload(slot: Slot, problems: Problems): WorkloadParts {
  const { values, has, isMeant } = readMap(slot, WORKLOAD, problems);
  const both = has('users') && has('rate');
  if (both) {
    reportConflict(slot, ['users', 'rate'], problems);
  } else if (has('rate') && has('thinkTime')) {
    reportConflict(slot, ['rate', 'thinkTime'], problems);
  } else if (has('users') && has('peakFactor')) {
    reportConflict(slot, ['users', 'peakFactor'], problems);
  }
  const { users, rate } = values;
  return {
    load: both
      ? undefined
      : users !== undefined
        ? { kind: 'closed', users: stated(users) }
        : rate !== undefined
          ? { kind: 'open', rate: stated(rate) }
          : undefined,
    loadIsWritten: isMeant('users') || isMeant('rate'),
    thinkTime: stated(values.thinkTime),
    peakFactor: stated(values.peakFactor),
    promptTokens: stated(values.promptTokens),
    outputTokens: stated(values.outputTokens),
    serviceCv: stated(values.serviceCv),
    growth: values.growth && { share: stated(values.growth), per: values.growth.value.per },
    horizonMonths: stated(values.horizon),
    profile: values.profile && readProfile(values.profile, problems),
  };
}

/** The plan's workload with a scenario's overrides, field by field; undefined where neither states a load. */
export function mergeWorkload(
  base: WorkloadParts | undefined,
  over: WorkloadParts | undefined,
): Workload | undefined {
  const load = over?.loadIsWritten ? over.load : base?.load;
  if (load === undefined) {
    return undefined;
  }
  const tokens = {
    promptTokens: over?.promptTokens ?? base?.promptTokens,
    outputTokens: over?.outputTokens ?? base?.outputTokens,
    serviceCv: over?.serviceCv ?? base?.serviceCv ?? silent(DEFAULT_SERVICE_CV),
  };
  const rest = { ...tokens, ...changesOf(base, over) };
  if (load.kind === 'closed') {
    const thinkTimeSeconds = over?.thinkTime ?? base?.thinkTime ?? silent(0);
    return { kind: 'closed', users: load.users, thinkTimeSeconds, ...rest };
  }
  const peakFactor = over?.peakFactor ?? base?.peakFactor ?? silent(1);
  return { kind: 'open', ratePerSecond: load.rate, peakFactor, ...rest };
}

/** How the load changes over months and hours, as far as either says. */
function changesOf(
  base: WorkloadParts | undefined,
  over: WorkloadParts | undefined,
): Pick<Workload, 'growth' | 'horizonMonths' | 'profile'> {
  const growth = over?.growth ?? base?.growth;
  const horizonMonths = over?.horizonMonths ?? base?.horizonMonths;
  const profile = over?.profile ?? base?.profile;
  return {
    ...(growth && { growth }),
    ...(horizonMonths && { horizonMonths }),
    ...(profile && { profile }),
  };
}

/** Once for the plan, where some scenario has no load of its own. */
export function reportMissingLoad(slot: Slot, problems: Problems): void {
  reportMissing(problems, slot, ['users', 'rate'], 'a workload has one of them');
}

function reportConflict(
  { keyRange, where, node }: Slot,
  keys: readonly [string, string],
  problems: Problems,
): void {
  // On the second of the two, which is mostly the one just typed.
  const found = node.kind === 'map' ? node.entries.filter(({ key }) => keys.includes(key)) : [];
  const [first, second] = found.map((entry) => entry.keyRange);
  const related = first === undefined ? [] : [first];
  problems.push({
    code: 'plan.conflict',
    range: second ?? keyRange,
    args: { keys, where },
    related,
  });
}
