/** Requests that are longer, on average, than an engine lets any be: they are cut off or refused. */
import type { ScenarioAssessment } from '../../engine/assessment';
import { contextLimit } from '../../engine/contextLimit';
import type { Engine, Workload } from '../../engine/plan';
import { defineRule, valueAt, type RelatedReport } from './rule';

export const engineContextTooShort = defineRule({
  code: 'engine.context-too-short',
  defaultSeverity: 'warning',
  title: 'Requests are longer than the context that they get',
  *check({ assessment }) {
    for (const [engine, scenarios] of byEngine(assessment.scenarios)) {
      const limit = contextLimit(engine);
      if (limit?.by.path === undefined) continue;
      const most = limit.tokens.value;
      const tooLong = scenarios.filter(({ scenario }) => tokensOf(scenario.workload) > most);
      const [longest] = [...tooLong].sort(
        (a, b) => tokensOf(b.scenario.workload) - tokensOf(a.scenario.workload),
      );
      if (!longest) continue;
      yield {
        at: valueAt(limit.by.path),
        args: {
          engine,
          scenarios: tooLong,
          tokens: tokensOf(longest.scenario.workload),
          differ: new Set(tooLong.map(({ scenario }) => tokensOf(scenario.workload))).size > 1,
          limit: limit.tokens,
        },
        related: relatedLengths(longest.scenario.workload),
      };
    }
  },
});

function byEngine(
  scenarios: readonly ScenarioAssessment[],
): ReadonlyMap<Engine, readonly ScenarioAssessment[]> {
  const found = new Map<Engine, ScenarioAssessment[]>();
  for (const assessed of scenarios) {
    const { engine } = assessed.scenario;
    const own = found.get(engine) ?? [];
    found.set(engine, own);
    own.push(assessed);
  }
  return found;
}

/** Prompt and answer, as far as they are stated. */
function tokensOf(workload: Workload | undefined): number {
  return (workload?.promptTokens?.value ?? 0) + (workload?.outputTokens?.value ?? 0);
}

function relatedLengths(workload: Workload | undefined): readonly RelatedReport[] {
  return [workload?.promptTokens, workload?.outputTokens].flatMap((tokens) =>
    tokens?.path === undefined ? [] : [{ at: valueAt(tokens.path), role: 'workload' as const }],
  );
}
