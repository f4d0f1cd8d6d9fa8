/** Writes one line on how growth affects a scenario, and one on savings from following the day. */
import { t } from '@vscode/l10n';
import { bold, escapeSentence } from '../../messages/markdown';
import { formatFigure } from '../../messages/figures';
import { describeLasting } from '../../messages/growth';
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import { dayOf, type FleetDay } from '../../engine/explore/dailyProfile';
import { growthOf } from '../../engine/explore/growth';
import type { Figure } from '../../engine/figure/figure';
import { dotted } from '../markdown';

export function growthLine(
  assessment: Assessment,
  scenario: ScenarioAssessment,
): string | undefined {
  const growth = growthOf(assessment, scenario);
  if (!growth) return undefined;
  const { breaks, months, horizon, cost } = growth;
  const then = months.at(-1)?.nodes;
  const lasts = escapeSentence(describeLasting(growth));
  return dotted(
    then
      ? t`Growth: ${plain(then)} in ${plain(horizon)}`
      : t`Growth: ${plain(growth.growthPerMonth)}`,
    breaks ? bold(lasts) : lasts,
    cost && t`${plain(cost)} if sized each month`,
  );
}

export function dayLine(assessment: Assessment, scenario: ScenarioAssessment): string | undefined {
  const day = dayOf(assessment, scenario);
  if (!day) return undefined;
  const { fixed, scheduled, autoscaled } = day;
  return dotted(
    t`By hour: fixed ${paid(fixed)}`,
    t`scheduled ${paid(scheduled)}`,
    t`autoscaled ${paid(autoscaled)}`,
  );
}

function paid({ costPerMonth, nodeHours }: FleetDay): string {
  return plain(costPerMonth ?? nodeHours);
}

function plain(figure: Figure): string {
  return escapeSentence(formatFigure(figure));
}
