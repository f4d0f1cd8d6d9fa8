/** Finds what made the load: users who wait for each answer, or random arrivals at a rate. */
import { remark, type Remark } from './remarks';
import type { Load } from './run';

interface Asked {
  /** True if the tool sends all requests at once, unless a limit or a rate is asked for. */
  readonly isUnlimited?: boolean;
  /** Limit on requests in flight. */
  readonly concurrency?: number | undefined;
  readonly ratePerSecond?: number | undefined;
  /** How requests are spaced. A plan states a rate only of random arrivals. */
  readonly arrivals: 'random' | 'even' | 'unknown';
  readonly requests?: number | undefined;
  readonly throughputPerSecond?: number | undefined;
  readonly latencySeconds?: number | undefined;
}

export interface FoundLoad {
  readonly load: Load;
  readonly remarks: readonly Remark[];
}

const UNSTATED: Load = { kind: 'unstated' };

/** Without a rate, requests are sent as fast as the limit allows. */
export function loadOf(asked: Asked): FoundLoad {
  const { concurrency, ratePerSecond, requests, isUnlimited } = asked;
  if (ratePerSecond !== undefined && ratePerSecond > 0) return ofRate(asked, ratePerSecond);
  if (concurrency === undefined || concurrency < 1) {
    if (!isUnlimited || !requests) return { load: UNSTATED, remarks: [] };
    const remarks = [remark('all-at-once', { requests })];
    return { load: { kind: 'users', users: requests }, remarks };
  }
  if (requests !== undefined && requests > 0 && requests < concurrency) {
    const remarks = [remark('fewer-requests', { concurrency, requests })];
    return { load: { kind: 'users', users: requests }, remarks };
  }
  return { load: { kind: 'users', users: concurrency }, remarks: [] };
}

function ofRate(asked: Asked, perSecond: number): FoundLoad {
  const { concurrency, arrivals } = asked;
  if (concurrency !== undefined && isCapped(asked, perSecond, concurrency)) {
    const remarks = [remark('rate-capped', { perSecond, concurrency })];
    return { load: { kind: 'users', users: concurrency }, remarks };
  }
  const answered = asked.throughputPerSecond ?? 0;
  if (answered > perSecond * EXCEEDED) {
    return { load: UNSTATED, remarks: [remark('rate-exceeded', { perSecond, answered })] };
  }
  const cap = concurrency === undefined ? [] : [remark('cap-unreached', { concurrency })];
  if (arrivals === 'random') return { load: { kind: 'rate', perSecond }, remarks: cap };
  const code = arrivals === 'even' ? 'even-arrivals' : 'unknown-arrivals';
  return { load: UNSTATED, remarks: [remark(code, { perSecond }), ...cap] };
}

/** Share of the rate that cannot have been answered. */
const EXCEEDED = 1.1;

/** Shares of the rate and of the limit, beyond which the limit and not the rate made the load. */
const RATE_KEPT = 0.9;
const LIMIT_REACHED = 0.8;

/** Tells if the limit held requests back. By Little's law requests in flight are throughput times latency. */
function isCapped(
  { throughputPerSecond, latencySeconds }: Asked,
  perSecond: number,
  concurrency: number,
): boolean {
  if (throughputPerSecond === undefined || latencySeconds === undefined) return false;
  return (
    throughputPerSecond < RATE_KEPT * perSecond &&
    throughputPerSecond * latencySeconds > LIMIT_REACHED * concurrency
  );
}
