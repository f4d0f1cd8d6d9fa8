/** Writes today's date beside a price. */
import { t } from '@vscode/l10n';
import type { Analysis } from '../../lint/analysis';
import type { FindingOf } from '../../lint/finding';
import { writeScalar } from '../../plan/edit/scalarText';
import { joinPath } from '../../plan/keyPath';
import { findNode } from '../../plan/positions';
import { propose, type Proposal } from './fix';

/** A price that is one value becomes a map. Without a known day there is no date to write. */
export function datePrice(
  { args: { node } }: FindingOf<'price.undated'>,
  analysis: Analysis,
): readonly Proposal[] {
  const { document, options } = analysis;
  const path = joinPath(joinPath('/nodes', node), 'price');
  const price = document.tree && findNode(document.tree, path);
  if (!price || options.asOf === undefined) return [];
  const title = t`Date the price ${options.asOf}`;
  if (price.kind === 'map') {
    return propose(analysis, title, [{ path: joinPath(path, 'date'), text: options.asOf }]);
  }
  const range = document.rangeOf(path, 'value');
  if (price.kind !== 'scalar' || !range) return [];
  const amount = price.quoted
    ? document.text.slice(range.start, range.end)
    : writeScalar(price.text, true);
  return [{ title, edits: [{ ...range, text: `{ amount: ${amount}, date: ${options.asOf} }` }] }];
}
