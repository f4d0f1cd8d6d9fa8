/** Lists what can be written at a place of a plan: keys, values and names. Works while the YAML is half typed. */
import { t } from '@vscode/l10n';
import type { PlanDocument } from '../plan/document';
import { fieldAt, mapAt } from '../plan/fields/fieldAt';
import type { Field, Fields, ScalarShape, Shape } from '../plan/fields/shape';
import { findGpu, findModel, gpuNames, modelNames } from '../engine/catalog/catalog';
import { QUANTIZATIONS } from '../engine/catalog/data/quantizations';
import type { KeyPath } from '../engine/plan/plan';
import { joinPath } from '../plan/keyPath';
import { readPlan } from '../plan/readPlan';
import { blocksAt } from './blocks/blocksAt';
import { gpuDetail, modelDetail } from './catalogDetail';
import { cursorAt, type Cursor } from './cursor';
import { defaultText } from './defaultText';
import { inheritedPath } from './inherited';
import { textOf, type Piece } from './pieces';
import { quoteIfNeeded } from './quoteIfNeeded';
import { pieces, TEMPLATES, templateText } from './templates';

export interface Completion {
  readonly label: string;
  /** Text by which it is found while people type, if that is not the label. */
  readonly filter?: string;
  /** An `example` shows how a value is written. It never takes the place of what is typed. */
  readonly kind: 'key' | 'value' | 'name' | 'example' | 'file' | 'block' | 'template';
  /** Text that replaces `replace`. */
  readonly insert: string;
  /** The text with its tab stops, if it has some. */
  readonly pieces?: readonly Piece[];
  /** Offset at which it begins to replace, if that is before the word. */
  readonly start?: number;
  /** True if a value is written next, which has completions of its own. */
  readonly isBeforeValue?: boolean;
  /** Short text beside the label. */
  readonly detail: string | undefined;
  /** Markdown that holds nothing of the plan. */
  readonly documentation: string | undefined;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** Offsets of the word being typed, from its start to the cursor. */
  readonly replace: { readonly start: number; readonly end: number };
  /** Folder whose files can be written too, as the plan writes it. Undefined if the value names no file. */
  readonly folder?: string;
}

/**
 * @param document The text as it is, or its last reading. Only the names of its plan are used.
 * @param today The date in ISO format, which a dated price gets.
 */
export function completionsAt(
  text: string,
  offset: number,
  { plan }: Pick<PlanDocument, 'plan'>,
  today?: string,
): Completions | undefined {
  const cursor = cursorAt(text, offset);
  if (!cursor || isItemOfNoList(cursor)) return undefined;
  const typed = text.slice(cursor.start, offset);
  const named = (kind: Reference): readonly string[] => namesOf(kind, plan, text, offset);
  const items = [
    ...wordsAt(cursor, text, offset, named),
    ...(isEmpty(text) ? templates() : blockItems(cursor, text, offset, { named, today })),
  ];
  const replace = { start: cursor.start, end: offset };
  if (cursor.at === 'value' && namesFile(cursor.path)) {
    return { items, replace, folder: typed.slice(0, typed.lastIndexOf('/') + 1) };
  }
  const addsNothing = items.length === 1 && items[0]?.insert === typed;
  if (items.length === 0 || addsNothing) return undefined;
  return { items: prefixesFirst(items), replace };
}

/** Tells if a value is the path of results beside the plan. */
function namesFile(path: KeyPath): boolean {
  return /^\/engines\/[^/]*\/observations\/(?:\d+\/)?from$/.test(path);
}

/** Returns keys or values, one word each. */
function wordsAt(
  cursor: Cursor,
  text: string,
  offset: number,
  named: Named,
): readonly Completion[] {
  const hasColon = /^[\w-]*(?:\.\d+)?\s*:/.test(text.slice(offset, offset + LONGEST_KEY));
  const isKey = cursor.at === 'key' && !isItem(cursor);
  if (isKey && cursor.itemAfter === 'bracket') return [];
  const words = isKey
    ? keysAt(cursor, hasColon)
    : valuesAt(cursor, named, text.slice(cursor.start, offset));
  return cursor.needsSpace ? words.map((word) => ({ ...word, insert: ` ${word.insert}` })) : words;
}

