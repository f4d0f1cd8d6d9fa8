/** Names the times of a run in sentences: `P95 TTFT`. */
import { t } from '@vscode/l10n';
import type { Statistic } from './run';

export type TimeKind = 'latency' | 'ttft' | 'tpot';

export function nameOfTime(kind: TimeKind): string {
  return kind === 'latency' ? t`latency` : kind.toUpperCase();
}

export function nameOfStatistic(statistic: Statistic, kind: TimeKind): string {
  const label = statistic.toUpperCase();
  if (kind === 'latency') return statistic === 'mean' ? t`Mean latency` : t`${label} latency`;
  return statistic === 'mean' ? t`Mean ${nameOfTime(kind)}` : `${label} ${nameOfTime(kind)}`;
}
