/** Collects the names of a plan: where each engine, node, target and scenario is defined, and where one is named. */
import type { KeyPath } from '../../engine/plan/plan';
import type { Shape } from '../../plan/fields/shape';
import { PLAN_SHAPE } from '../../plan/fields/tables';
import { joinPath } from '../../plan/keyPath';
import type { Range } from '../../plan/range';
import type { YamlEntry, YamlMap, YamlNode } from '../../plan/yamlTree';

export const SECTIONS = ['targets', 'nodes', 'engines', 'scenarios'] as const;
/** Section of the plan whose keys are names. */
export type Section = (typeof SECTIONS)[number];

export interface PlanName {
  readonly section: Section;
  readonly name: string;
}

/** One use of a scalar. It is a use of a name if `of` is set, and of another value if not. */
export interface ScalarUse {
  readonly path: KeyPath;
  readonly of: PlanName | undefined;
  readonly isDefinition: boolean;
  /** Range of the scalar as written here: for an alias, that of `*name`. */
  readonly place: Range;
  /** Range where the text itself is written: for an alias, behind its anchor. */
  readonly source: Range;
}

/** Returns every use of a scalar that the format knows, through aliases and merge keys. */
export function collectUses(tree: YamlNode): readonly ScalarUse[] {
  const uses: ScalarUse[] = [];
  const visit = (node: YamlNode, shape: Shape, path: KeyPath, place: Range): void => {
    if (node.kind === 'scalar') {
      uses.push({ ...useOf(node.text, shape), path, place, source: node.range });
    } else if (node.kind === 'list') {
      const item = itemShape(shape);
      node.items.forEach(({ value, range }, index) => {
        if (item) visit(value, item, joinPath(path, index), range);
      });
    } else if (node.kind === 'map' && shape.kind === 'named') {
      uses.push(...definitionsIn(node, path));
      for (const { key, value, valueRange } of node.entries) {
        if (!key.startsWith('x-')) visit(value, shape.of, joinPath(path, key), valueRange);
      }
    } else if (node.kind === 'map') {
      const fields = fieldsOf(shape);
      for (const { key, value, valueRange } of node.entries) {
        const inner = fields && Object.hasOwn(fields, key) ? fields[key]?.shape : undefined;
        if (inner) visit(value, inner, joinPath(path, key), valueRange);
      }
    }
  };
  visit(tree, PLAN_SHAPE, '', tree.range);
  return uses;
}

function useOf(text: string, shape: Shape): Pick<ScalarUse, 'of' | 'isDefinition'> {
  const scalar = shape.kind === 'several' ? shape.of : shape;
  const section = scalar.kind === 'scalar' ? scalar.refersTo : undefined;
  return { of: section && { section, name: text }, isDefinition: false };
}

/** The plan's own names in a section: also keys that are written twice, which a finding reports. */
function definitionsIn(map: YamlMap, path: KeyPath): readonly ScalarUse[] {
  const section = sectionOf(path);
  if (!section) return [];
  const toUse = ({ key, keyRange, keySource }: YamlEntry): ScalarUse => ({
    path: joinPath(path, key),
    of: { section, name: key },
    isDefinition: true,
    place: keyRange,
    source: keySource,
  });
  const isName = ({ key }: YamlEntry): boolean => key !== '<<' && !key.startsWith('x-');
  const repeated = map.written.filter((entry) => !map.entries.includes(entry));
  const all = map.entries === map.written ? map.entries : [...map.entries, ...repeated];
  return all.filter(isName).map(toUse);
}

export function sectionOf(path: KeyPath): Section | undefined {
  return SECTIONS.find((section) => path === `/${section}`);
}

function itemShape(shape: Shape): Shape | undefined {
  return shape.kind === 'list' || shape.kind === 'several' || shape.kind === 'series'
    ? shape.of
    : undefined;
}

function fieldsOf(shape: Shape) {
  if (shape.kind === 'map') return shape.fields;
  return shape.kind === 'either' ? shape.map.fields : undefined;
}
