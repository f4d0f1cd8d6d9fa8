/** Fixes of findings on benchmarks. */
import { t } from '@vscode/l10n';
import type { Analysis } from '../../lint/analysis';
import type { FindingOf } from '../../lint/finding';
import { formatSeconds } from '../../messages/numbers';
import { formatFigure } from '../../messages/figures';
import { joinPath } from '../../plan/keyPath';
import { propose, type Proposal } from './fix';

/** Has latency follow the load, where the plan has it follow the slots. */
export function followLoad(
  { args }: FindingOf<'observation.underloaded'>,
  analysis: Analysis,
): readonly Proposal[] {
  const [scenario] = args.scenarios;
  const engine = scenario?.engine.spec;
  if (engine?.latencyFollows.value !== 'parallel') return [];
  const title = t`Follow load (${formatFigure(args.load)} in the benchmark, ${formatFigure(args.needed)} in the plan)`;
  return propose(analysis, title, [
    { path: joinPath(engine.path, 'latencyFollows'), text: 'load' },
  ]);
}

/** Sets the think time, or the throughput, with which users, latency and throughput agree. */
export function reconcile(
  { args: { observation, thinkTime, expected } }: FindingOf<'observation.littles-law'>,
  analysis: Analysis,
): readonly Proposal[] {
  const { path, throughputPerSecond } = observation.observation;
  const seconds = thinkTime && Number(thinkTime.value.toPrecision(3));
  const rate = Number(expected.value.toPrecision(3));
  return [
    ...(seconds === undefined || seconds <= 0
      ? []
      : propose(analysis, t`Set thinkTime to ${formatSeconds(seconds)}`, [
          { path: joinPath(path, 'thinkTime'), text: `${seconds}s` },
        ])),
    ...(throughputPerSecond?.path === undefined
      ? []
      : propose(analysis, t`Set throughput to ${`${rate}/s`}`, [
          { path: throughputPerSecond.path, text: `${rate}/s` },
        ])),
  ];
}
