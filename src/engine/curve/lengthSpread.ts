/**
 * Tells if lengths varied in an observation as they do in the workload. Long answers fill the batches of a server, so a
 * benchmark of answers of one length shows lower times than the same server has for answers that vary.
 */
import type { Caveat } from '../figure/figure';
import { PERCENTILE_SHARES, TAILS } from '../plan/percentiles';
import type { Observation, Workload } from '../plan/plan';
import { cvOfSpread } from '../queueing/spread';
import { memoize } from '../util/cache';

type SpreadMatch = 'same' | 'differ' | 'unstated';

/** Least coefficient of variation that counts as varying. */
const NOTICEABLE_CV = 0.1;

/** Share of the workload's coefficient of variation that an observation needs at least, where it states its own. */
const LEAST_STATED_SHARE = 0.8;

/** The same, where its times show it: they vary less than lengths, part of them being prompts. */
const LEAST_SHOWN_SHARE = 0.5;

/** Compares how lengths vary. If the workload does not say that they do, they count as the same. */
export function compareSpread(observation: Observation, workload: Workload): SpreadMatch {
  const asked = statedCv(workload);
  return asked === undefined ? 'same' : compareToCv(observation, asked);
}

/** The same with a coefficient of variation, stated or not. */
export function compareToCv(observation: Observation, asked: number): SpreadMatch {
  if (asked <= NOTICEABLE_CV) return 'same';
  const { outputTokensCv } = observation;
  if (outputTokensCv) {
    return outputTokensCv.value >= LEAST_STATED_SHARE * asked ? 'same' : 'differ';
  }
  const shown = shownCv(observation);
  if (shown === undefined) return 'unstated';
  return shown >= LEAST_SHOWN_SHARE * asked ? 'same' : 'differ';
}

/** Reason why the times of observations may not be those of lengths that vary as the workload's do. */
export function spreadCaveats(
  observations: readonly Observation[],
  workload: Workload,
): readonly Caveat[] {
  return observations.every((each) => compareSpread(each, workload) === 'same')
    ? []
    : ['lengths-vary'];
}

/** Coefficient of variation of work that the plan states; undefined if it leaves it to the default. */
function statedCv({ outputTokensCv, serviceCv }: Workload): number | undefined {
  return serviceCv.path === undefined ? outputTokensCv?.value : serviceCv.value;
}

/**
 * Coefficient of variation that the highest percentile and the mean of a run show; undefined without both. Inverting a
 * distribution takes long, and every reading of the curve asks.
 */
const shownCv = memoize(
  ({ latencySeconds, percentileSeconds }: Observation): number | undefined => {
    const tail = TAILS.find((each) => percentileSeconds[each]);
    const reading = tail && percentileSeconds[tail];
    if (!reading || !latencySeconds) return undefined;
    if (reading.bound !== 'exact' || latencySeconds.bound !== 'exact') return undefined;
    const times = reading.value / latencySeconds.value;
    return cvOfSpread(times, PERCENTILE_SHARES[tail]) ?? (times <= 1 ? 0 : Infinity);
  },
);
