/** Lists the controls of a plan: the values that people can change without writing them. */
import { t } from '@vscode/l10n';
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import { comparedTargets } from '../../engine/assess/comparedTargets';
import { isTimeObjective } from '../../engine/plan/objectives';
import type { KeyPath, Target, Workload } from '../../engine/plan/plan';
import type { Analysis } from '../../lint/analysis';
import { titleOfTime } from '../../messages/verdicts';
import { findNode } from '../../plan/positions';
import type { YamlNode } from '../../plan/yamlTree';
import type { FieldKind, WhatIfField } from './field';
import { rangeFor } from './range';
import { readWritten, UNWRITTEN, type WrittenValue } from './writtenValue';

/** A control, and how its value is written. */
export interface FieldInPlan {
  readonly field: WhatIfField;
  readonly written: WrittenValue;
}

/** Returns every control of the plan, once. */
export function whatIfFields(analysis: Analysis): readonly WhatIfField[] {
  return [...fieldsInPlan(analysis).values()].map(({ field }) => field);
}

/** Returns fields by path, in the order of the scenarios. Limits that no scenario is held to come last. */
export function fieldsInPlan({
  assessment,
  document,
}: Analysis): ReadonlyMap<KeyPath, FieldInPlan> {
  const fields = new Map<KeyPath, FieldInPlan>();
  const { tree } = document;
  if (!assessment || !tree) return fields;
  const wanted = assessment.scenarios.flatMap(wantedOf);
  for (const each of [...wanted, ...allLimits(assessment)]) {
    const found = fields.has(each.path) ? undefined : readField(each, assessment, tree);
    if (found) fields.set(each.path, found);
  }
  return fields;
}

/** Returns the paths of a scenario's controls, in their order. */
export function fieldPathsOf(assessed: ScenarioAssessment): readonly KeyPath[] {
  return wantedOf(assessed).map(({ path }) => path);
}

/** Returns the limits of every compared target, because all of them judge each scenario. */
export function limitPathsOf(assessment: Assessment): readonly KeyPath[] {
  return allLimits(assessment).map(({ path }) => path);
}

function allLimits({ plan, scenarios: [first] }: Assessment): readonly Wanted[] {
  return first ? comparedTargets(plan).flatMap((target) => limitsOf(target, first)) : [];
}

interface Wanted {
  readonly kind: FieldKind;
  readonly path: KeyPath;
  readonly label: string;
  readonly assessed: ScenarioAssessment;
}

function wantedOf(assessed: ScenarioAssessment): readonly Wanted[] {
  const { spec: scenario } = assessed;
  const { workload, target, parallel, engine, name } = scenario;
  const want = (kind: FieldKind, path: KeyPath | undefined, label: string): readonly Wanted[] =>
    path === undefined ? [] : [{ kind, path, label, assessed }];
  const isOwn = (path: KeyPath | undefined): boolean =>
    path?.startsWith(`${scenario.path}/`) ?? false;
  const load = workload && loadPath(workload);
  const think = workload && thinkTimePath(workload);
  return [
    ...(workload?.kind === 'open'
      ? want('rate', load, isOwn(load) ? t`Rate of ${name}` : t`Rate`)
      : want('users', load, isOwn(load) ? t`Users of ${name}` : t`Users`)),
    ...want('thinkTime', think, isOwn(think) ? t`Think time of ${name}` : t`Think time`),
    ...(target ? limitsOf(target, assessed) : []),
    ...want('parallel', parallel.path, t`Parallel of ${name}`),
    ...want('price', engine.node?.price?.amount.path, t`Price of ${engine.node?.name ?? ''}`),
  ];
}

/** Returns the limits of a target that are times, and its budget. */
function limitsOf(target: Target, assessed: ScenarioAssessment): readonly Wanted[] {
  return target.objectives.flatMap(({ kind, path }): readonly Wanted[] => {
    if (kind === 'budget') return [{ kind, path, label: t`Budget of ${target.name}`, assessed }];
    const label = isTimeObjective(kind) ? t`${titleOfTime(kind)} of ${target.name}` : undefined;
    return label === undefined ? [] : [{ kind: 'limit', path, label, assessed }];
  });
}

function loadPath(workload: Workload): KeyPath | undefined {
  return workload.kind === 'closed' ? workload.users.path : workload.ratePerSecond.path;
}

/** Returns the path of the think time. A missing one goes beside the users. */
function thinkTimePath(workload: Workload): KeyPath | undefined {
  if (workload.kind === 'open') return undefined;
  const { users, thinkTimeSeconds } = workload;
  return thinkTimeSeconds.path ?? users.path?.replace(/[^/]*$/, 'thinkTime');
}

function readField(
  { kind, path, label, assessed }: Wanted,
  assessment: Assessment,
  tree: YamlNode,
): FieldInPlan | undefined {
  const node = findNode(tree, path);
  const text = node?.kind === 'scalar' ? node.text : undefined;
  const written =
    text === undefined || (kind === 'parallel' && text === 'auto')
      ? unwritten(kind, assessed)
      : readWritten(text, kind, assessment.plan.currency);
  if (!written) return undefined;
  const { value, unit } = written;
  const range = rangeFor(kind, written, assessed);
  return { field: { kind, path, label, unit, value, text, ...range }, written };
}

function unwritten(kind: FieldKind, { parallel }: ScenarioAssessment): WrittenValue | undefined {
  if (kind === 'thinkTime') return UNWRITTEN.thinkTime;
  return kind === 'parallel' ? { ...UNWRITTEN.parallel, value: parallel.value } : undefined;
}
