/** The whole plan, section by section: what is referred to comes first. */
import type { Plan } from '../../engine/plan';
import { PLAN } from '../fields/tables';
import type { YamlNode } from '../yamlTree';
import { readEngine } from './readEngine';
import { missingKeys, readKnownKeys } from './readMap';
import { readNames } from './readNames';
import { readNode } from './readNode';
import { readPolicy } from './readPolicy';
import { readScenario, type ScenarioContext } from './readScenario';
import { readTarget } from './readTargets';
import { mergeWorkload, readWorkload, reportMissingLoad } from './readWorkload';
import { reportMissing, type Problems, type Slot } from './slot';

export const EMPTY_PLAN: Plan = {
  title: undefined,
  currency: 'USD',
  workload: undefined,
  targets: [],
  policy: readPolicy(undefined, []),
  nodes: [],
  engines: [],
  scenarios: [],
};

export function readTop(root: YamlNode, problems: Problems): Plan {
  const first = root.kind === 'map' ? root.entries[0]?.keyRange : undefined;
  const slot: Slot = {
    node: root,
    path: '',
    range: root.range,
    keyRange: first ?? { start: root.range.start, end: root.range.start },
    where: 'the plan',
  };
  const { values, isMeant } = readKnownKeys(slot, PLAN, problems);
  if (root.kind !== 'map') {
    return EMPTY_PLAN;
  }
  const currency = values.currency?.value ?? EMPTY_PLAN.currency;
  const targets = readNames(values.targets, 'target', problems).map((named) => ({
    name: named.name,
    target: readTarget(named, currency, problems),
  }));
  const nodes = readNames(values.nodes, 'node', problems).map((named) =>
    readNode(named, currency, problems),
  );
  const nodesByName = new Map(nodes.map((node) => [node.name, node]));
  const engines = readNames(values.engines, 'engine', problems).map((named) =>
    readEngine(named, nodesByName, problems),
  );
  const workload = values.workload && readWorkload(values.workload, problems);
  const usable = targets.flatMap(({ target }) => target ?? []);
  const context: ScenarioContext = {
    engines: new Map(engines.map((engine) => [engine.name, engine])),
    targets: new Map(targets.map((target) => [target.name, target])),
    firstTarget: usable[0],
    workload,
    planWorkload: mergeWorkload(workload, undefined),
    policy: readPolicy(values.policy, problems),
  };
  const scenarios = readNames(values.scenarios, 'scenario', problems).map((named) =>
    readScenario(named, context, problems),
  );
  const needsLoad = workload?.loadIsWritten !== true && !everyScenarioHasLoad(scenarios);
  if (needsLoad && values.workload !== undefined) {
    reportMissingLoad(values.workload, problems);
  }
  // One problem for all: who has typed one line is shown the way, not drowned.
  const missing = missingKeys(PLAN, isMeant);
  if (needsLoad && !isMeant('workload')) {
    missing.splice(missing[0] === 'version' ? 1 : 0, 0, 'workload');
  }
  if (missing.length > 0) {
    reportMissing(problems, slot, missing);
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
