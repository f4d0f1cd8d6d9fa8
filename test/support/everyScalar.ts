/** Lists every field of the format that holds a scalar, with a path that leads to it. */
import type { Field, Fields, ScalarShape, Shape } from '../../src/plan/fields/shape';
import { PLAN_SHAPE } from '../../src/plan/fields/tables';

export type ScalarField = readonly [path: string, shape: ScalarShape<unknown>, field: Field];

export function* everyScalar(
  fields: Fields = PLAN_SHAPE.fields,
  path = '',
): Generator<ScalarField> {
  for (const [key, field] of Object.entries(fields)) {
    yield* scalarsOf(field.shape, field, `${path}/${key}`);
  }
}

function* scalarsOf(shape: Shape, field: Field, path: string): Generator<ScalarField> {
  switch (shape.kind) {
    case 'scalar':
      yield [path, shape, field];
      break;
    case 'either':
      yield [path, shape.scalar, field];
      yield* everyScalar(shape.map.fields, path);
      break;
    case 'series':
      yield [path, shape.word, field];
      yield [`${path}/0`, shape.of, field];
      break;
    case 'several':
      yield [path, shape.of, field];
      yield [`${path}/0`, shape.of, field];
      break;
    case 'map':
      yield* everyScalar(shape.fields, path);
      break;
    case 'named':
      yield* everyScalar(shape.of.fields, `${path}/a`);
      break;
    case 'list':
      yield* everyScalar(shape.of.fields, `${path}/0`);
      break;
  }
}
