/**
 * Chooses the windows that become observations: the busiest, and the median one. A mean over a week would be of a load that
 * no hour had, and its latency of no load at all.
 */
import type { Run } from '../benchmark/run';
import type { ProductionWindow } from './windowOf';

export interface WindowRun {
  readonly window: ProductionWindow;
  readonly run: Run;
}

export interface Level extends WindowRun {
  readonly level: 'busiest' | 'median' | 'only';
}

/** Requests that a mean needs: with fewer, a few long answers decide it. */
export const ENOUGH_REQUESTS = 30;

/** Share of the busiest load below which the median one is worth an observation of its own. */
const CLEARLY_LIGHTER = 0.8;

/** @returns Levels, the busiest first; none if no window has enough requests. */
export function chooseLevels(runs: readonly WindowRun[]): readonly Level[] {
  const sorted = runs.filter(hasEnoughRequests).sort((a, b) => loadOf(a.run) - loadOf(b.run));
  const [busiest, median] = [sorted.at(-1), sorted[Math.floor((sorted.length - 1) / 2)]];
  if (!busiest || !median) return [];
  if (runs.length === 1) return [{ ...busiest, level: 'only' }];
  const isLighter = loadOf(median.run) < CLEARLY_LIGHTER * loadOf(busiest.run);
  return [
    { ...busiest, level: 'busiest' },
    ...(isLighter ? [{ ...median, level: 'median' } as const] : []),
  ];
}

export function hasEnoughRequests({ run }: Pick<WindowRun, 'run'>): boolean {
  return (run.requests ?? 0) >= ENOUGH_REQUESTS;
}

/** Requests in flight on a server, by Little's law; arrivals where the latency is unknown. */
function loadOf({ throughputPerSecond = 0, latency, servers = 1 }: Run): number {
  return (throughputPerSecond * (latency.mean ?? 1)) / servers;
}

/** Tells if a window has so many requests that its means are worth something. */
export function hasBusyWindow(windows: readonly ProductionWindow[]): boolean {
  return windows.some(
    ({ counters, histograms }) =>
      (counters.requests ?? histograms.latency?.count ?? counters.outputTotal ?? 0) >=
      ENOUGH_REQUESTS,
  );
}
