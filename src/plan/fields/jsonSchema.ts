/** Builds the JSON Schema of the format (draft-07), for editors and tools that know only that. */
import type { Field, Fields, JsonSchema, MapShape, Shape } from './shape';
import { PLAN_SHAPE } from './tables';

/** Returns the schema. A schema sees a plan after aliases are followed and merge keys applied. */
export function planJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Capacity Plan, format version 1',
    description:
      'A plan of how many GPU nodes an LLM service needs. Looser than the extension: it knows spellings, not limits.',
    ...mapSchema(PLAN_SHAPE),
  };
}

function mapSchema({ fields }: MapShape): JsonSchema {
  const required = Object.keys(fields).filter((key) => fields[key]?.required);
  return {
    type: 'object',
    properties: propertiesOf(fields),
    patternProperties: { '^x-': {} },
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
  };
}

function propertiesOf(fields: Fields): JsonSchema {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, fieldSchema(field)]),
  );
}

function fieldSchema(field: Field): JsonSchema {
  const fallback = field.default === undefined ? '' : ` Default: ${field.default}.`;
  return { description: `${field.meaning}${fallback}`, ...shapeSchema(field.shape) };
}

function shapeSchema(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'scalar':
      return shape.accepted.length > 0 &&
        shape.choices === undefined &&
        !('examples' in shape.schema)
        ? { ...shape.schema, examples: shape.accepted }
        : shape.schema;
    case 'either':
      return { anyOf: [shape.scalar.schema, mapSchema(shape.map)] };
    case 'map':
      return orInstead(mapSchema(shape), shape.instead);
    case 'named':
      return {
        type: 'object',
        patternProperties: { '^x-': {} },
        additionalProperties: mapSchema(shape.of),
      };
    case 'list':
      return orInstead({ type: 'array', items: shapeSchema(shape.of) }, shape.instead);
    case 'several':
      return { anyOf: [shape.of.schema, { type: 'array', items: shape.of.schema, minItems: 1 }] };
    case 'series': {
      const { word, of: each, count } = shape;
      const list = { type: 'array', items: each.schema, minItems: count, maxItems: count };
      return { anyOf: [word.schema, list] };
    }
  }
}

function orInstead(schema: JsonSchema, instead: MapShape | undefined): JsonSchema {
  return instead ? { anyOf: [schema, mapSchema(instead)] } : schema;
}
