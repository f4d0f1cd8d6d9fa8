/** Lists the blocks that can be written at a place of a plan, each with the indentation that its place needs. */
import { t } from '@vscode/l10n';
import type { KeyPath } from '../../engine/plan/plan';
import { plainLabel } from '../../messages/plainText';
import { fieldAt, mapAt } from '../../plan/fields/fieldAt';
import type { MapShape, Shape } from '../../plan/fields/shape';
import { joinPath, splitPath } from '../../plan/keyPath';
import type { Cursor } from '../cursor';
import { fitsStop, piecesOf, textOf, type Piece } from '../pieces';
import type { Block, Body } from './block';
import { blocksOf } from './blocks';
import { bodyLines, bodyPairs, inBraces, indent, itemLines } from './writeBody';

export interface PlacedBlock {
  readonly label: string;
  /** Text by which it is found while people type, if that is not the label alone: keys are English. */
  readonly filter: string | undefined;
  /** Keys that it writes. */
  readonly detail: string;
  /** What it writes, as Markdown. Holds nothing of the plan. */
  readonly documentation: string;
  readonly pieces: readonly Piece[];
}

/** What the tab stops of blocks offer. */
export interface Offered {
  /** Names of a section, as YAML. */
  readonly names: (section: 'nodes' | 'engines') => readonly string[];
  /** Today in ISO format, if it is known. */
  readonly today: string | undefined;
}

/** Where a block goes. The editor indents its further lines like the line that it begins on. */
interface Place {
  readonly isFlow: boolean;
  /** Columns between the beginning of the line's text and its key. */
  readonly column: number;
}

/** A block that is not written yet. */
interface Draft {
  /** What its label begins with: a key, or the noun of its map. */
  readonly subject: Subject;
  /** Path of the map that it fills. */
  readonly path: KeyPath;
  readonly block: Block;
  readonly write: (body: Body) => string;
}

/** @param lineIndent Columns of blanks that the cursor's line begins with. @param rest The text behind the cursor. */
export function blocksAt(
  cursor: Cursor,
  lineIndent: number,
  rest: string,
  offered: Offered,
): readonly PlacedBlock[] {
  const [line = '', ...others] = rest.split(/\r?\n/, MOST_LINES);
  if (!(cursor.isFlow ? /^\s*(?:[,}\]]|$)/ : /^\s*$/).test(line)) return [];
  const place = { isFlow: cursor.isFlow, column: cursor.column - lineIndent };
  return draftsAt(cursor, others, place).map(({ subject, path, block, write }) => {
    const text = write(block.body);
    return {
      ...labelOf(subject, block),
      detail: Object.keys(block.body).join(', '),
      documentation: describe(path, block, text, offered.today),
      pieces: piecesOf(fill(text, offered)),
    };
  });
}

/** Writes a section of the plan by one of its blocks: that which claims no measurement, if there are several. */
export function sectionText(key: string, names: Offered['names']): string {
  const path = joinPath('', key);
  const { blocks } = belowOf(path);
  const block = blocks.find(({ has }) => has === 'with estimate') ?? blocks[0];
  if (!block) throw new RangeError(`${key} has no blocks`);
  const text = `${key}:${valueText(path, block, block.body, { isFlow: false, column: 0 })}`;
  return fill(text, { names, today: undefined });
}

/** Lines that are looked at to see what belongs to a key. */
const MOST_LINES = 50;

function draftsAt(cursor: Cursor, below: readonly string[], place: Place): readonly Draft[] {
  const { path, at, itemAfter, siblings } = cursor;
  if (at === 'value') {
    return !place.isFlow && hasChildren(below, cursor.column) ? [] : valueDrafts(path, place);
  }
  const shape = shapeAt(path);
  if (shape?.kind === 'list') return siblings.size > 0 ? [] : itemDrafts(path, shape.of, place);
  const map = mapAt(path);
  if (itemAfter === 'bracket') return itemDrafts(path.slice(0, path.lastIndexOf('/')), map, place);
  if (shape?.kind === 'named') return entryDrafts(path, shape.of, place);
  return map ? [...insideDrafts(cursor, map, place), ...keyDrafts(cursor, map, place)] : [];
}

/** Fills a map that has no keys yet, with more than the key alone would. Behind a dash, it may be in braces. */
function insideDrafts(
  { path, siblings, itemAfter }: Cursor,
  map: MapShape,
  { isFlow, column }: Place,
): readonly Draft[] {
  if (siblings.size > 0) return [];
  const blocks = blocksOf(path).filter(({ body }) => Object.keys(body).length > 1);
  return blocks.map((block) => ({
    subject: nounOf(map),
    path,
    block,
    write: (body) => {
      if (isFlow) return bodyPairs(body);
      return itemAfter && block.isFlow ? inBraces(body) : joined(bodyLines(body), column);
    },
  }));
}

/** Adds a key of the map, with what is below it. */
function keyDrafts({ path, siblings }: Cursor, map: MapShape, place: Place): readonly Draft[] {
  return Object.keys(map.fields)
    .filter((key) => !siblings.has(key))
    .flatMap((key) => {
      const inner = joinPath(path, key);
      return belowOf(inner).blocks.map((block) => ({
        subject: { key },
        path: belowOf(inner).path,
        block,
        write: (body: Body) => `${key}:${valueText(inner, block, body, place)}`,
      }));
    });
}

/** Adds an entry of a section: a name of the writer's own, with what is below it. */
function entryDrafts(path: KeyPath, map: MapShape, place: Place): readonly Draft[] {
  const { blocks, path: inner } = belowOf(path);
  return blocks.map((block) => ({
    subject: nounOf(map),
    path: inner,
    block,
    write: (body) => `${nameStop(path)}:${mapText(block, body, place)}`,
  }));
}

