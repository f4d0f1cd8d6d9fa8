/** Asks a plan, along the way of every view: its text, the plan, its assessment, the verdicts. */
import { assess } from '../../../src/engine/assess/assess';
import type { ScenarioAssessment } from '../../../src/engine/assess/assessment';
import type { ObjectiveVerdict } from '../../../src/engine/verdict/verdict';
import { readPlan } from '../../../src/plan/readPlan';
import { METRICS, type ArrivalCase, type Metric } from './arrivalCase';
import { planText, targetName, type Limit } from './planText';

export interface Answer {
  readonly question: ArrivalCase;
  readonly metric: Metric;
  readonly truth: number;
  /** Seconds; undefined where the plan knows none. */
  readonly predicted: number | undefined;
  readonly verdicts: Readonly<Record<Limit, Pick<ObjectiveVerdict, 'outcome' | 'verified'>>>;
}

export function askPlan(question: ArrivalCase): readonly Answer[] {
  const text = planText(question);
  const { plan, problems } = readPlan(text);
  if (problems.length > 0)
    throw new Error(`${question.name}: ${JSON.stringify(problems)}\n${text}`);
  const [scenario] = assess(plan).scenarios;
  if (!scenario) throw new Error(`${question.name} has no scenario`);
  const verdictOn = (metric: Metric, limit: Limit): ObjectiveVerdict =>
    verdictByName(scenario, targetName(metric, limit), plan.targets);
  return METRICS.flatMap((metric) => {
    const truth = question.truth[metric];
    if (truth === undefined) return [];
    const [missed, met] = [verdictOn(metric, 'missed'), verdictOn(metric, 'met')];
    const predicted = missed.figure?.value ?? met.figure?.value;
    return [{ question, metric, truth, predicted, verdicts: { missed, met } }];
  });
}

function verdictByName(
  scenario: ScenarioAssessment,
  name: string,
  targets: readonly Parameters<ScenarioAssessment['verdictOn']>[0][],
): ObjectiveVerdict {
  const target = targets.find((one) => one.name === name);
  const [verdict] = target ? scenario.verdictOn(target).objectives : [];
  if (!verdict) throw new Error(`no verdict on ${name}`);
  return verdict;
}
