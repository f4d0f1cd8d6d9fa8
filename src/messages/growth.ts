/** Says how long a fleet lasts under growth, and why it breaks. */
import { t } from '@vscode/l10n';
import type { BreakReason, FleetBreak } from '../engine/explore/fleetBreak';
import type { ScenarioGrowth } from '../engine/explore/growth';
import { formatFigure } from './figures';
import { formatNumber } from './numbers';
import { textTable } from './textTable';
import { noNodeLeft } from './verdictReasons';

/** Reasons why a fleet that is kept no longer serves the load. */
const BREAK_WORDS = textTable<BreakReason>({
  overloaded: () => t`more requests arrive than it can serve`,
  slots: () => t`it has more concurrent requests than slots`,
  target: () => t`it misses the target that it meets today`,
});

/** Tells if the fleet may last longer: only bounds show the break. */
export function mayLastLonger({ month }: FleetBreak): boolean {
  return month.bound !== 'exact';
}

/** Returns `it has more concurrent requests than slots`. */
export function breakWords(breaks: FleetBreak): string {
  const { because, then } = breaks;
  const words = then.servers?.value === 0 ? noNodeLeft() : BREAK_WORDS[because];
  return mayLastLonger(breaks) ? t`${words}, by a bound` : words;
}

/** Returns `month 5`, `month 5 at the earliest`. */
export function breakMonth(breaks: FleetBreak): string {
  const month = formatNumber(breaks.month.value);
  return mayLastLonger(breaks) ? t`month ${month} at the earliest` : t`month ${month}`;
}

/** Returns `today’s nodes last until month 5`. */
export function describeLasting({
  breaks,
  horizon,
}: Pick<ScenarioGrowth, 'breaks' | 'horizon'>): string {
  if (!breaks) return t`today’s nodes last for ${formatFigure(horizon)}`;
  if (breaks.month.value > 0) return t`today’s nodes last until ${breakMonth(breaks)}`;
  return mayLastLonger(breaks) ? t`maybe too few nodes already` : t`too few nodes already`;
}

/** Returns `today’s nodes last until month 5: it has more concurrent requests than slots`. */
export function explainLasting(growth: ScenarioGrowth): string {
  const { breaks } = growth;
  const lasting = describeLasting(growth);
  return breaks ? `${lasting}: ${breakWords(breaks)}` : lasting;
}

/**
 * Returns `shown for 3 of 120 months: later it exceeds 1,000,000,000 users`. Returns undefined if it reaches
 * the horizon.
 */
export function describeCutOff({ horizon }: Pick<ScenarioGrowth, 'horizon'>): string | undefined {
  const { derivation, value } = horizon;
  if (derivation.kind !== 'formula') return undefined;
  const { horizon: stated, most } = derivation.inputs;
  if (!stated || !most) return undefined;
  return t`shown for ${formatNumber(value)} of ${formatFigure(stated)}: later it exceeds ${formatFigure(most)}, the most that a plan can have`;
}
