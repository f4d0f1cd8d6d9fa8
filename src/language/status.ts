/** Sums up a plan in one line: the scenario that does worst by its target. */
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
    text: before ? `Out of date: ${before}` : 'No plan to assess',
    detail: 'The plan cannot be read: see Problems',
  };
}

function describeScenarios(scenarios: readonly ScenarioAssessment[]): Status {
  const [first, ...others] = scenarios;
  if (!first)
    return { severity: 'information', text: 'No scenarios', detail: 'Nothing to size yet' };
  const worst = others.reduce((a, b) => (rank(b) > rank(a) ? b : a), first);
  return {
    severity: severityOf(worst),
    text: describeScenario(worst),
    detail:
      scenarios.length === 1 ? 'The only scenario' : `The worst of ${scenarios.length} scenarios`,
  };
}

function describeScenario(assessed: ScenarioAssessment): string {
  const { spec: scenario, nodes, cost } = assessed;
  const verdict = verdictOf(assessed);
  const pieces = [
    `${scenario.name} ${verdict ? describeVerdictOn(verdict) : 'has no target'}`,
    nodes ? formatFigure(nodes) : 'not sized',
    cost && formatFigure(cost.perHour),
  ];
  return pieces.filter((piece) => piece !== undefined).join(' · ');
}

function severityOf(assessed: ScenarioAssessment): Status['severity'] {
  const verdict = verdictOf(assessed);
  if (verdict?.outcome !== 'misses') return 'information';
  return verdict.verified ? 'error' : 'warning';
}

/** Ranks a scenario, worst highest: a certain miss, a likely one, unknown, met but unverified, met. */
function rank(assessed: ScenarioAssessment): number {
  const verdict = verdictOf(assessed);
  switch (verdict?.outcome) {
    case 'misses':
      return verdict.verified ? 4 : 3;
    case 'unknown':
      return 2;
    case 'meets':
      return verdict.verified ? 0 : 1;
    case undefined:
      return assessed.nodes ? 0 : 2;
  }
}
