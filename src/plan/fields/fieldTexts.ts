/** Lists the English texts of the format, which are translated where they are shown. */
import { isIssue } from '../quantities/outcome';
import type { Field, Fields, Shape } from './shape';
import { FROM_FILES, PLAN_SHAPE } from './tables';

/** Returns each text once: meanings, defaults in words, nouns of items, what a value may be. */
export function fieldTexts(): readonly string[] {
  const texts = [FROM_FILES.noun, ...textsOfShape(PLAN_SHAPE)];
  return [...new Set(texts)].filter((text) => /[a-z]/i.test(text));
}

function textsOfShape(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case 'scalar':
      return [shape.expected, ...(shape.texts ?? [])];
    case 'either':
      return [...textsOfShape(shape.scalar), ...textsOfShape(shape.map)];
    case 'map':
      return [
        ...textsOfFields(shape.fields),
        ...(shape.instead ? textsOfShape(shape.instead) : []),
      ];
    case 'named':
      return [shape.of.noun, ...textsOfShape(shape.of)];
    case 'list':
      return [
        shape.of.noun,
        ...textsOfShape(shape.of),
        ...(shape.instead ? textsOfShape(shape.instead) : []),
      ];
    case 'series':
      return [shape.expected, ...textsOfShape(shape.word), ...textsOfShape(shape.of)];
    case 'several':
      return [shape.expected, ...textsOfShape(shape.of)];
  }
}

function textsOfFields(fields: Fields): readonly string[] {
  return Object.values(fields).flatMap((field) => [
    field.meaning,
    ...defaultInWords(field),
    ...textsOfShape(field.shape),
  ]);
}

/** Returns a default that is no value of the format: `unlimited`. */
function defaultInWords({ shape, default: text }: Field): readonly string[] {
  if (text === undefined || shape.kind !== 'scalar') return [];
  const isWords = shape.refersTo !== undefined || isIssue(shape.parse(text, ''));
  return isWords ? [text] : [];
}
