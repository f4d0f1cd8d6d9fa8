/** Reads the whole plan, section by section: first the sections that others refer to. */
import { t } from '@vscode/l10n';
import type { Plan } from '../../engine/plan/plan';
import { PLAN } from '../fields/tables';
import type { PlanFiles } from '../planFiles';
import type { YamlNode } from '../yamlTree';
import { readEngine } from './readEngine';
import { ProblemLog } from './problemLog';
import { resolveLikes } from './resolveLikes';
import { missingKeys, readKnownKeys } from './readMap';
import { readNames, readSomeNames } from './readNames';
import { readNode } from './readNode';
import { readPolicy } from './readPolicy';
import { readScenario, type ScenarioContext } from './readScenario';
import { readTarget } from './readTargets';
import { mergeWorkload, readWorkload, reportMissingLoad } from './readWorkload';
import { reportMissing, type ReadContext } from './readContext';

export const EMPTY_PLAN: Plan = {
  title: undefined,
  currency: 'USD',
  workload: undefined,
  targets: [],
  policy: readPolicy(undefined, new ProblemLog()),
  nodes: [],
  engines: [],
  scenarios: [],
};

export function readTop(root: YamlNode, log: ProblemLog, files: PlanFiles): Plan {
  const first = root.kind === 'map' ? root.entries[0]?.keyRange : undefined;
  const section: ReadContext = {
    node: root,
    path: '',
    range: root.range,
    keyRange: first ?? { start: root.range.start, end: root.range.start },
    where: { noun: t`the plan` },
  };
  const reading = readKnownKeys(section, PLAN, log);
  const { values, lacks, slips } = reading;
  if (root.kind !== 'map') {
    return EMPTY_PLAN;
  }
  // One problem for all: a user with one line should see the next step, not many errors.
  const missing = missingKeys(PLAN, reading);
  missing.forEach((key) => log.addUnread(`/${key}`));
  const currency = values.currency?.value ?? EMPTY_PLAN.currency;
  const targets = readNames(values.targets, 'target', log).map((named) => ({
    name: named.name,
    target: readTarget(named, currency, log),
  }));
  const nodes = readNames(values.nodes, 'node', log).map((named) => readNode(named, currency, log));
  const nodesByName = new Map(nodes.map((node) => [node.name, node]));
  const workload = values.workload && readWorkload(values.workload, log);
  const drafts = readSomeNames(values.engines, 'engine', log).map((named) =>
    readEngine(named, nodesByName, workload?.outputTokens.mean, log, files),
  );
  const engines = resolveLikes(drafts, log);
  const usable = targets.flatMap(({ target }) => target ?? []);
  const context: ScenarioContext = {
    engines: new Map(engines.map((engine) => [engine.name, engine])),
    targets: new Map(targets.map((target) => [target.name, target])),
    // If the first is unreadable, the plan does not mean another one.
    firstTarget: targets[0]?.target,
    workload,
    planWorkload: mergeWorkload(workload, undefined),
    policy: readPolicy(values.policy, log),
  };
  const scenarios = readSomeNames(values.scenarios, 'scenario', log).map((named) =>
    readScenario(named, context, log),
  );
  const needsLoad = workload?.load === undefined && !everyScenarioHasLoad(scenarios);
  if (needsLoad && values.workload !== undefined) {
    reportMissingLoad(values.workload, workload ?? { slips: [] }, log);
  }
  if (needsLoad && lacks('workload')) {
    missing.splice(missing[0] === 'version' ? 1 : 0, 0, 'workload');
  }
  if (missing.length > 0) {
    reportMissing(log, section, { keys: missing, need: 'all' }, slips);
  }
  return {
    title: values.title?.value,
    currency,
    workload: context.planWorkload,
    targets: usable,
    policy: context.policy,
    nodes,
    engines,
    scenarios: scenarios.flatMap(({ scenario }) => scenario ?? []),
  };
}

function everyScenarioHasLoad(scenarios: readonly { readonly hasLoad: boolean }[]): boolean {
  return scenarios.length > 0 && scenarios.every(({ hasLoad }) => hasLoad);
}
