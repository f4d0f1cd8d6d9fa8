/** Shows a node type: its price, the price's source, and the costs based on it. */
import { t } from '@vscode/l10n';
import { blocks, bold, escapeSentence } from '../../messages/markdown';
import { formatFigure, formatFigureValue } from '../../messages/figures';
import { formatExactly, formatNumber } from '../../messages/numbers';
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import { HOURS_PER, priceOf } from '../../engine/fleet/cost';
import { PRICE_PERIODS, type Engine, type NodeType } from '../../engine/plan/plan';
import { dotted, escapeName, lines, table } from '../markdown';
import { linkedTo, type Places } from '../place';

const MOST_SCENARIOS = 12;

export function nodeCard({ scenarios }: Assessment, node: NodeType, places: Places): string {
  const on = scenarios.filter(({ spec: scenario }) => runsOn(scenario.engine, node));
  return blocks(
    titleLine(node),
    lines(...priceLines(node)),
    table(
      [t`scenario`, t`nodes`, t`per hour`, t`per month`],
      on.slice(0, MOST_SCENARIOS).map((scenario) => costRow(scenario, node, places)),
    ),
    on.length > MOST_SCENARIOS
      ? t`… and ${formatNumber(on.length - MOST_SCENARIOS)} more scenarios`
      : undefined,
  );
}

/** Tells if an engine runs on a node, or could. */
function runsOn({ node, otherNodes = [] }: Engine, asked: NodeType): boolean {
  return node === asked || otherNodes.some((other) => other.node === asked);
}

function titleLine({ name, gpu, gpus }: NodeType): string {
  const count = gpus.value > 1 ? `${formatNumber(gpus.value)} × ` : '';
  return dotted(bold(escapeName(name)), gpu && count + escapeName(gpu.value), t`one node`);
}

/** Writes the cost of one node over each period, and how well it is known. */
function priceLines(node: NodeType): readonly string[] {
  const { price } = node;
  const perHour = priceOf(node);
  if (!price || !perHour) return [t`No price: scenarios on this node have no costs.`];
  const [hour, ...others] = PRICE_PERIODS.map((per) =>
    formatExactly(perHour.value * HOURS_PER[per], { currency: price.currency, per }),
  );
  const costs = dotted(bold(hour ?? ''), ...others);
  const source = price.source && t`source: ${escapeName(price.source.value)}`;
  const date = price.date && t`as of ${escapeName(price.date.value)}`;
  return [
    price.amount.approximate ? t`about ${costs}` : costs,
    dotted(source ?? t`source not stated`, date ?? t`date not stated`),
  ];
}

function costRow(
  { spec: scenario, nodes, cost }: ScenarioAssessment,
  node: NodeType,
  places: Places,
): readonly string[] {
  const onOther = cost?.elsewhere.find((each) => each.node === node);
  const { perHour, perMonth } = onOther ?? cost ?? {};
  return [
    bold(linkedTo(places, scenario.path, escapeName(scenario.name), 'key')),
    nodes ? escapeSentence(formatFigureValue(nodes)) : t`not sized`,
    perHour ? bold(escapeSentence(formatFigure(perHour))) : '',
    perMonth ? escapeSentence(formatFigure(perMonth)) : '',
  ];
}
