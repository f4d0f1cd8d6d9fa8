/** Builds the outline of a plan: its sections, and in them each name with its figures. */
import { t } from '@vscode/l10n';
import type { Assessment } from '../engine/assess/assessment';
import { priceOf } from '../engine/fleet/cost';
import type { Engine, NodeType, Observation, Target } from '../engine/plan/plan';
import type { Analysis } from '../lint/analysis';
import { formatExactly, formatNumber, formatSeconds } from '../messages/numbers';
import { oneLine } from '../messages/oneLine';
import { describeLimitOf } from '../messages/verdicts';
import type { PlanDocument } from '../plan/document';
import { PLAN } from '../plan/fields/tables';
import { joinPath } from '../plan/keyPath';
import type { Range } from '../plan/range';
import { findChange, moveRange } from '../plan/textChange';
import type { YamlEntry, YamlMap, YamlNode } from '../plan/yamlTree';
import { describeScenario } from './inlayHints';
import { sourceText } from './sourceText';
import { sectionOf, type Section } from './names/collectNames';

export type SymbolKind = 'section' | 'target' | 'node' | 'engine' | 'observation' | 'scenario';

export interface PlanSymbol {
  readonly name: string;
  /** Figures, in a few words. */
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly range: Range;
  /** Range of the name, inside `range`. */
  readonly selection: Range;
  readonly children: readonly PlanSymbol[];
}

/** Returns the outline. While the text is broken, that of the last good text stays, in its new places. */
export function outlineOf(
  current: Analysis,
  lastGood: Analysis | undefined,
): readonly PlanSymbol[] {
  if (current.document.tree) return new Outline(current).sections();
  if (!lastGood) return [];
  const change = findChange(lastGood.document.text, current.document.text);
  const move = (symbol: PlanSymbol): readonly PlanSymbol[] => {
    const range = moveRange(symbol.range, change) ?? moveRange(symbol.selection, change);
    const selection = moveRange(symbol.selection, change);
    if (!range || !selection) return symbol.children.flatMap(move);
    return [
      {
        ...symbol,
        range: around(range, selection),
        selection,
        children: symbol.children.flatMap(move),
      },
    ];
  };
  return new Outline(lastGood).sections().flatMap(move);
}

/** Returns the outline without figures, which takes no assessment. */
export function plainOutline(document: PlanDocument): readonly PlanSymbol[] {
  return new Outline({ document, assessment: undefined }).sections();
}

const KINDS: Readonly<Record<Section, SymbolKind>> = {
  targets: 'target',
  nodes: 'node',
  engines: 'engine',
  scenarios: 'scenario',
};

class Outline {
  readonly #document: PlanDocument;
  readonly #details: ReadonlyMap<string, string>;

  constructor({ document, assessment }: Pick<Analysis, 'document' | 'assessment'>) {
    this.#document = document;
    this.#details = detailsOf(document, assessment);
  }

  sections(): readonly PlanSymbol[] {
    const { tree } = this.#document;
    if (tree?.kind !== 'map') return [];
    return tree.written
      .filter(({ key }) => Object.hasOwn(PLAN, key))
      .map((entry) => this.#section(entry));
  }

  #section(entry: YamlEntry): PlanSymbol {
    const path = joinPath('', entry.key);
    const section = sectionOf(path);
    const names =
      section && entry.value.kind === 'map' ? this.#names(section, entry.value, entry) : [];
    const { value } = entry;
    const text = value.kind === 'scalar' ? value.text : undefined;
    return this.#symbol(entry, path, 'section', names, text ?? counted(names.length));
  }

  /** Names that are written in the section. Those of a merge key are symbols where the section is. */
  #names(section: Section, map: YamlMap, around: YamlEntry): readonly PlanSymbol[] {
    return map.entries
      .filter(({ key, keyRange }) => !key.startsWith('x-') && isInside(keyRange, rangeOf(around)))
      .map((entry) => {
        const path = joinPath(joinPath('', section), entry.key);
        const inner = section === 'engines' ? this.#observations(entry, path) : [];
        return this.#symbol(entry, path, KINDS[section], inner, this.#details.get(path) ?? '');
      });
  }

  #observations({ value, valueRange }: YamlEntry, engine: string): readonly PlanSymbol[] {
    if (value.kind !== 'map' || value.range.start !== valueRange.start) return [];
    const entry = value.written.find(({ key }) => key === 'observations');
    const path = joinPath(engine, 'observations');
    if (entry?.value.kind === 'map') return this.#fromFiles(entry.value, path, valueRange);
    if (entry?.value.kind !== 'list') return [];
    return entry.value.items
      .filter(({ range }) => isInside(range, valueRange))
      .map((item, index) => {
        const at = joinPath(path, index);
        const name =
          textAt(item.value, 'name') ??
          textAt(item.value, 'from') ??
          textAt(item.value, 'source') ??
          `${index + 1}`;
        const range = this.#trimmed(item.range);
        const selection = { start: range.start, end: this.#endOfLine(range) };
        const detail = this.#details.get(at) ?? this.#details.get(joinPath(at, 'from')) ?? '';
        return { name: shown(name), detail, kind: 'observation', range, selection, children: [] };
      });
  }

  /** `observations: { from: bench/*.json }` in place of a list. */
  #fromFiles({ written }: YamlMap, path: string, around: Range): readonly PlanSymbol[] {
    return written
      .filter(({ key, keyRange }) => key === 'from' && isInside(keyRange, around))
      .map((entry) => {
        const name = entry.value.kind === 'scalar' ? entry.value.text : entry.key;
        const detail = this.#details.get(joinPath(path, 'from')) ?? '';
        return { ...this.#symbol(entry, path, 'observation', [], detail), name: shown(name) };
      });
  }

  #symbol(
    entry: YamlEntry,
    path: string,
    kind: SymbolKind,
    children: readonly PlanSymbol[],
    detail: string,
  ): PlanSymbol {
    const range = this.#trimmed(rangeOf(entry));
    return {
      name: shown(entry.key),
      detail: shown(detail),
      kind,
      range,
      selection: entry.keyRange,
      children,
    };
  }

  #trimmed({ start, end }: Range): Range {
    return { start, end: start + this.#document.text.slice(start, end).trimEnd().length };
  }

  #endOfLine({ start, end }: Range): number {
    const newline = this.#document.text.indexOf('\n', start);
    return newline < 0 ? end : Math.min(end, newline);
  }
}

