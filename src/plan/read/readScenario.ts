/** Scenarios: ways to serve the workload. */
import type { Engine, Policy, Scenario, Target, Workload } from '../../engine/plan';
import { SCENARIO } from '../fields/tables';
import { readMap } from './readMap';
import type { Named } from './readNames';
import { readPolicy } from './readPolicy';
import { mergeWorkload, readWorkload, type WorkloadParts } from './readWorkload';
import { resolve } from './references';
import type { Problems } from './slot';
import { chosen, chosenOr, stated } from './stated';

export interface ScenarioContext {
  readonly engines: ReadonlyMap<string, Engine>;
  /** Every name; undefined for a target without a usable objective. */
  readonly targets: ReadonlyMap<string, { readonly target: Target | undefined }>;
  readonly firstTarget: Target | undefined;
  readonly workload: WorkloadParts | undefined;
  /** The plan's workload, which scenarios without overrides share. */
  readonly planWorkload: Workload | undefined;
  readonly policy: Policy;
}

export interface ScenarioReading {
  /** Undefined where something is missing that every scenario needs. */
  readonly scenario: Scenario | undefined;
  /** It states its own users or rate. */
  readonly hasLoad: boolean;
}

export function readScenario(
  { name, slot }: Named,
  context: ScenarioContext,
  problems: Problems,
): ScenarioReading {
  const { values } = readMap(slot, SCENARIO, problems);
  const { parallel } = values;
  const engine = values.engine && resolve(values.engine, 'engine', context.engines, problems);
  const target = values.target && resolve(values.target, 'target', context.targets, problems);
  const overrides =
    values.workload &&
    readWorkload({ ...values.workload, where: `the workload of scenario ${name}` }, problems);
  const policy = readPolicy(
    values.policy && { ...values.policy, where: `the policy of scenario ${name}` },
    problems,
    context.policy,
  );
  const hasLoad = overrides?.loadIsWritten ?? false;
  if (engine === undefined || values.engine === undefined || parallel === undefined) {
    return { scenario: undefined, hasLoad };
  }
  const { value: slots, path } = parallel;
  const scenario: Scenario = {
    name,
    path: slot.path,
    title: values.title?.value,
    engine,
    enginePath: values.engine.path,
    parallel: slots === 'auto' ? { value: 'auto', path } : { value: slots.value, path },
    nodes: stated(values.nodes),
    sizeFor: chosenOr(values.sizeFor, 'slots'),
    target: values.target === undefined ? context.firstTarget : target?.target,
    targetPath: chosen(values.target)?.path,
    workload:
      overrides === undefined ? context.planWorkload : mergeWorkload(context.workload, overrides),
    policy,
  };
  return { scenario, hasLoad };
}
