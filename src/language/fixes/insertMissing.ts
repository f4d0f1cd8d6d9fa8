/** Inserts keys that a map lacks, with a value to replace. */
import { t } from '@vscode/l10n';
import type { KeyPath } from '../../engine/plan/plan';
import type { Analysis } from '../../lint/analysis';
import type { FindingOf } from '../../lint/finding';
import { listOf } from '../../messages/sentences';
import type { PlanDocument } from '../../plan/document';
import { editPlan } from '../../plan/edit/editPlan';
import { fieldAt } from '../../plan/fields/fieldAt';
import { joinPath } from '../../plan/keyPath';
import { fitsStop } from '../pieces';
import { insertSections } from './insertSections';
import type { Proposal } from './fix';
import { toFill } from './toFill';

export function insertMissing(
  { args: { keys, need, instead }, path }: FindingOf<'plan.missing-key'>,
  { document }: Analysis,
): readonly Proposal[] {
  if (instead || path === undefined) return [];
  if (path === '') return insertSections(document, keys);
  const ways = need === 'all' ? [keys] : keys.slice(0, MOST_WAYS[need]).map((key) => [key]);
  return ways.flatMap((way) => insert(document, path, way));
}

/** Ways that are offered where not all keys are needed: each of two, or the first of many. */
const MOST_WAYS = { one: 2, any: 1 } as const;

function insert(document: PlanDocument, path: KeyPath, keys: readonly string[]): Proposal[] {
  const values = keys.map((key) => valueFor(joinPath(path, key), document));
  const changes = keys.flatMap((key, index) => {
    const value = values[index];
    return value ? [{ path: joinPath(path, key), text: value.text }] : [];
  });
  if (changes.length < keys.length) return [];
  const edit = editPlan(document, changes);
  if ('problem' in edit) return [];
  const pairs = keys.map((key, index) => {
    const shown = values[index]?.shown ?? '';
    return shown === '' ? `\`${key}\`` : `\`${key}: ${shown}\``;
  });
  const isToFill = values.some((value) => value?.shown === '');
  const isExample = values.some((value) => value?.isExample);
  const title = titleOf(listOf(pairs), { isToFill, isExample });
  return [{ title, edits: toFill(edit.edits), isChoice: isExample, isToFill }];
}

function titleOf(
  pairs: string,
  { isToFill, isExample }: { readonly isToFill: boolean; readonly isExample: boolean | undefined },
): string {
  if (isToFill) return t`Insert ${pairs} to fill in`;
  return isExample ? t`Insert ${pairs} (an example: change it)` : t`Insert ${pairs}`;
}

interface Value {
  /** With tab stops. */
  readonly text: string;
  /** Empty if it is left to fill in. */
  readonly shown: string;
  /** True if it is one of many, which only people know. */
  readonly isExample: boolean;
}

/** Returns the only name or value that there is, or an example. */
function valueFor(path: KeyPath, { plan }: PlanDocument): Value | undefined {
  if (isMeasured(path)) return { text: '«»', shown: '', isExample: true };
  const shape = fieldAt(path)?.shape;
  const scalar =
    shape?.kind === 'several' ? shape.of : shape?.kind === 'either' ? shape.scalar : shape;
  if (scalar?.kind !== 'scalar') return undefined;
  const { refersTo, choices, accepted } = scalar;
  const known = refersTo ? plan[refersTo].map(({ name }) => name) : choices;
  // of sources, the last claims least
  const all = (known ?? accepted).filter(fitsStop);
  const shown = path.endsWith('/source') ? all.at(-1) : all[0];
  if (shown === undefined) return undefined;
  if (known?.length === 1) return { text: shown, shown, isExample: false };
  return { text: `«${shown}»`, shown, isExample: true };
}

/** Tells if it is the result of a benchmark, of which an example would pass for a measurement. */
function isMeasured(path: KeyPath): boolean {
  return /\/observations\/\d+\/latency$/.test(path);
}
