/** Chooses the time that views compare scenarios by: the one that the plan's targets limit. */
import type { Figure } from '../figure/figure';
import { isTimeObjective, partsOf } from '../plan/objectives';
import type { Target, TimeObjective } from '../plan/plan';
import type { LatencyBand } from '../curve/latencyBand';
import type { ObjectiveVerdict, TargetVerdict } from '../verdict/verdict';
import type { ScenarioAssessment } from './assessment';

/**
 * Time to compare scenarios by. It is the mean latency, unless no target limits a latency, but one a time of
 * tokens. Then it is the first of those.
 */
export function shownTime(targets: readonly Target[]): TimeObjective {
  const limited = targets.flatMap(({ objectives }) =>
    objectives.flatMap(({ kind }) => (isTimeObjective(kind) ? [kind] : [])),
  );
  const [first] = limited;
  const isOfTokens = first && limited.every((kind) => partsOf(kind).of !== 'latency');
  return isOfTokens ? first : 'latency';
}

/** A scenario, or an option, as far as times are known of it. */
interface Timed {
  readonly latency?: Figure | undefined;
  readonly verdicts: readonly TargetVerdict[];
}

/** A time of a scenario; undefined if nothing is known of it, or no target asks for it. */
export function timeOf(timed: Timed, time: TimeObjective): Figure | undefined {
  if (time === 'latency') return timed.latency;
  return verdictsOn(timed, time).find(({ figure }) => figure)?.figure;
}

/** 80 % band around that time; undefined if it was observed, or is a bound. */
export function bandOfTime(
  scenario: ScenarioAssessment,
  time: TimeObjective,
): LatencyBand | undefined {
  if (time === 'latency') return scenario.band;
  return verdictsOn(scenario, time).find(({ band }) => band)?.band;
}

function verdictsOn({ verdicts }: Timed, time: TimeObjective): readonly ObjectiveVerdict[] {
  return verdicts.flatMap(({ objectives }) =>
    objectives.filter(({ objective }) => objective.kind === time),
  );
}
