/** Sets the `context` of an engine to one that works. */
import { t } from '@vscode/l10n';
import { joinPath } from '../../plan/keyPath';
import type { Engine } from '../../engine/plan/plan';
import type { Analysis } from '../../lint/analysis';
import type { FindingOf } from '../../lint/finding';
import { formatNumber } from '../../messages/numbers';
import { roundContext } from '../../engine/hardware/startCheck';
import { propose, type Proposal } from './fix';

/** Below it no request of use fits. */
const LEAST = 100;

/** The most that the model takes. */
export function shortenContext(
  { args: { engine, most } }: FindingOf<'engine.context-too-long'>,
  analysis: Analysis,
): readonly Proposal[] {
  return setContext(engine, most.value, analysis);
}

/** The most that fits into memory. */
export function fitContext(
  { args: { engine, check } }: FindingOf<'engine.full-context'>,
  analysis: Analysis,
): readonly Proposal[] {
  const { value } = check.largest;
  return value < LEAST ? [] : setContext(engine, roundContext(value), analysis);
}

/** The next power of two that holds the requests: their mean, so that many may still be longer. */
export function lengthenContext(
  { args: { engine, tokens, limit } }: FindingOf<'engine.context-too-short'>,
  analysis: Analysis,
): readonly Proposal[] {
  const { kind } = limit.derivation;
  if (kind !== 'stated' && kind !== 'default') return [];
  const enough = 2 ** Math.ceil(Math.log2(tokens));
  return setContext(engine, enough, analysis).map((fix) => ({ ...fix, isChoice: true }));
}

function setContext(engine: Engine, tokens: number, analysis: Analysis): readonly Proposal[] {
  return propose(analysis, t`Set context to ${formatNumber(tokens)}`, [
    { path: joinPath(engine.path, 'context'), text: String(tokens) },
  ]);
}
