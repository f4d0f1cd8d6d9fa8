/** Lists what can be written at a place of a plan: keys, values and names. Works while the YAML is half typed. */
import type { PlanDocument } from '../plan/document';
import { fieldAt, mapAt } from '../plan/fields/fieldAt';
import type { Field, ScalarShape, Shape } from '../plan/fields/shape';
import { findGpu, findModel, gpuNames, modelNames } from '../engine/catalog/catalog';
import { QUANTIZATIONS } from '../engine/catalog/data/quantizations';
import type { KeyPath } from '../engine/plan/plan';
import { joinPath } from '../plan/keyPath';
import { readPlan } from '../plan/readPlan';
import { cursorAt, type Cursor } from './cursor';
import { inheritedPath } from './inherited';

export interface Completion {
  readonly label: string;
  /** An `example` shows how a value is written. It never takes the place of what is typed. */
  readonly kind: 'key' | 'value' | 'name' | 'example';
  /** Text that replaces `replace`. */
  readonly insert: string;
  /** Short text beside the label. */
  readonly detail: string | undefined;
  /** Plain text, no Markdown. */
  readonly documentation: string | undefined;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** Offsets of the word being typed, from its start to the cursor. */
  readonly replace: { readonly start: number; readonly end: number };
}

/** @param document The text as it is, or its last reading. Only the names of its plan are used. */
export function completionsAt(
  text: string,
  offset: number,
  { plan }: Pick<PlanDocument, 'plan'>,
): Completions | undefined {
  const cursor = cursorAt(text, offset);
  if (!cursor) return undefined;
  const hasColon = /^[\w-]*(?:\.\d+)?\s*:/.test(text.slice(offset, offset + LONGEST_KEY));
  const typed = text.slice(cursor.start, offset);
  const named = (kind: Reference): readonly string[] => namesOf(kind, plan, text, offset);
  const items = cursor.at === 'key' ? keysAt(cursor, hasColon) : valuesAt(cursor, named, typed);
  const addsNothing = items.length === 1 && items[0]?.insert === typed;
  if (items.length === 0 || addsNothing) return undefined;
  return { items: prefixesFirst(items), replace: { start: cursor.start, end: offset } };
}

/** Kind of name that a value refers to: `engines`. */
type Reference = NonNullable<ScalarShape<unknown>['refersTo']>;

/** Names that the plan has. Of a text that was never whole, those outside the line that is typed. */
function namesOf(
  kind: Reference,
  plan: PlanDocument['plan'],
  text: string,
  offset: number,
): readonly string[] {
  const names = plan[kind].map(({ name }) => name);
  if (names.length > 0) return names;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const rest = text.slice(0, start) + (end < 0 ? '' : text.slice(end));
  return readPlan(rest).plan[kind].map(({ name }) => name);
}

/** Puts a label before those that begin with it: what is typed in full wins over longer names. */
function prefixesFirst(items: readonly Completion[]): readonly Completion[] {
  const byLabel = new Map(items.map((item) => [item.label, item]));
  const ordered = new Set<Completion>();
  for (const item of items) {
    for (let length = 1; length <= Math.min(item.label.length, LONGEST_PREFIX); length++) {
      const shorter = byLabel.get(item.label.slice(0, length));
      if (shorter) ordered.add(shorter);
    }
    ordered.add(item);
  }
  return [...ordered];
}

const LONGEST_PREFIX = 80;

const LONGEST_KEY = 40;

function keysAt({ path, siblings, isFlow }: Cursor, hasColon: boolean): readonly Completion[] {
  const map = mapAt(path);
  if (!map) return [];
  return Object.entries(map.fields)
    .filter(([key]) => !siblings.has(key))
    .map(([key, field]) => ({
      label: key,
      kind: 'key',
      insert: hasColon ? key : insertOf(key, field.shape, isFlow),
      detail: detailOf(field, joinPath(path, key)),
      documentation: field.meaning,
    }));
}

/** Returns the key with its colon. A map or list begins on the next line, which the editor indents. */
function insertOf(key: string, shape: Shape, isFlow: boolean): string {
  const isScalar = scalarOf(shape) !== undefined;
  return isScalar || isFlow ? `${key}: ` : `${key}:`;
}

function detailOf(field: Field, path: KeyPath): string | undefined {
  if (field.required) return 'required';
  if (inheritedPath(path) !== undefined) return 'default: the plan’s';
  return field.default === undefined ? undefined : `default: ${field.default}`;
}

function valuesAt(
  { path }: Cursor,
  named: (kind: Reference) => readonly string[],
  typed: string,
): readonly Completion[] {
  const shape = scalarOf(fieldAt(path)?.shape);
  if (!shape) return [];
  const key = path.slice(path.lastIndexOf('/') + 1);
  const value = (label: string, kind: Completion['kind'], detail?: string): Completion => ({
    label,
    kind,
    insert: quoteIfNeeded(label),
    detail,
    documentation: undefined,
  });
  if (shape.choices) return shape.choices.map((choice) => value(choice, 'value'));
  if (shape.refersTo) return named(shape.refersTo).map((name) => value(name, 'name'));
  const inCatalog = (name: string): Completion => value(name, 'name', 'catalog');
  if (key === 'gpu') return withShortNames(gpuNames(), findGpu).map(inCatalog);
  if (key === 'model') return withShortNames(modelNames(), findModel).map(inCatalog);
  if (key === 'quantization') return QUANTIZATIONS.map((name) => value(name, 'value'));
  return shape.accepted
    .map((each) => value(each, isChoice(each, shape) ? 'value' : 'example', shape.expected))
    .filter(({ kind }) => kind !== 'example' || typed === '');
}

/** Tells if people write the very same text, such as `auto` or `USD`, and not another one of its kind. */
function isChoice(example: string, { prose }: ScalarShape<unknown>): boolean {
  return !prose && /^[a-z][a-z-]*$/i.test(example);
}

/** Adds the short names that the catalog knows too: `H100` before `H100 SXM`. */
function withShortNames(
  names: readonly string[],
  find: (name: string) => unknown,
): readonly string[] {
  const short = names.flatMap((name) =>
    [...name.matchAll(/[\s:-]/g)]
      .map(({ index }) => name.slice(0, index))
      .filter((start) => find(start) !== undefined),
  );
  return [...new Set([...short, ...names])];
}

function scalarOf(shape: Shape | undefined): ScalarShape<unknown> | undefined {
  switch (shape?.kind) {
    case 'scalar':
      return shape;
    case 'either':
      return shape.scalar;
    case 'series':
      return shape.word;
    default:
      return undefined;
  }
}

/** Quotes text that YAML would read as something else. */
function quoteIfNeeded(text: string): string {
  return /^[>|&*!%@`"'#[\]{},?-]|: |:$| #|[,[\]{}]|^$/.test(text) ? JSON.stringify(text) : text;
}
