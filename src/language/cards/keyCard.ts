/** Explains a key (meaning, accepted values, default) or a value (how it was understood). */
import { t } from '@vscode/l10n';
import { blocks, bold, codeSpan, escapeSentence } from '../../messages/markdown';
import type { KeyPath } from '../../engine/plan/plan';
import type { PathAt, PlanDocument } from '../../plan/document';
import { fieldAt } from '../../plan/fields/fieldAt';
import type { Field, MapShape, ScalarShape, Shape } from '../../plan/fields/shape';
import { splitPath } from '../../plan/keyPath';
import { defaultText } from '../defaultText';
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
    escapeSentence(t(field.meaning)),
    acceptsLine(field.shape),
  );
}

function presence(document: PlanDocument, at: PathAt, field: Field): string {
  if (field.required) return t`required`;
  const inherited = inheritedPath(at.path);
  if (inherited !== undefined) return inheritance(document, inherited, field);
  return field.default === undefined
    ? t`optional`
    : t`optional, default ${codeSpan(defaultText(field, field.default))}`;
}

/** Returns the value that applies to a scenario without one of its own. */
function inheritance(document: PlanDocument, path: KeyPath, field: Field): string {
  const written = writtenAt(document, path);
  if (written !== undefined) return t`optional, otherwise the plan’s ${codeSpan(written)}`;
  return field.default === undefined || document.rangeOf(path, 'value')
    ? t`optional, otherwise the plan’s`
    : t`optional, otherwise the plan’s, which is the default ${codeSpan(defaultText(field, field.default))}`;
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
  return t`${codeSpan(written)} is ${bold(escapeSentence(understood))}`;
}

function acceptsLine(shape: Shape): string | undefined {
  const scalar = scalarOf(shape);
  if (!scalar) return keysLine(shape);
  if (scalar.choices) return t`One of ${scalar.choices.map(codeSpan).join(', ')}`;
  const examples = scalar.accepted.map(codeSpan).join(', ');
  return lines(
    t`Accepts ${escapeSentence(t(scalar.expected))}`,
    examples === '' ? undefined : t`For example ${examples}`,
  );
}

function keysLine(shape: Shape): string | undefined {
  switch (shape.kind) {
    case 'map':
      return t`Keys: ${keysOf(shape)}`;
    case 'named':
      return t`Names of your choice, each ${t(shape.of.noun)} with the keys ${keysOf(shape.of)}`;
    case 'list':
      return t`A list; each item is ${t(shape.of.noun)} with the keys ${keysOf(shape.of)}`;
    case 'several':
      return t`Accepts ${escapeSentence(t(shape.expected))}`;
    case 'series':
      return t`A list of ${shape.count}, each ${escapeSentence(t(shape.of.expected))}; or one of ${shape.word.accepted.map(codeSpan).join(', ')}`;
    default:
      return undefined;
  }
}

function keysOf({ fields }: MapShape): string {
  return Object.keys(fields).map(codeSpan).join(', ');
}

function scalarOf(shape: Shape): ScalarShape<unknown> | undefined {
  return shape.kind === 'scalar' ? shape : shape.kind === 'either' ? shape.scalar : undefined;
}

function unquote(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}
