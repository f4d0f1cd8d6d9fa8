/** Says that rates of a workload with a peak are those of the peak. */
import type { ScenarioAssessment } from '../engine/assess/assessment';

/** Returns ` at the peak` if any of the workloads has one. */
export function atThePeak(scenarios: readonly ScenarioAssessment[]): string {
  const hasPeak = scenarios.some(
    ({ spec: { workload } }) => workload?.kind === 'open' && workload.peakFactor.value !== 1,
  );
  return hasPeak ? ' at the peak' : '';
}
