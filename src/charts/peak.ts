/** Says that rates of a workload with a peak are those of the peak. */
import { t } from '@vscode/l10n';
import type { ScenarioAssessment } from '../engine/assess/assessment';

/** Returns `418/s at the peak` if any of the workloads has one, or else the load as it is. */
export function atThePeak(load: string, scenarios: readonly ScenarioAssessment[]): string {
  const hasPeak = scenarios.some(
    ({ spec: { workload } }) => workload?.kind === 'open' && workload.peakFactor.value !== 1,
  );
  return hasPeak ? t`${load} at the peak` : load;
}