/** Adds an item of a list. */
function itemDrafts(
  path: KeyPath,
  map: MapShape | undefined,
  { isFlow, column }: Place,
): readonly Draft[] {
  if (!map) return [];
  const { blocks, path: inner } = belowOf(path);
  return blocks.map((block) => ({
    subject: nounOf(map),
    path: inner,
    block,
    write: (body) => {
      if (isFlow) return inBraces(body);
      return block.isFlow ? `- ${inBraces(body)}` : joined(itemLines(body), column);
    },
  }));
}

/** Fills what a key is followed by. */
function valueDrafts(path: KeyPath, place: Place): readonly Draft[] {
  const { blocks, path: inner } = belowOf(path);
  const map = mapAt(inner);
  if (!map) return [];
  const drafts = blocks.map((block) => ({
    subject: nounOf(map),
    path: inner,
    block,
    write: (body: Body) => valueText(path, block, body, place),
  }));
  return inner === path ? drafts : [...drafts, ...insteadDrafts(path, place)];
}

/** Fills a list with the map that may be in its place. */
function insteadDrafts(path: KeyPath, place: Place): readonly Draft[] {
  return blocksOf(path).map((block) => ({
    subject: { key: String(splitPath(path).at(-1)) },
    path,
    block,
    write: (body) => mapText(block, body, place),
  }));
}

/** Tells if the next lines belong to the key. */
function hasChildren(lines: readonly string[], column: number): boolean {
  const next = lines.find((line) => !/^\s*(#.*)?$/.test(line)) ?? '';
  const start = next.search(/\S/);
  return start > column || (start === column && next.startsWith('- ', start));
}

/** Returns the blocks of a map, of the entries of a section, or of the items of a list, with the path of that map. */
function belowOf(path: KeyPath): { readonly path: KeyPath; readonly blocks: readonly Block[] } {
  const kind = shapeAt(path)?.kind;
  const inner = kind === 'named' || kind === 'list' ? joinPath(path, 0) : path;
  return { path: inner, blocks: blocksOf(inner) };
}

/** Writes what is behind the colon of a key. */
function valueText(path: KeyPath, block: Block, body: Body, place: Place): string {
  switch (shapeAt(path)?.kind) {
    case 'named': {
      const name = nameStop(path);
      if (place.isFlow) return ` { ${name}: ${inBraces(body)} }`;
      const inner = mapText(block, body, { ...place, column: place.column + 2 });
      return `\n${' '.repeat(place.column + 2)}${name}:${inner}`;
    }
    case 'list': {
      if (place.isFlow) return ` [${inBraces(body)}]`;
      const lines = block.isFlow ? [`- ${inBraces(body)}`] : itemLines(body);
      return `\n${indent(lines, place.column + 2).join('\n')}`;
    }
    default:
      return mapText(block, body, place);
  }
}

function mapText({ isFlow }: Block, body: Body, place: Place): string {
  if (isFlow || place.isFlow) return ` ${inBraces(body)}`;
  return `\n${indent(bodyLines(body), place.column + 2).join('\n')}`;
}

/** Indents all lines but the first, which begins at the cursor. */
function joined(lines: readonly string[], columns: number): string {
  return lines.join(`\n${' '.repeat(columns)}`);
}

const FIRST_NAMES: Readonly<Record<string, string>> = {
  nodes: 'l4',
  engines: 'vllm',
  targets: 'strict',
  scenarios: 'A',
};

function nameStop(path: KeyPath): string {
  return `«${FIRST_NAMES[path.slice(1)] ?? 'name'}»`;
}

type Subject = { readonly key: string } | { readonly noun: string };

function labelOf(subject: Subject, { has }: Block): Pick<PlacedBlock, 'label' | 'filter'> {
  const english = 'key' in subject ? subject.key : subject.noun;
  const label = `${'key' in subject ? subject.key : t(subject.noun)} ${t(has)}`;
  const filter = `${label} ${english} ${has}`;
  return { label, filter: label === `${english} ${has}` ? undefined : filter };
}

/** Returns `scenario` for `a scenario`, and `policy` for `a scenario’s policy`. */
function nounOf({ noun }: MapShape): Subject {
  return { noun: noun.replace(/^.* /, '') };
}

function shapeAt(path: KeyPath): Shape | undefined {
  return fieldAt(path)?.shape;
}

/** Fills in names and the date. Names that a tab stop cannot hold, or a list not show, are left to the writer. */
function fill(text: string, { names, today }: Offered): string {
  return text
    .replace(/«@(nodes|engines)»/g, (_, section: 'nodes' | 'engines') => {
      const fitting = names(section).filter((name) => fitsStop(name) && plainLabel(name) === name);
      return `«${fitting.length > 0 ? fitting.join('|') : FIRST_NAMES[section]}»`;
    })
    .replaceAll('@today', today ?? '2026-01-31');
}

/** Shows what is written, without names of the plan, and which of its keys are required. */
function describe(path: KeyPath, block: Block, text: string, today: string | undefined): string {
  const example = textOf(piecesOf(fill(text, { names: () => [], today })));
  const fields = mapAt(path)?.fields ?? {};
  const required = Object.keys(block.body).filter((key) => fields[key]?.required);
  const words = required.length > 0 ? `\n\n${t`Required: ${required.join(', ')}.`}` : '';
  return `\`\`\`yaml\n${example.replace(/^\s*\n/, '').trimEnd()}\n\`\`\`${words}`;
}
