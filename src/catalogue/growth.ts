/** Growth in words: how long a fleet lasts, and why it breaks. */
import type { BreakReason } from '../engine/fleetBreak';
import type { ScenarioGrowth } from '../engine/growth';
import { formatFigure } from './figures';
import { formatNumber } from './numbers';

/** Why a fleet that is kept no longer serves what it is asked. */
export const BREAK_WORDS: Readonly<Record<BreakReason, string>> = {
  overloaded: 'more requests arrive than can be served',
  slots: 'more requests are in flight than there are slots',
  target: 'its target is missed, which it is not today',
};

/** `today’s nodes break in month 5`. */
export function describeLasting({
  breaks,
  horizon,
}: Pick<ScenarioGrowth, 'breaks' | 'horizon'>): string {
  if (!breaks) return `today’s nodes last for ${formatFigure(horizon)}`;
  return breaks.month.value === 0
    ? 'too few nodes already'
    : `today’s nodes break in month ${formatNumber(breaks.month.value)}`;
}

/** `today’s nodes break in month 5: more requests are in flight than there are slots`. */
export function explainLasting(growth: ScenarioGrowth): string {
  const { breaks } = growth;
  const lasting = describeLasting(growth);
  return breaks ? `${lasting}: ${BREAK_WORDS[breaks.because]}` : lasting;
}
