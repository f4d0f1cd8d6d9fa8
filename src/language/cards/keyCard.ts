/** Explains a key (meaning, accepted values, default) or a value (how it was understood). */
import { blocks, bold, codeSpan, escapeSentence } from '../../messages/markdown';
import type { KeyPath } from '../../engine/plan/plan';
import type { PathAt, PlanDocument } from '../../plan/document';
import { fieldAt } from '../../plan/fields/fieldAt';
import type { Field, ScalarShape, Shape } from '../../plan/fields/shape';
import { splitPath } from '../../plan/keyPath';
import { inheritedPath, writtenAt } from '../inherited';
import { dotted, lines } from '../markdown';
import { describeUnderstood } from '../understood';

/** Returns undefined for names that the plan gives itself, and for keys that the format does not know. */
export function keyCard(document: PlanDocument, at: PathAt): string | undefined {
  const field = fieldAt(at.path);
  const key = splitPath(at.path).at(-1);
  if (!field || key === undefined) return undefined;
  return blocks(
    dotted(bold(codeSpan(key)), presence(document, at, field)),
    at.part === 'value' ? understoodLine(document, at, field) : undefined,
    escapeSentence(field.meaning),
    acceptsLine(field.shape),
  );
}

function presence(document: PlanDocument, at: PathAt, field: Field): string {
  if (field.required) return 'required';
  const inherited = inheritedPath(at.path);
  if (inherited !== undefined) return inheritance(document, inherited, field);
  return field.default === undefined ? 'optional' : `optional, default ${codeSpan(field.default)}`;
}

/** Returns the value that applies to a scenario without one of its own. */
function inheritance(document: PlanDocument, path: KeyPath, field: Field): string {
  const otherwise = 'optional, otherwise the plan’s';
  const written = writtenAt(document, path);
  if (written !== undefined) return `${otherwise} ${codeSpan(written)}`;
  return field.default === undefined || document.rangeOf(path, 'value')
    ? otherwise
    : `${otherwise}, which is the default ${codeSpan(field.default)}`;
}

function understoodLine(
  { text, plan }: PlanDocument,
  at: PathAt,
  field: Field,
): string | undefined {
  const shape = scalarOf(field.shape);
  const written = unquote(text.slice(at.range.start, at.range.end));
  const understood = shape && describeUnderstood(shape, written, plan.currency);
  if (understood === undefined || understood === written) return undefined;
  return `${codeSpan(written)} is ${bold(escapeSentence(understood))}`;
}

function acceptsLine(shape: Shape): string | undefined {
  const scalar = scalarOf(shape);
  if (!scalar) return keysLine(shape);
  if (scalar.choices) return `One of ${scalar.choices.map(codeSpan).join(', ')}`;
  const examples = scalar.accepted.map(codeSpan).join(', ');
  return lines(
    `Accepts ${escapeSentence(scalar.expected)}`,
    examples === '' ? undefined : `For example ${examples}`,
  );
}

function keysLine(shape: Shape): string | undefined {
  switch (shape.kind) {
    case 'map':
      return `Keys: ${Object.keys(shape.fields).map(codeSpan).join(', ')}`;
    case 'named':
      return `Names of your choice, each ${shape.of.noun} with the keys ${Object.keys(shape.of.fields).map(codeSpan).join(', ')}`;
    case 'list':
      return `A list; each item is ${shape.of.noun} with the keys ${Object.keys(shape.of.fields).map(codeSpan).join(', ')}`;
    case 'several':
      return `Accepts ${escapeSentence(shape.expected)}`;
    case 'series':
      return `A list of ${shape.count}, each ${escapeSentence(shape.of.expected)}; or one of ${shape.word.accepted.map(codeSpan).join(', ')}`;
    default:
      return undefined;
  }
}

function scalarOf(shape: Shape): ScalarShape<unknown> | undefined {
  return shape.kind === 'scalar' ? shape : shape.kind === 'either' ? shape.scalar : undefined;
}

function unquote(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}
