/** Lists relevant defaults of the plan, and its choices without evidence. */
import { t } from '@vscode/l10n';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import { scenariosOf } from '../engine/assess/scenariosOf';
import type { Engine, Plan } from '../engine/plan/plan';
import { assumedOfEngine } from './assumedOfEngine';
import { assumedOfPlan, assumedOfScenario } from './assumedOfScenario';
import { namesOf } from './cut';
import { languageCode } from '../messages/languageCode';

export function assumptionLines(assessment: Assessment): readonly string[] {
  const { plan, scenarios } = assessment;
  const assessed = [...new Set(scenarios.map(({ engine }) => engine))];
  const used = assessed.map(({ spec: engine }) => engine);
  return [
    ...scenarioLines(assessment),
    ...assessed.flatMap((each) => assumedOfEngine(each.spec, scenariosOf(assessment, each))),
    ...tokenLines(plan, used),
    ...costLines(scenarios),
  ];
}

/** Lists assumptions. Names their scenarios if not all share them: some override the plan's workload or policy. */
function scenarioLines({ plan, scenarios }: Assessment): readonly string[] {
  if (scenarios.length === 0) return assumedOfPlan(plan);
  const byLine = new Map<string, ScenarioAssessment[]>();
  for (const scenario of scenarios) {
    for (const line of assumedOfScenario(scenario)) {
      const of = byLine.get(line) ?? [];
      byLine.set(line, of);
      of.push(scenario);
    }
  }
  return [...byLine].map(([line, of]) =>
    of.length === scenarios.length ? line : `${namesOf(of)}: ${afterColon(line)}`,
  );
}

/** English goes on in lower case. German has a capital where a sentence follows. */
function afterColon(line: string): string {
  return languageCode() === 'en' ? line.charAt(0).toLowerCase() + line.slice(1) : line;
}

/** Lists assumptions on token lengths if nothing states them. Otherwise verdicts have a caveat. */
function tokenLines({ workload }: Plan, engines: readonly Engine[]): readonly string[] {
  const stated = [workload, ...engines.flatMap(({ observations }) => observations)].some(
    (each) => each?.promptTokens ?? each?.outputTokens,
  );
  return stated || engines.length === 0
    ? []
    : [
        t`Neither the workload nor any observation states token lengths: requests are taken to be alike.`,
      ];
}

function costLines(scenarios: Assessment['scenarios']): readonly string[] {
  if (scenarios.length === 0) return [];
  return scenarios.some(({ cost }) => cost !== undefined)
    ? [t`A day has 24 hours, a month 730, a year 8,760; nodes run all the time.`]
    : [t`No node that a scenario uses has a price, so there are no costs.`];
}
