/** Compares the plan with its changed version, scenario by scenario and answer by answer. */
import { t } from '@vscode/l10n';
import { formatAgainstLimits, limitsOn } from '../../messages/formatAgainstLimits';
import { formatFigureValue } from '../../messages/figures';
import { overloadedWord } from '../../messages/verdictReasons';
import { titleOfTime } from '../../messages/verdicts';
import { verdictText } from '../../charts/scenarioColumns';
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import { comparedTargets } from '../../engine/assess/comparedTargets';
import { limitingTime } from '../../engine/assess/limitingTime';
import { timeOf } from '../../engine/assess/shownTime';
import type { Figure } from '../../engine/figure/figure';
import type { Objective, Target, TimeObjective } from '../../engine/plan/plan';
import { drawAnswers } from '../drawAnswers';
import type { Answer } from '../picture';
import { overlayCharts } from './overlayCharts';
import type { BeforeAfter, OutcomeRow, WhatIfOutcome } from './outcome';

export function compareAssessments(
  plan: Assessment,
  changed: Assessment,
): Omit<WhatIfOutcome, 'changes'> {
  const after = new Map(changed.scenarios.map((each) => [each.spec.name, each]));
  const time = limitingTime(plan);
  return {
    time: titleOfTime(time),
    targets: comparedTargets(plan.plan).map(({ name }) => name),
    rows: plan.scenarios.flatMap((before) => {
      const now = after.get(before.spec.name);
      return now ? [compareScenarios(before, now, time)] : [];
    }),
    charts: overlayCharts(plan, changed),
    answers: compareAnswers(plan, changed),
    problem: undefined,
  };
}

function compareScenarios(
  before: ScenarioAssessment,
  after: ScenarioAssessment,
  time: TimeObjective,
): OutcomeRow {
  const both = (text: (assessed: ScenarioAssessment) => string): BeforeAfter =>
    compareTexts(text(before), text(after));
  return {
    scenario: before.spec.name,
    nodes: both(({ nodes }) => (nodes ? formatFigureValue(nodes) : t`not sized`)),
    cost: both(
      ({ cost, verdicts }) => figureText(cost?.perHour, 'budget', verdicts) ?? t`no price`,
    ),
    time: both((assessed) => {
      const { overloaded, overload, verdicts } = assessed;
      const unknown = overloaded ? overloadedWord({ overload }) : t`unknown`;
      return figureText(timeOf(assessed, time), time, verdicts) ?? unknown;
    }),
    verdicts: before.verdicts.map((_, index) =>
      both(({ verdicts }) => verdictText(verdicts[index])),
    ),
  };
}

/** Formats a figure beside the limits of its own plan, because a change may move the limits. */
function figureText(
  figure: Figure | undefined,
  kind: Objective['kind'],
  verdicts: readonly { readonly target: Target }[],
): string | undefined {
  const targets = verdicts.map(({ target }) => target);
  return figure && formatAgainstLimits(figure, limitsOn(kind, targets));
}

/** Returns the answers that differ. */
function compareAnswers(plan: Assessment, changed: Assessment): WhatIfOutcome['answers'] {
  const after = new Map(drawAnswers(changed, NOWHERE).map((answer) => [answer.target, answer]));
  return drawAnswers(plan, NOWHERE).flatMap((answer) => {
    const { target } = answer;
    const other = after.get(target);
    const [before, now] = [answerLine(answer), other && answerLine(other)];
    return now === undefined || now === before ? [] : [{ target, plan: before, changed: now }];
  });
}

function answerLine({ mark, headline }: Answer): string {
  return `${mark} ${headline}`;
}

const NOWHERE = { rangeOf: () => undefined };

function compareTexts(plan: string, changed: string): BeforeAfter {
  return { plan, changed, differs: plan !== changed };
}
