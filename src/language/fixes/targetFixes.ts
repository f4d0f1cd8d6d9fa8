/** Ways to meet a missed target, found by assessing the changed scenario. */
import { t } from '@vscode/l10n';
import { assessScenario } from '../../engine/assess/assessScenario';
import type { Assessment, ScenarioAssessment, SizedScenario } from '../../engine/assess/assessment';
import type { EngineAssessment } from '../../engine/curve/engineAssessment';
import type { Scenario, Target } from '../../engine/plan/plan';
import type { Analysis } from '../../lint/analysis';
import { formatFigure } from '../../messages/figures';
import { quote } from '../../messages/findings/words';
import type { ValueChange } from '../../plan/edit/editPlan';
import { joinPath } from '../../plan/keyPath';
import { propose, type Proposal } from './fix';
import { relaxTarget } from './relaxTarget';
import { setNodes } from './scenarioFixes';

/** Engines that are tried instead of the scenario's own: each is a search. */
const MOST_ENGINES = 4;

interface Miss {
  readonly scenario: ScenarioAssessment;
  readonly target: Target;
}

export function targetFixes({ args }: { readonly args: Miss }, analysis: Analysis) {
  const { assessment } = analysis;
  if (!assessment) return [];
  const tried = { ...args, analysis, assessment };
  return [
    ...otherParallel(tried),
    ...sizedForTarget(tried),
    ...otherNodes(tried),
    ...otherEngines(tried),
    ...relaxTarget(args, analysis),
  ];
}

interface Tried extends Miss {
  readonly analysis: Analysis;
  readonly assessment: Assessment;
}

const AUTO = { value: 'auto', path: undefined } as const;
const FOR_TARGET = { value: 'target', path: undefined } as const;

function otherParallel(tried: Tried): readonly Proposal[] {
  const { spec, parallel } = tried.scenario;
  if (spec.parallel.value === 'auto') return [];
  const found = meeting(tried, { ...spec, parallel: AUTO });
  if (!found || found.parallel.value === parallel.value) return [];
  const slots = String(found.parallel.value);
  return write(tried, found, t`Set parallel to ${slots}`, { parallel: slots });
}

function sizedForTarget(tried: Tried): readonly Proposal[] {
  const { spec } = tried.scenario;
  if (spec.nodes || spec.sizeFor.value === 'target') return [];
  const found = meeting(tried, { ...spec, sizeFor: FOR_TARGET });
  return found ? write(tried, found, t`Size for the target`, { sizeFor: 'target' }) : [];
}

function otherNodes(tried: Tried): readonly Proposal[] {
  const { spec } = tried.scenario;
  if (!spec.nodes) return [];
  const found = meeting(tried, { ...spec, nodes: undefined, sizeFor: FOR_TARGET });
  return found ? setNodes(tried.analysis, found) : [];
}

function otherEngines(tried: Tried): readonly Proposal[] {
  const { scenario, assessment } = tried;
  return assessment.engines
    .filter((engine) => engine !== scenario.engine && engine.curve.knots.length > 0)
    .slice(0, MOST_ENGINES)
    .flatMap((engine) => onEngine(tried, engine));
}

function onEngine(tried: Tried, engine: EngineAssessment): readonly Proposal[] {
  const { spec } = tried.scenario;
  const { name } = engine.spec;
  const moved = { ...spec, engine: engine.spec, parallel: AUTO, nodes: undefined };
  const found = meeting(tried, { ...moved, sizeFor: FOR_TARGET }, engine);
  if (!found) return [];
  return write(tried, found, t`Move to ${quote(name)}`, {
    engine: name,
    parallel: String(found.parallel.value),
    ...(spec.nodes && { nodes: String(found.nodes.value) }),
    ...(!spec.nodes && spec.sizeFor.value === 'slots' && { sizeFor: 'target' }),
  });
}

/** Returns the changed scenario if it meets the target. */
function meeting(
  { assessment, scenario, target }: Tried,
  spec: Scenario,
  engine = scenario.engine,
): SizedScenario | undefined {
  const found = assessScenario(assessment.plan, spec, engine);
  if (found.notSized) return undefined;
  return found.verdictOn(target).outcome === 'meets' ? found : undefined;
}

function write(
  { analysis, scenario }: Tried,
  sized: SizedScenario,
  what: string,
  values: Readonly<Record<string, string>>,
): readonly Proposal[] {
  const changes: readonly ValueChange[] = Object.entries(values).map(([key, text]) => ({
    path: joinPath(scenario.spec.path, key),
    text,
  }));
  const { nodes, cost } = sized;
  const figures = [nodes, ...(cost ? [cost.perHour] : [])].map(formatFigure).join(', ');
  return propose(analysis, `${what} (${figures})`, changes, cost?.perHour.value ?? nodes.value);
}
