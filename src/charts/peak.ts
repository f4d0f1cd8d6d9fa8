/** Rates of a workload with a peak are those of the peak: what is drawn says so. */
import type { ScenarioAssessment } from '../engine/assess/assessment';

/** ` at the peak`, where any of the workloads has one. */
export function atThePeak(scenarios: readonly ScenarioAssessment[]): string {
  const hasPeak = scenarios.some(
    ({ spec: { workload } }) => workload?.kind === 'open' && workload.peakFactor.value !== 1,
  );
  return hasPeak ? ' at the peak' : '';
}