function blockItems(
  cursor: Cursor,
  text: string,
  offset: number,
  { named, today }: { readonly named: Named; readonly today: string | undefined },
): readonly Completion[] {
  const line = text.slice(text.lastIndexOf('\n', cursor.start - 1) + 1, cursor.start);
  const lineIndent = line.search(/\S|$/);
  const names = (section: Reference) => named(section).map(quoteIfNeeded);
  const blocks = blocksAt(cursor, lineIndent, text.slice(offset), { names, today });
  // behind a colon, a block brings its own space or line end
  const blanks = cursor.at === 'value' ? line.length - line.trimEnd().length : 0;
  return blocks.map(({ label, filter, detail, documentation, pieces }) => {
    const isBehindDash = cursor.needsSpace && cursor.at === 'key';
    const all = isBehindDash ? [{ text: ' ', isStop: false }, ...pieces] : pieces;
    const start = cursor.start - blanks;
    return {
      label,
      ...(filter !== undefined && { filter }),
      kind: 'block',
      insert: textOf(all),
      pieces: all,
      start,
      detail,
      documentation,
    };
  });
}

/** Tells if a text has comments at most. */
function isEmpty(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line));
}

function templates(): readonly Completion[] {
  return TEMPLATES.map((template) => ({
    label: template.name,
    kind: 'template',
    insert: templateText(template, TITLE),
    pieces: pieces(template, TITLE),
    detail: template.detail,
    documentation: t`A whole plan to start from. Tab leads through the values to replace.`,
  }));
}

const TITLE = 'My LLM service';

/** Tells if there is a dash or a bracket where the format has no list. */
function isItemOfNoList({ path, at, itemAfter }: Cursor): boolean {
  if (at !== 'key' || itemAfter === undefined) return false;
  const kind = fieldAt(path.slice(0, path.lastIndexOf('/')))?.shape.kind;
  return kind !== 'list' && kind !== 'several' && kind !== 'series';
}

/** Tells if the word is an item of a list of words, as in `node: [aws, gcp]`. */
function isItem({ path }: Cursor): boolean {
  return fieldAt(path)?.shape.kind === 'several';
}

/** Kind of name that a value refers to: `engines`. */
type Reference = NonNullable<ScalarShape<unknown>['refersTo']>;

type Named = (kind: Reference) => readonly string[];

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
  const fields = fieldsAt(path, siblings, isFlow);
  return Object.entries(fields)
    .filter(([key]) => !siblings.has(key))
    .sort(([, a], [, b]) => (path === '' ? 0 : rankOf(a) - rankOf(b)))
    .map(([key, field]) => ({
      label: key,
      kind: 'key',
      insert: hasColon ? key : insertOf(key, field.shape, isFlow),
      detail: detailOf(field, joinPath(path, key)),
      documentation: t(field.meaning),
      isBeforeValue: !hasColon && scalarOf(field.shape) !== undefined,
    }));
}

/**
 * Returns the keys of a map. While it is empty, another map may be in its place; it is once a key is there that only
 * that one has.
 */
function fieldsAt(path: KeyPath, siblings: ReadonlySet<string>, isFlow: boolean): Fields {
  const shape = fieldAt(path)?.shape;
  const map = shape?.kind === 'list' ? shape : mapAt(path);
  if (!map) return {};
  const fields: Fields = map.kind === 'map' ? map.fields : {};
  const instead: Fields = map.instead?.fields ?? {};
  const own = Object.fromEntries(Object.entries(instead).filter(([key]) => !(key in fields)));
  if (Object.keys(own).some((key) => siblings.has(key))) return instead;
  // a list of lines has dashes, which are not keys
  if (map.kind === 'list') return isFlow ? instead : {};
  return siblings.size === 0 ? { ...fields, ...own } : fields;
}

/** What is required comes first. The sections of a plan keep their order. */
function rankOf({ required }: Field): number {
  return required ? 0 : 1;
}

/** Returns the key with its colon. A map or list begins on the next line, which the editor indents. */
function insertOf(key: string, shape: Shape, isFlow: boolean): string {
  const isScalar = scalarOf(shape) !== undefined;
  return isScalar || isFlow ? `${key}: ` : `${key}:`;
}

function detailOf(field: Field, path: KeyPath): string | undefined {
  if (field.required) return t`required`;
  if (inheritedPath(path) !== undefined) return t`default: the plan’s`;
  return field.default === undefined ? undefined : t`default: ${defaultText(field, field.default)}`;
}

function valuesAt({ path }: Cursor, named: Named, typed: string): readonly Completion[] {
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
  if (key === 'gpu') {
    return withShortNames(gpuNames(), findGpu).map((name) => value(name, 'name', gpuDetail(name)));
  }
  if (key === 'model') {
    const names = withShortNames(modelNames(), findModel);
    return names.map((name) => value(name, 'name', modelDetail(name)));
  }
  if (key === 'quantization') return QUANTIZATIONS.map((name) => value(name, 'value'));
  return shape.accepted
    .map((each) => value(each, isChoice(each, shape) ? 'value' : 'example', t(shape.expected)))
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
    case 'several':
      return shape.of;
    default:
      return undefined;
  }
}
