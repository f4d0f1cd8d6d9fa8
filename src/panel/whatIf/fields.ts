/** The controls of a plan: what of it people can change without writing it. */
import type { Assessment, ScenarioAssessment } from '../../engine/assessment';
import {
  TIME_OBJECTIVES,
  type KeyPath,
  type TimeObjective,
  type Workload,
} from '../../engine/plan';
import type { Analysis } from '../../lint/analysis';
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

/** Every control of the plan, once. */
export function whatIfFields(analysis: Analysis): readonly WhatIfField[] {
  return [...fieldsInPlan(analysis).values()].map(({ field }) => field);
}

/** By path, in the order of the scenarios. */
export function fieldsInPlan({
  assessment,
  document,
}: Analysis): ReadonlyMap<KeyPath, FieldInPlan> {
  const fields = new Map<KeyPath, FieldInPlan>();
  const { tree } = document;
  for (const assessed of assessment?.scenarios ?? []) {
    for (const wanted of wantedOf(assessed)) {
      const known = fields.has(wanted.path);
      const found = known || !assessment || !tree ? undefined : readField(wanted, assessment, tree);
      if (found) fields.set(wanted.path, found);
    }
  }
  return fields;
}

/** The paths of a scenario's controls, in their order. */
export function fieldPathsOf(assessed: ScenarioAssessment): readonly KeyPath[] {
  return wantedOf(assessed).map(({ path }) => path);
}

interface Wanted {
  readonly kind: FieldKind;
  readonly path: KeyPath;
  readonly label: string;
  readonly assessed: ScenarioAssessment;
}

function wantedOf(assessed: ScenarioAssessment): readonly Wanted[] {
  const { scenario } = assessed;
  const { workload, target, parallel, engine, name } = scenario;
  const want = (kind: FieldKind, path: KeyPath | undefined, label: string): readonly Wanted[] =>
    path === undefined ? [] : [{ kind, path, label, assessed }];
  const ofScenario = (path: KeyPath | undefined): string =>
    path?.startsWith(`${scenario.path}/`) ? ` of ${name}` : '';
  const load = workload && loadPath(workload);
  const think = workload && thinkTimePath(workload);
  return [
    ...want(
      workload?.kind === 'open' ? 'rate' : 'users',
      load,
      (workload?.kind === 'open' ? 'Rate' : 'Users') + ofScenario(load),
    ),
    ...want('thinkTime', think, `Think time${ofScenario(think)}`),
    ...(target?.objectives ?? []).flatMap(({ kind, path }) =>
      isTime(kind) ? want('limit', path, `${LIMIT_LABELS[kind]} of ${target?.name ?? ''}`) : [],
    ),
    ...want('parallel', parallel.path, `Parallel of ${name}`),
    ...want('price', engine.node?.price?.amount.path, `Price of ${engine.node?.name ?? ''}`),
  ];
}

const LIMIT_LABELS: Readonly<Record<TimeObjective, string>> = {
  latency: 'Latency',
  p50: 'p50',
  p90: 'p90',
  p95: 'p95',
  p99: 'p99',
  ttft: 'ttft',
  tpot: 'tpot',
};

function isTime(kind: string): kind is TimeObjective {
  return TIME_OBJECTIVES.some((time) => time === kind);
}

function loadPath(workload: Workload): KeyPath | undefined {
  return workload.kind === 'closed' ? workload.users.path : workload.ratePerSecond.path;
}

/** Where nothing is said of it, it would be written beside the users. */
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
