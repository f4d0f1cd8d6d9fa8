/** Proposes the next round limit that a scenario keeps. */
import { t } from '@vscode/l10n';
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { Target } from '../../engine/plan/plan';
import type { ObjectiveVerdict, TimeLimit } from '../../engine/verdict/verdict';
import type { Analysis } from '../../lint/analysis';
import { quote } from '../../messages/findings/words';
import { describeLimitOf } from '../../messages/verdicts';
import { findNode } from '../../plan/positions';
import { propose, type Proposal } from './fix';

/** Multiples of the figure that are tried: the 80% interval may lie above it. */
const FACTORS = [1, 1.1, 1.25, 1.5, 2, 3] as const;

interface Missed {
  readonly scenario: ScenarioAssessment;
  readonly target: Target;
}

export function relaxTarget({ scenario, target }: Missed, analysis: Analysis): readonly Proposal[] {
  const missed = scenario.verdictOn(target).objectives.filter(({ outcome }) => outcome !== 'meets');
  const [only] = missed;
  const limit = missed.length === 1 && only ? keptLimit(scenario, target, only) : undefined;
  const { tree } = analysis.document;
  const written = limit && tree && findNode(tree, limit.path);
  if (!limit || written?.kind !== 'scalar') return [];
  const sign = /^\s*(?:<=|<|≤)?\s*/.exec(written.text)?.[0] ?? '';
  const title = t`Relax ${quote(target.name)} to ${describeLimitOf(limit)}`;
  const changes = [{ path: limit.path, text: sign + writeTime(limit) }];
  return propose(analysis, title, changes).map((fix) => ({ ...fix, isChoice: true }));
}

function keptLimit(
  scenario: ScenarioAssessment,
  target: Target,
  { objective, figure }: ObjectiveVerdict,
): TimeLimit | undefined {
  if (!figure || !('limitSeconds' in objective)) return undefined;
  const limits = FACTORS.map((factor) => ({
    ...objective,
    limitSeconds: roundUp(figure.value * factor),
  }));
  return limits.find((limit) => {
    const objectives = target.objectives.map((each) => (each === objective ? limit : each));
    return (
      limit.limitSeconds > objective.limitSeconds &&
      scenario.verdictOn({ ...target, objectives }).outcome === 'meets'
    );
  });
}

/** Rounds up to two digits. */
function roundUp(seconds: number): number {
  const size = 10 ** (Math.floor(Math.log10(seconds)) - 1);
  return Number((Math.ceil(seconds / size) * size).toPrecision(2));
}

function writeTime({ limitSeconds }: TimeLimit): string {
  return limitSeconds < 1
    ? `${Number((limitSeconds * 1000).toPrecision(2))}ms`
    : `${limitSeconds}s`;
}
