/** Inserts the observation that a finding asks for, with its results left to fill in. */
import { t } from '@vscode/l10n';
import { isTimeObjective, partsOf } from '../../engine/plan/objectives';
import type { ObjectiveKind } from '../../engine/plan/plan';
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import { loadToMeasure } from '../../engine/recommend/loadToMeasure';
import type { Analysis } from '../../lint/analysis';
import type { FindingOf } from '../../lint/finding';
import { quote } from '../../messages/findings/words';
import { formatNumber } from '../../messages/numbers';
import { addItems, type Item } from '../../plan/edit/addItems';
import { joinPath } from '../../plan/keyPath';
import type { Proposal } from './fix';
import { toFill } from './toFill';

type Asking = FindingOf<
  'target.unverified' | 'target.unknown' | 'scenario.extrapolated' | 'scenario.not-sized'
>;

/** Left empty, so that nobody takes an example for a measurement: the plan says what has no value. */
const EMPTY = '«»';

export function insertObservation(
  finding: Asking,
  { document, options }: Analysis,
): readonly Proposal[] {
  const { args } = finding;
  const { scenario } = args;
  const { engine, parallel } = scenario;
  const measureAt = 'measureAt' in args ? (args.measureAt ?? loadFor(finding)) : fullLoad(scenario);
  if (measureAt === undefined) return [];
  const kind = 'verdict' in args ? args.verdict.objective.kind : 'latency';
  const item: Item = [
    ['source', 'measured'],
    ['parallel', String(parallel.value)],
    ['users', String(measureAt)],
    ...resultsFor(kind),
    ...lengthsOf(scenario),
    ...(options.asOf === undefined ? [] : [['date', options.asOf] as const]),
  ];
  const edit = addItems(document, joinPath(engine.spec.path, 'observations'), [item]);
  if ('problem' in edit) return [];
  const run = t`concurrency ${formatNumber(measureAt)} per server, parallel ${formatNumber(parallel.value)}`;
  const title = t`Insert an observation of ${quote(engine.spec.name)} to fill in (${run})`;
  return [{ title, edits: toFill(edit.edits), isToFill: true, isChoice: true }];
}

/** Returns the load at which an objective has no evidence at all. */
function loadFor({ args }: Asking): number | undefined {
  if (!('verdict' in args) || !args.verdict.reasons.includes('no-evidence')) return undefined;
  const { curve, load, parallel } = args.scenario;
  return loadToMeasure(curve, load?.value, parallel.value);
}

/** Returns the load of an engine of which nothing is known: that of full slots. */
function fullLoad({ notSized, parallel }: ScenarioAssessment): number | undefined {
  return notSized === 'no-latency' ? parallel.value : undefined;
}

/** Returns the latency, and what the objective is about beside it. */
function resultsFor(kind: ObjectiveKind): Item {
  const latency = ['latency', EMPTY] as const;
  if (!isTimeObjective(kind) || kind === 'latency') return [latency];
  const { of, percentile } = partsOf(kind);
  if (of === 'latency') return [latency, [percentile ?? kind, EMPTY]];
  return [latency, [of, percentile ? [[percentile, EMPTY]] : EMPTY]];
}

/** Returns the token lengths that the scenario has, where figures depend on them. */
function lengthsOf({ curve }: ScenarioAssessment): Item {
  const { promptTokens, outputTokens } = curve.modelled ?? {};
  if (!promptTokens || !outputTokens) return [];
  return [
    ['promptTokens', String(Math.round(promptTokens.value))],
    ['outputTokens', String(Math.round(outputTokens.value))],
  ];
}
