/** Fixes of findings on nodes: a queue, a missing spare node, a dominated scenario. */
import { t } from '@vscode/l10n';
import { assessScenario } from '../../engine/assess/assessScenario';
import type { ScenarioAssessment, SizedScenario } from '../../engine/assess/assessment';
import type { Analysis } from '../../lint/analysis';
import type { FindingOf } from '../../lint/finding';
import { formatFigure, formatFigureValue } from '../../messages/figures';
import { quote } from '../../messages/findings/words';
import { formatQuantity } from '../../messages/numbers';
import { joinPath } from '../../plan/keyPath';
import { propose, type Proposal } from './fix';
import { removeEntry } from './removeEntry';

const MOST_PRICED = 20;

/** Sets the nodes that sizing gives, for the slots and for the target. */
export function enoughNodes(
  { args: { scenario } }: FindingOf<'scenario.queueing' | 'scenario.overloaded'>,
  analysis: Analysis,
): readonly Proposal[] {
  const { assessment } = analysis;
  const { spec, engine } = scenario;
  if (!assessment || !spec.nodes) return [];
  return (['slots', 'target'] as const).flatMap((value) => {
    const sizeFor = { value, path: undefined };
    const sized = assessScenario(assessment.plan, { ...spec, nodes: undefined, sizeFor }, engine);
    if (sized.notSized) return [];
    return setNodes(analysis, sized, value);
  });
}

/** Proposes the nodes of a scenario that was sized in place of its fixed ones. */
export function setNodes(
  analysis: Analysis,
  { spec, nodes, cost }: SizedScenario,
  sizedFor: 'slots' | 'target' = 'slots',
): readonly Proposal[] {
  const price = cost ? ` (${formatFigure(cost.perHour)})` : '';
  const count = formatFigureValue(nodes);
  const title =
    (sizedFor === 'target' ? t`Set nodes to ${count} for the target` : t`Set nodes to ${count}`) +
    price;
  const changes = [{ path: joinPath(spec.path, 'nodes'), text: String(nodes.value) }];
  return propose(analysis, title, changes, cost?.perHour.value ?? nodes.value);
}

export function addSpare(
  { args: { scenarios } }: FindingOf<'scenario.no-spare'>,
  analysis: Analysis,
): readonly Proposal[] {
  const path = '/policy/spare';
  const cost = spareCost(scenarios);
  const title = cost === undefined ? t`Set spare to 1` : t`Set spare to 1 (+${cost} each)`;
  return [
    ...propose(analysis, title, [{ path, text: '1' }]),
    ...propose(analysis, t`Set spare to 0 (accept the risk)`, [{ path, text: '0' }]),
  ];
}

/** Says what one more node costs, if it costs the same in each sized scenario. */
function spareCost(scenarios: readonly ScenarioAssessment[]): string | undefined {
  const prices = scenarios.slice(0, MOST_PRICED).map(({ spec, cost, nodes }) => {
    if (spec.nodes || !cost || !nodes || nodes.value === 0) return undefined;
    const { value, unit } = cost.perHour;
    return formatQuantity(value / nodes.value, unit);
  });
  const [first, ...others] = new Set(prices);
  const isWhole = scenarios.length <= MOST_PRICED && others.length === 0;
  return isWhole ? first : undefined;
}

export function removeDominated(
  { args: { scenario } }: FindingOf<'scenario.dominated'>,
  { document }: Analysis,
): readonly Proposal[] {
  const edit = removeEntry(document, scenario.spec.path);
  return edit ? [{ title: t`Remove ${quote(scenario.spec.name)}`, edits: [edit] }] : [];
}
