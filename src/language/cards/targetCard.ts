/** Shows a target: how every scenario does by it, and the best option for it. */
import { t } from '@vscode/l10n';
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import { shownTime, timeOf } from '../../engine/assess/shownTime';
import type { EngineAssessment } from '../../engine/curve/engineAssessment';
import type { Target, TimeObjective } from '../../engine/plan/plan';
import { recommend } from '../../engine/recommend/recommend';
import type { Recommendation } from '../../engine/recommend/recommendation';
import { formatAgainstLimits, limitsOn } from '../../messages/formatAgainstLimits';
import { blocks, bold, bullets, escapeSentence } from '../../messages/markdown';
import { formatNumber } from '../../messages/numbers';
import { markedAnswer } from '../../messages/obstacles';
import { describeObjective, titleOfTime } from '../../messages/verdicts';
import { dotted, escapeName, table } from '../markdown';
import { linkedTo, type Places } from '../place';
import { recommendationText } from './optionText';

const MOST_SCENARIOS = 12;

export function targetCard(assessment: Assessment, target: Target, places: Places): string {
  const { scenarios } = assessment;
  const time = shownTime([target]);
  const rows = scenarios
    .slice(0, MOST_SCENARIOS)
    .map((scenario) => scenarioRow(scenario, target, time, places));
  const more =
    scenarios.length > MOST_SCENARIOS
      ? t`… and ${formatNumber(scenarios.length - MOST_SCENARIOS)} more scenarios`
      : undefined;
  const objectives = target.objectives.map((objective) =>
    escapeSentence(describeObjective(objective)),
  );
  return blocks(
    dotted(bold(escapeName(target.name)), objectives.join(', ')),
    table(
      [t`scenario`, t`verdict`, time === 'latency' ? t`latency` : titleOfTime(time), t`cost`],
      rows,
    ),
    more,
    answers(assessment, target, places),
  );
}

function scenarioRow(
  { spec: scenario, verdictOn, latency, cost }: ScenarioAssessment,
  target: Target,
  time: TimeObjective,
  places: Places,
): readonly string[] {
  const verdict = verdictOn(target);
  const figure = timeOf({ latency, verdicts: [verdict] }, time);
  return [
    bold(linkedTo(places, scenario.path, escapeName(scenario.name), 'key')),
    markedAnswer(verdict),
    figure ? escapeSentence(formatAgainstLimits(figure, limitsOn(time, [target]))) : t`unknown`,
    cost
      ? escapeSentence(formatAgainstLimits(cost.perHour, limitsOn('budget', [target])))
      : t`no price`,
  ];
}

function answers(assessment: Assessment, target: Target, places: Places): string | undefined {
  const found = recommend(assessment).find((each) => each.target === target);
  if (!found) return undefined;
  const { overall, byEngine } = found;
  const best = overall.kind === 'option' ? overall.option : undefined;
  // the cheapest option over all is also the cheapest on its engine
  const others = byEngine.filter(
    ({ recommendation: r }) => r.kind !== 'option' || r.option !== best,
  );
  const each = others.map(
    ({ engine, recommendation }) =>
      t`On ${engineLink(engine, places)}: ${recommendationText(places, recommendation)}`,
  );
  return bullets([overallLine(overall, places), ...each]);
}

/** Returns the best option's line. Without one, the engines' lines say what comes nearest. */
function overallLine(overall: Recommendation, places: Places): string {
  if (overall.kind === 'none') {
    return t`Over all: ${recommendationText(places, { ...overall, nearest: undefined })}`;
  }
  const { engine } = overall.option;
  return t`Cheapest of all: ${recommendationText(places, overall)}, on ${engineLink(engine, places)}`;
}

function engineLink({ spec: engine }: EngineAssessment, places: Places): string {
  return linkedTo(places, engine.path, escapeName(engine.name), 'key');
}
