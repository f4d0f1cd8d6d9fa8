/** Marks the months in which today's fleets no longer serve, as lines across a chart. */
import { t } from '@vscode/l10n';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import type { ScenarioGrowth } from '../engine/explore/growth';
import type { Rule } from './chart';
import { listUpTo, scenarioName } from './words';

/** Returns one line for each month, with every scenario whose fleet breaks in it. The earliest months are drawn. */
export function breakRules(drawn: readonly ScenarioGrowth[]): readonly Rule[] {
  const byMonth = new Map<number, ScenarioAssessment[]>();
  for (const { scenario, breaks } of drawn) {
    if (!breaks) continue;
    const broken = byMonth.get(breaks.month.value) ?? [];
    broken.push(scenario);
    byMonth.set(breaks.month.value, broken);
  }
  return [...byMonth]
    .sort(([a], [b]) => a - b)
    .slice(0, MOST_RULES)
    .map(([at, broken]) => ({
      axis: 'x',
      at,
      label: t`today’s fleet breaks: ${listUpTo(broken.map(scenarioName), 3)}`,
      kind: 'limit',
    }));
}

const MOST_RULES = 4;
