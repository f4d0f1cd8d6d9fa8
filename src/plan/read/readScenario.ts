/** Reads scenarios: ways to serve the workload. */
import { t } from '@vscode/l10n';
import type { Engine, Policy, Scenario, Target, Workload } from '../../engine/plan/plan';
import { SCENARIO } from '../fields/tables';
import type { ProblemLog } from './problemLog';
import { readMap } from './readMap';
import type { Named } from './readNames';
import { readPolicy } from './readPolicy';
import { mergeWorkload, readWorkload, reportMissingLoad, type WorkloadParts } from './readWorkload';
import { resolve } from './references';
import { reportWrongType, type Slip, type ReadContext } from './readContext';
import { toValue, valueOrDefault, toQuantity } from './toStated';

export interface ScenarioContext {
  readonly engines: ReadonlyMap<string, Engine>;
  /** Targets by name. Undefined for a target without a usable objective. */
  readonly targets: ReadonlyMap<string, { readonly target: Target | undefined }>;
  readonly firstTarget: Target | undefined;
  readonly workload: WorkloadParts | undefined;
  /** Workload of the plan, shared by scenarios without overrides. */
  readonly planWorkload: Workload | undefined;
  readonly policy: Policy;
}

interface ScenarioReading {
  /** Undefined where something is missing that every scenario needs. */
  readonly scenario: Scenario | undefined;
  /** Set if it states its own users or rate. */
  readonly hasLoad: boolean;
}

export function readScenario(
  { name, context: section }: Named,
  context: ScenarioContext,
  log: ProblemLog,
): ScenarioReading {
  const { values } = readMap(section, SCENARIO, log);
  const { parallel } = values;
  const engine = values.engine && resolve(values.engine, 'engine', context.engines, log);
  const target = values.target && resolve(values.target, 'target', context.targets, log);
  const overrides =
    values.workload &&
    readOverrides(
      { ...values.workload, where: { noun: t`the workload of scenario`, name } },
      context.workload,
      log,
    );
  const policy = readPolicy(
    values.policy && { ...values.policy, where: { noun: t`the policy of scenario`, name } },
    log,
    context.policy,
  );
  const hasLoad = overrides?.load !== undefined;
  if (engine === undefined || values.engine === undefined || parallel === undefined) {
    return { scenario: undefined, hasLoad };
  }
  const { value: slots, path } = parallel;
  const scenario: Scenario = {
    name,
    path: section.path,
    title: values.title?.value,
    engine,
    enginePath: values.engine.path,
    parallel: slots === 'auto' ? { value: 'auto', path } : { value: slots.value, path },
    nodes: toQuantity(values.nodes),
    sizeFor: valueOrDefault(values.sizeFor, SCENARIO.sizeFor),
    target: values.target === undefined ? context.firstTarget : target?.target,
    targetPath: toValue(values.target)?.path,
    workload:
      overrides === undefined ? context.planWorkload : mergeWorkload(context.workload, overrides),
    policy,
  };
  return { scenario, hasLoad };
}

/** Reads the overrides. Without a load in the plan, a misspelt `users` leaves the scenario without any. */
function readOverrides(
  section: ReadContext,
  base: WorkloadParts | undefined,
  log: ProblemLog,
): WorkloadParts | undefined {
  if (section.node.kind === 'nothing') {
    reportWrongType(log, section, t`a map of keys and values`);
    return undefined;
  }
  const overrides = readWorkload(section, log, base);
  const isLoad = ({ suggestion }: Slip) => suggestion === 'users' || suggestion === 'rate';
  if (base?.load !== undefined || overrides.load !== undefined || !overrides.slips.some(isLoad)) {
    return overrides;
  }
  reportMissingLoad(section, overrides, log);
  return { ...overrides, load: 'unread' };
}
