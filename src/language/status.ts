/** Sums up a plan in one line: the scenario that does worst by its target. */
import { t } from '@vscode/l10n';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { verdictOf } from '../engine/assess/ownVerdict';
import type { Analysis } from '../lint/analysis';
import { formatFigure } from '../messages/figures';
import { describeVerdictOn } from '../messages/verdicts';

export interface Status {
  /** `error` is a certain miss or a broken plan. `warning` is a likely miss. */
  readonly severity: 'error' | 'warning' | 'information';
  /** Text such as `B misses strict · 125 nodes · $188/h`. */
  readonly text: string;
  readonly detail: string;
}

/** @param lastGood The last analysis with an assessment, used while the text is broken. */
export function describeStatus(current: Analysis, lastGood: Analysis | undefined): Status {
  const { assessment } = current;
  if (assessment) return describeScenarios(assessment.scenarios);
  const before = lastGood?.assessment && describeScenarios(lastGood.assessment.scenarios).text;
  return {
    severity: current.findings.some(({ severity }) => severity === 'error')
      ? 'error'
      : 'information',
    text: before ? t`Out of date: ${before}` : t`No plan to assess`,
    detail: t`The plan cannot be read: see Problems`,
  };
}

function describeScenarios(scenarios: readonly ScenarioAssessment[]): Status {
  const worst = worstOf(scenarios);
  if (!worst)
    return { severity: 'information', text: t`No scenarios`, detail: t`Nothing to size yet` };
  return {
    severity: severityOf(worst),
    text: `${worst.spec.name} ${describeStanding(worst)}`,
    detail:
      scenarios.length === 1 ? t`The only scenario` : t`The worst of ${scenarios.length} scenarios`,
  };
}

/** Writes `misses strict · 125 nodes · $188/h`. */
export function describeStanding(assessed: ScenarioAssessment): string {
  const { nodes, cost } = assessed;
  const verdict = verdictOf(assessed);
  const pieces = [
    verdict ? describeVerdictOn(verdict) : t`has no target`,
    nodes ? formatFigure(nodes) : t`not sized`,
    cost && formatFigure(cost.perHour),
  ];
  return pieces.filter((piece) => piece !== undefined).join(' · ');
}

function severityOf(assessed: ScenarioAssessment): Status['severity'] {
  const standing = standingOf(assessed);
  if (standing === 'misses') return 'error';
  return standing === 'likely-misses' ? 'warning' : 'information';
}

/** How a scenario does by its target, best first. A scenario without a target counts as met if it has a size. */
const STANDINGS = ['meets', 'unverified', 'unknown', 'likely-misses', 'misses'] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf(assessed: ScenarioAssessment): Standing {
  const verdict = verdictOf(assessed);
  switch (verdict?.outcome) {
    case 'misses':
      return verdict.verified ? 'misses' : 'likely-misses';
    case 'unknown':
      return 'unknown';
    case 'meets':
      return verdict.verified ? 'meets' : 'unverified';
    case undefined:
      return assessed.nodes ? 'meets' : 'unknown';
  }
}

/** Returns the scenario that does worst, the first of several. */
export function worstOf(scenarios: readonly ScenarioAssessment[]): ScenarioAssessment | undefined {
  const [first, ...others] = scenarios;
  return first && others.reduce((a, b) => (rank(b) > rank(a) ? b : a), first);
}

function rank(assessed: ScenarioAssessment): number {
  return STANDINGS.indexOf(standingOf(assessed));
}
