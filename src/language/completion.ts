/** Lists what can be written at a place of a plan: keys, values and names. Works while the YAML is half typed. */
import type { PlanDocument } from '../plan/document';
import { fieldAt, mapAt } from '../plan/fields/fieldAt';
import type { Field, ScalarShape, Shape } from '../plan/fields/shape';
import { gpuNames, modelNames } from '../engine/catalog/catalog';
import { QUANTIZATIONS } from '../engine/catalog/data/quantizations';
import type { KeyPath } from '../engine/plan/plan';
import { joinPath } from '../plan/keyPath';
import { cursorAt, type Cursor } from './cursor';
import { inheritedPath } from './inherited';

export interface Completion {
  readonly label: string;
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
  const items = cursor.at === 'key' ? keysAt(cursor, hasColon) : valuesAt(cursor, plan);
  return items.length === 0 ? undefined : { items, replace: { start: cursor.start, end: offset } };
}

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

function valuesAt({ path }: Cursor, plan: PlanDocument['plan']): readonly Completion[] {
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
  if (shape.refersTo) return plan[shape.refersTo].map(({ name }) => value(name, 'name'));
  if (key === 'gpu') return gpuNames().map((name) => value(name, 'name', 'catalog'));
  if (key === 'model') return modelNames().map((name) => value(name, 'name', 'catalog'));
  if (key === 'quantization') return QUANTIZATIONS.map((name) => value(name, 'value'));
  return shape.accepted.map((example) => value(example, 'example', shape.expected));
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
  return /^[>|&*!%@`"'#[\]{},?-]|: |:$| #|[,[\]{}]|^$/.test(text) ||
    (/^\S*:\S/.test(text) && !text.includes('/'))
    ? JSON.stringify(text)
    : text;
}
