/**
 * Formats a plan: indentation, blanks and empty lines. Nothing else changes, so comments, anchors, quotes and the order
 * of keys stay. A text that has errors is left alone.
 */
import { applyEdits } from '../../plan/edit/editPlan';
import type { TextEdit } from '../../plan/edit/textEdit';
import type { Range } from '../../plan/range';
import { readTokens } from '../../plan/yamlTokens';
import { Blanks } from './blanks';
import { meansTheSame } from './meansTheSame';

/** Columns of a step, if the editor names none. */
export const INDENT = 2;

/**
 * Returns the smallest edits, in order. None if the text is not valid YAML.
 * @param indent Columns of a step, at least 2: a dash with its blank takes 2.
 */
export function formatPlan(text: string, indent = INDENT): readonly TextEdit[] {
  const edits = editsOf(text, indent);
  return isSafe(text, edits) ? edits : [];
}

/**
 * Returns the edits in the lines of a selection. Where a part of the lines cannot be indented without the others, only
 * blanks within lines are changed.
 */
export function formatSelection(
  text: string,
  selection: Range,
  indent = INDENT,
): readonly TextEdit[] {
  const start = text.lastIndexOf('\n', selection.start - 1) + 1;
  const newline = text.indexOf('\n', Math.max(selection.start, selection.end - 1));
  const end = newline < 0 ? text.length : newline;
  const inLines = editsOf(text, indent).filter((edit) => edit.start >= start && edit.end <= end);
  if (isSafe(text, inLines)) return inLines;
  const within = inLines.filter((edit) => !isIndentation(text, edit));
  return isSafe(text, within) ? within : [];
}

function editsOf(text: string, indent: number): readonly TextEdit[] {
  const tokens = readTokens(text);
  if (!tokens || tokens.length === 0) return [];
  return new Blanks(text, tokens, Math.max(INDENT, indent)).edits();
}

function isSafe(text: string, edits: readonly TextEdit[]): boolean {
  return edits.length > 0 && meansTheSame(text, applyEdits(text, edits));
}

function isIndentation(text: string, { start, text: blanks }: TextEdit): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return blanks.includes('\n') || before.trim() === '';
}
