/** Finds the field of the format for a path of a plan. */
import type { KeyPath } from '../../engine/plan/plan';
import { splitPath } from '../keyPath';
import type { Field, MapShape, Shape } from './shape';
import { PLAN_SHAPE } from './tables';

/** Returns undefined for names, list items, keys that begin with `x-`, and unknown keys. */
export function fieldAt(path: KeyPath): Field | undefined {
  let shape: Shape = PLAN_SHAPE;
  let field: Field | undefined;
  for (const step of splitPath(path)) {
    const map = mapOf(shape);
    if (map !== undefined) {
      field = ownField(map, step);
      if (field === undefined) {
        return undefined;
      }
      shape = field.shape;
    } else if (shape.kind === 'list' && shape.instead && ownField(shape.instead, step)) {
      return ownField(shape.instead, step);
    } else if (shape.kind === 'named' || shape.kind === 'list') {
      field = undefined;
      shape = shape.of;
    } else if (shape.kind === 'several') {
      shape = shape.of; // an item is described by the field of the list
    } else {
      return undefined;
    }
  }
  return field;
}

function ownField({ fields, instead }: MapShape, key: string): Field | undefined {
  if (Object.hasOwn(fields, key)) return fields[key];
  return instead && ownField(instead, key);
}

/** Returns the map that a path leads to, whose keys may be written there. */
export function mapAt(path: KeyPath): MapShape | undefined {
  let shape: Shape | undefined = PLAN_SHAPE;
  for (const step of splitPath(path)) {
    if (shape === undefined) {
      return undefined;
    }
    const map = mapOf(shape);
    if (map !== undefined) {
      shape = Object.hasOwn(map.fields, step) ? map.fields[step]?.shape : undefined;
    } else {
      shape = shape.kind === 'named' || shape.kind === 'list' ? shape.of : undefined;
    }
  }
  return shape && mapOf(shape);
}

function mapOf(shape: Shape): MapShape | undefined {
  return shape.kind === 'map' ? shape : shape.kind === 'either' ? shape.map : undefined;
}
