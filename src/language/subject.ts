/** Finds the subject of the text at a key path: a scenario, target, engine, node type or observation. */
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import type { EngineAssessment } from '../engine/curve/engineAssessment';
import type { ObservationAssessment } from '../engine/observation/observationAssessment';
import type { Engine, KeyPath, NodeType, Target } from '../engine/plan/plan';
import type { PathAt } from '../plan/document';

type Subject =
  | { readonly kind: 'scenario'; readonly scenario: ScenarioAssessment }
  | { readonly kind: 'engine'; readonly engine: EngineAssessment }
  | {
      readonly kind: 'observation';
      readonly observation: ObservationAssessment;
      readonly engine: EngineAssessment;
    }
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'node'; readonly node: NodeType };

/** Returns undefined if the plan has no subject there, or if the text is a mere key of one. */
export function subjectAt(assessment: Assessment, at: PathAt): Subject | undefined {
  const [, section, name, key] = at.path.split('/');
  if (name === undefined) return undefined;
  const path = `/${section ?? ''}/${name}`;
  switch (section) {
    case 'scenarios':
      return inScenario(assessment, path, key, at);
    case 'engines':
      return inEngine(assessment, path, key, at);
    case 'targets':
      return targetSubject(assessment.plan.targets.find((target) => target.path === path));
    case 'nodes':
      return key === undefined || key === 'price'
        ? nodeSubject(assessment.plan.nodes.find((node) => node.path === path))
        : undefined;
    default:
      return undefined;
  }
}

const KEYS_OF_SCENARIO: ReadonlySet<string | undefined> = new Set([
  undefined,
  'title',
  'parallel',
  'nodes',
]);

function inScenario(
  assessment: Assessment,
  path: KeyPath,
  key: string | undefined,
  { part }: PathAt,
): Subject | undefined {
  const scenario = assessment.scenarios.find((s) => s.spec.path === path);
  if (!scenario) return undefined;
  if (KEYS_OF_SCENARIO.has(key)) return { kind: 'scenario', scenario };
  if (part === 'key') return undefined;
  if (key === 'engine') return { kind: 'engine', engine: scenario.engine };
  if (key === 'target') return targetSubject(scenario.spec.target);
  return undefined;
}

function inEngine(
  { engines }: Assessment,
  path: KeyPath,
  key: string | undefined,
  { path: whole, part }: PathAt,
): Subject | undefined {
  const engine = engines.find((e) => e.spec.path === path);
  if (!engine) return undefined;
  if (key === undefined) return { kind: 'engine', engine };
  if (key === 'node' && part === 'value') return nodeSubject(nodeAt(engine.spec, whole));
  if (key === 'like' && part === 'value') {
    const other = engines.find((e) => e.spec === engine.spec.like);
    return other && { kind: 'engine', engine: other };
  }
  if (key !== 'observations') return undefined;
  const observation = engine.observations.find(
    ({ observation: o }) => whole === o.path || whole.startsWith(`${o.path}/`),
  );
  return observation && { kind: 'observation', observation, engine };
}

/** Node that an engine names at a place: its only one, or an item of its list. */
function nodeAt({ node, otherNodes }: Engine, path: KeyPath): NodeType | undefined {
  return otherNodes?.find((other) => other.path === path)?.node ?? node;
}

function targetSubject(target: Target | undefined): Subject | undefined {
  return target && { kind: 'target', target };
}

function nodeSubject(node: NodeType | undefined): Subject | undefined {
  return node && { kind: 'node', node };
}