function rangeOf({ keyRange, valueRange }: YamlEntry): Range {
  return { start: keyRange.start, end: Math.max(keyRange.end, valueRange.end) };
}

function around(range: Range, inner: Range): Range {
  return { start: Math.min(range.start, inner.start), end: Math.max(range.end, inner.end) };
}

function isInside(range: Range, outer: Range): boolean {
  return range.start >= outer.start && range.end <= outer.end;
}

const LONGEST = 80;

/** VS Code refuses a symbol without a name. */
function shown(text: string): string {
  const line = oneLine(text);
  const cut = line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
  return cut;
}

function counted(count: number): string {
  return count === 0 ? '' : formatNumber(count);
}

function textAt(node: YamlNode, key: string): string | undefined {
  if (node.kind !== 'map') return undefined;
  const value = node.entries.find((entry) => entry.key === key)?.value;
  return value?.kind === 'scalar' ? value.text : undefined;
}

/** Returns the figures of each path. Scenarios are in it only if they were assessed. */
function detailsOf(
  { plan }: PlanDocument,
  assessment: Assessment | undefined,
): ReadonlyMap<string, string> {
  return new Map([
    ...plan.targets.map((target) => [target.path, targetDetail(target)] as const),
    ...plan.nodes.map((node) => [node.path, nodeDetail(node)] as const),
    ...plan.engines.flatMap((engine) => [
      [engine.path, engineDetail(engine)] as const,
      ...engine.observations.map((each) => [each.path, observationDetail(each)] as const),
      ...fileDetails(engine),
    ]),
    ...(assessment?.scenarios ?? []).map(
      (each) => [each.spec.path, describeScenario(each)] as const,
    ),
  ]);
}

function targetDetail({ objectives }: Target): string {
  return objectives.map(describeLimitOf).join(' · ');
}

function nodeDetail(node: NodeType): string {
  const { gpu, gpus, price } = node;
  const perHour = priceOf(node);
  const name = gpu?.value ?? t`GPU`;
  const count = gpus.value > 1 ? `${formatNumber(gpus.value)} × ${name}` : gpu?.value;
  const cost =
    price && perHour && formatExactly(perHour.value, { currency: price.currency, per: 'hour' });
  return [count, cost].filter((part) => part !== undefined).join(' · ');
}

function countedObservations(count: number): string {
  return count === 1 ? t`1 observation` : t`${formatNumber(count)} observations`;
}

function engineDetail({ type, node, model, observations }: Engine): string {
  return [
    typeDetail(type?.value, node?.name),
    model?.value,
    countedObservations(observations.length),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function countedUsers(count: number): string {
  return count === 1 ? t`1 user` : t`${formatNumber(count)} users`;
}

function typeDetail(type: string | undefined, node: string | undefined): string | undefined {
  if (node === undefined) return type;
  return type === undefined ? t`on ${node}` : t`${type} on ${node}`;
}

/** Returns how many observations are from the files of each `from`. */
function fileDetails({ observations }: Engine): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { path } of observations) {
    const [, from] = /^(.*\/from)\/\d+$/.exec(path) ?? [];
    if (from !== undefined) counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  return new Map([...counts].map(([from, count]) => [from, countedObservations(count)] as const));
}

function observationDetail({ name, source, users, latencySeconds }: Observation): string {
  const load = users && countedUsers(users.value);
  const sign = latencySeconds?.bound === 'exact' ? '' : latencySeconds?.bound;
  const latency = latencySeconds && `${sign ?? ''}${formatSeconds(latencySeconds.value)}`;
  const known = name === undefined ? undefined : sourceText(source.value);
  return [known, load, latency].filter((part) => part !== undefined).join(' · ');
}
