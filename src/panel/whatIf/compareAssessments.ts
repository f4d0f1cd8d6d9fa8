/** The plan beside what a change makes of it. */
import { formatFigure, formatFigureValue } from '../../catalogue/figures';
import { describeOutcome, outcomeMark } from '../../catalogue/verdicts';
import type { Assessment, ScenarioAssessment } from '../../engine/assessment';
import type { Figure } from '../../engine/figure';
import { verdictOf } from '../../engine/ownVerdict';
import { drawAnswers } from '../drawAnswers';
import type { Answer } from '../picture';
import { layOver } from './layOver';
import type { BeforeAfter, OutcomeRow, WhatIfOutcome } from './outcome';

export function compareAssessments(
  plan: Assessment,
  changed: Assessment,
): Omit<WhatIfOutcome, 'changes'> {
  return {
    rows: plan.scenarios.flatMap((before) => {
      const after = changed.scenarios.find(
        ({ scenario }) => scenario.name === before.scenario.name,
      );
      return after ? [compareScenarios(before, after)] : [];
    }),
    charts: layOver(plan, changed),
    answers: compareAnswers(plan, changed),
    problem: undefined,
  };
}

function compareScenarios(before: ScenarioAssessment, after: ScenarioAssessment): OutcomeRow {
  const both = (text: (assessed: ScenarioAssessment) => string): BeforeAfter =>
    compareTexts(text(before), text(after));
  return {
    scenario: before.scenario.name,
    nodes: both(({ nodes }) => (nodes ? formatFigureValue(nodes) : 'not sized')),
    cost: both(({ cost }) => figureText(cost?.perHour, 'no price')),
    latency: both(({ latency, overloaded }) =>
      figureText(latency, overloaded ? 'overloaded' : 'unknown'),
    ),
    verdict: both(ownVerdict),
  };
}

function figureText(figure: Figure | undefined, otherwise: string): string {
  return figure ? formatFigure(figure) : otherwise;
}

/** On the target that the scenario is held to: `✗ strict: likely misses`. */
function ownVerdict(assessed: ScenarioAssessment): string {
  const verdict = verdictOf(assessed);
  if (!verdict) return 'held to no target';
  return `${outcomeMark(verdict)} ${verdict.target.name}: ${describeOutcome(verdict)}`;
}

/** Only where they differ. */
function compareAnswers(plan: Assessment, changed: Assessment): WhatIfOutcome['answers'] {
  const after = new Map(drawAnswers(changed, NOWHERE).map((answer) => [answer.target, answer]));
  return drawAnswers(plan, NOWHERE).flatMap((answer) => {
    const { target } = answer;
    const other = after.get(target);
    const [before, now] = [answerLine(answer), other && answerLine(other)];
    return now === undefined || now === before ? [] : [{ target, plan: before, changed: now }];
  });
}

/** What meets the target by less than measurement says so: the mark alone does not. */
function answerLine({ mark, headline, verified }: Answer): string {
  return `${mark} ${headline}${mark === '✓' && !verified ? ', unverified' : ''}`;
}

const NOWHERE = { rangeOf: () => undefined };

function compareTexts(plan: string, changed: string): BeforeAfter {
  return { plan, changed, differs: plan !== changed };
}
