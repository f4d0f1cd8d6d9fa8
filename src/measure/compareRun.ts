/** Puts what was measured beside what the plan predicted, before the plan knows it. */
import { t } from '@vscode/l10n';
import type { Run } from '../benchmark/run';
import type { PredictedTimes } from '../engine/explore/predictLoad';
import type { Figure } from '../engine/figure/figure';
import { formatFigure } from '../messages/figures';
import { formatNumber, formatSeconds } from '../messages/numbers';
import { loadWords } from './loadText';

export interface ComparedRun {
  /** Load: `8 users`. */
  readonly load: string;
  readonly times: readonly ComparedTime[];
}

export interface ComparedTime {
  readonly name: 'latency' | 'TTFT' | 'TPOT';
  readonly measuredSeconds: number;
  /** As words: `2.4 s`. Undefined if the plan predicts none. */
  readonly predicted: string | undefined;
  /** How far the prediction was off: `11% too low`, or `right`. */
  readonly off: string | undefined;
}

const NAMES = { latency: 'latency', ttft: 'TTFT', tpot: 'TPOT' } as const;

export function compareRun(run: Run, predicted: PredictedTimes | undefined): ComparedRun {
  const times = (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((time) => {
    const measuredSeconds = run[time].mean;
    if (measuredSeconds === undefined) return [];
    const figure = predicted?.[time];
    return [
      {
        name: NAMES[time],
        measuredSeconds,
        predicted: figure && formatFigure(figure),
        off: figure && offWords(figure, measuredSeconds),
      },
    ];
  });
  return { load: loadOfRun(run), times };
}

function loadOfRun({ load }: Run): string {
  if (load.kind === 'unstated') return t`unknown load`;
  return loadWords(load.kind === 'rate' ? load : { thinkTimeSeconds: 0, ...load });
}

function offWords({ value }: Figure, measured: number): string {
  const off = value / measured - 1;
  if (Math.abs(off) < 0.005) return t`right`;
  const share = `${formatNumber(100 * Math.abs(off), 2)}%`;
  return off < 0 ? t`${share} too low` : t`${share} too high`;
}

/** Returns `8 users: latency 2.7 s, predicted 2.4 s (11% too low)`, with TTFT and TPOT. */
export function comparisonLine({ load, times }: ComparedRun): string {
  const parts = times.map(({ name, measuredSeconds, predicted, off }) => {
    const measured = `${name === 'latency' ? t`latency` : name} ${formatSeconds(measuredSeconds)}`;
    return predicted === undefined
      ? measured
      : t`${measured}, predicted ${predicted} (${off ?? ''})`;
  });
  return `${load}: ${parts.join('; ')}`;
}
