/** Finds the words of a plan that mean more than their spelling shows: names, sources, and the signs of bounds. */
import { SOURCES } from '../engine/plan/plan';
import { SOURCE_TRAITS } from '../engine/plan/sources';
import type { PlanDocument } from '../plan/document';
import { fieldAt } from '../plan/fields/fieldAt';
import type { Shape } from '../plan/fields/shape';
import type { Range } from '../plan/range';
import { findChange, moveRange } from '../plan/textChange';
import { collectUses, type ScalarUse, type Section } from './names/collectNames';
import { withoutQuotes } from './names/occurrences';
import type { TokenModifier, TokenType } from './tokenLegend';

export interface SemanticToken {
  /** Within one line. */
  readonly range: Range;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** Returns the tokens in order. While the text is broken, those of the last good text stay, in their new places. */
export function semanticTokens(
  current: PlanDocument,
  lastGood: PlanDocument | undefined,
): readonly SemanticToken[] {
  if (current.assessable || !lastGood) return tokensOf(current);
  const change = findChange(lastGood.text, current.text);
  return tokensOf(lastGood).flatMap((token) => {
    const range = moveRange(token.range, change);
    return range ? [{ ...token, range }] : [];
  });
}

function tokensOf({ tree, text }: PlanDocument): readonly SemanticToken[] {
  const uses = tree ? collectUses(tree) : [];
  const defined = new Set(uses.filter(({ isDefinition }) => isDefinition).map(nameOf));
  const tokens = new Map<number, SemanticToken>();
  for (const use of uses) {
    // an alias is coloured as one
    if (use.place.start !== use.source.start) continue;
    const token = use.of ? nameToken(use, defined, text) : valueToken(use, text);
    if (!token || text.slice(token.range.start, token.range.end).includes('\n')) continue;
    if (use.isDefinition || !tokens.has(token.range.start)) tokens.set(token.range.start, token);
  }
  return [...tokens.values()].sort((a, b) => a.range.start - b.range.start);
}

const TYPES: Readonly<Record<Section, TokenType>> = {
  targets: 'planTarget',
  nodes: 'planNode',
  engines: 'planEngine',
  scenarios: 'planScenario',
};

function nameOf({ of }: ScalarUse): string {
  return of ? `${of.section}/${of.name}` : '';
}

/** A name that the plan does not define has no token: it looks like any other text. */
function nameToken(
  use: ScalarUse,
  defined: ReadonlySet<string>,
  text: string,
): SemanticToken | undefined {
  if (!use.of || !defined.has(nameOf(use))) return undefined;
  const modifiers = use.isDefinition ? (['declaration'] as const) : [];
  return { range: withoutQuotes(text, use.source), type: TYPES[use.of.section], modifiers };
}

function valueToken({ path, source }: ScalarUse, text: string): SemanticToken | undefined {
  const range = withoutQuotes(text, source);
  const written = text.slice(range.start, range.end);
  if (path.endsWith('/source') && path.includes('/observations/')) {
    const known = SOURCES.find((each) => each === written);
    if (!known) return undefined;
    const modifiers = SOURCE_TRAITS[known].wasSeen ? [] : (['unmeasured'] as const);
    return { range, type: 'planSource', modifiers };
  }
  const [sign] = /^(?:<=?|>=?|=<|[≤≥~≈])/.exec(written) ?? [];
  if (sign === undefined || !isQuantity(fieldAt(path)?.shape)) return undefined;
  const end = range.start + sign.length;
  return { range: { start: range.start, end }, type: 'planBound', modifiers: [] };
}

function isQuantity(shape: Shape | undefined): boolean {
  const scalar = shape?.kind === 'either' ? shape.scalar : shape;
  return scalar?.kind === 'scalar' && !scalar.prose && scalar.units.length > 0;
}
