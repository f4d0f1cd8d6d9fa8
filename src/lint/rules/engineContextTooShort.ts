/** Requests that are longer, on average, than an engine lets any be: they are cut off or refused. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import type { Figure } from '../../engine/figure/figure';
import { contextLimit } from '../../engine/hardware/contextLimit';
import type { Engine, Workload } from '../../engine/plan/plan';
import { defineRule, valueAt, type RelatedReport, type Reports } from './shared/rule';

interface EngineContextTooShortArgs {
  readonly engine: Engine;
  /** Whose requests are longer, on average. */
  readonly scenarios: readonly ScenarioAssessment[];
  /** The most that a request of theirs has, on average: prompt and answer, as far as they are stated. */
  readonly tokens: number;
  /** Whether that of others is less. */
  readonly differ: boolean;
  /** Tokens that a request may have. */
  readonly limit: Figure;
}

export const engineContextTooShort = defineRule({
  code: 'engine.context-too-short',
  defaultSeverity: 'warning',
  title: 'Requests are longer than the context',
  *check({ assessment }): Reports<EngineContextTooShortArgs> {
    for (const [engine, scenarios] of byEngine(assessment.scenarios)) {
      const limit = contextLimit(engine);
      if (limit?.by.path === undefined) continue;
      const most = limit.tokens.value;
      const tooLong = scenarios.filter(({ spec: scenario }) => tokensOf(scenario.workload) > most);
      const [longest] = [...tooLong].sort(
        (a, b) => tokensOf(b.spec.workload) - tokensOf(a.spec.workload),
      );
      if (!longest) continue;
      yield {
        at: valueAt(limit.by.path),
        args: {
          engine,
          scenarios: tooLong,
          tokens: tokensOf(longest.spec.workload),
          differ:
            new Set(tooLong.map(({ spec: scenario }) => tokensOf(scenario.workload))).size > 1,
          limit: limit.tokens,
        },
        related: relatedLengths(longest.spec.workload),
      };
    }
  },
});

function byEngine(
  scenarios: readonly ScenarioAssessment[],
): ReadonlyMap<Engine, readonly ScenarioAssessment[]> {
  const found = new Map<Engine, ScenarioAssessment[]>();
  for (const assessed of scenarios) {
    const { engine } = assessed.spec;
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
