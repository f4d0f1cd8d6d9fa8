/**
 * Tries changes without writing them. Edits the text as "Apply" does, then reads and assesses it anew, so the result
 * is exact. Computes only what is shown: no findings of the changed plan.
 */
import { t } from '@vscode/l10n';
import { describeFinding } from '../../messages/findings';
import { formatNumber } from '../../messages/numbers';
import type { Chart } from '../../charts/chart';
import { assess } from '../../engine/assess/assess';
import type { Analysis } from '../../lint/analysis';
import { editPlan, type TextEdit, type ValueChange } from '../../plan/edit/editPlan';
import type { PlanDocument } from '../../plan/document';
import { fieldAt } from '../../plan/fields/fieldAt';
import { splitPath } from '../../plan/keyPath';
import { isIssue } from '../../plan/quantities/outcome';
import { readPlan } from '../../plan/readPlan';
import { compareAssessments } from './compareAssessments';
import type { FieldKind, WhatIfChange } from './field';
import { fieldsInPlan, type FieldInPlan } from './fields';
import { failedOutcome } from './failedOutcome';
import type { WhatIfOutcome } from './outcome';
import { writeValue } from './writeValue';

interface TriedChanges {
  /** What "Apply" writes; none where there is a problem. */
  readonly edits: readonly TextEdit[];
  readonly outcome: WhatIfOutcome;
}

/** Changes as they are written into the plan. */
interface WrittenChanges {
  readonly edits: readonly TextEdit[];
  /** The whole text after the edits. */
  readonly text: string;
  readonly changed: PlanDocument;
  readonly changes: readonly WrittenChange[];
}

/** @param analysis Reading of the current text. */
export function tryChanges(analysis: Analysis, changes: readonly WhatIfChange[]): TriedChanges {
  const written = writeChanges(analysis, changes);
  if ('problem' in written) return failed(written.problem);
  if (!analysis.assessment) return failed(unreadable());
  const outcome = compareAssessments(analysis.assessment, assess(written.changed.plan));
  const tried = written.changes.map(({ words }) => words);
  return {
    edits: written.edits,
    outcome: {
      ...outcome,
      charts: outcome.charts.map((chart) => markTried(chart, tried)),
      changes: written.changes.map(({ kind, words }) => ({ kind, text: words })),
    },
  };
}

/** Returns the text that "Apply" makes, without assessing it. */
export function writeChanges(
  analysis: Analysis,
  changes: readonly WhatIfChange[],
): WrittenChanges | Problem {
  if (!analysis.assessment) return { problem: unreadable() };
  const fields = fieldsInPlan(analysis);
  const written: WrittenChange[] = [];
  for (const { path, value } of new Map(changes.map((change) => [change.path, change])).values()) {
    const field = fields.get(path);
    if (!field) return { problem: t`The plan has changed: it has no such value any more.` };
    const change = writeChange(field, value);
    if ('problem' in change) return change;
    if (value !== field.field.value) written.push(change);
  }
  const edit = editPlan(analysis.document, written);
  if ('problem' in edit) return { problem: unwritable() };
  const changed = readPlan(edit.text, analysis.document.files);
  if (!changed.assessable) return { problem: unwritable() };
  return { edits: edit.edits, text: edit.text, changed, changes: written };
}

/** Marks a chart as tried, because it may be copied away from the panel. */
function markTried(chart: Chart, tried: readonly string[]): Chart {
  const shows = [...chart.series, ...chart.rules].some(({ whatIf }) => whatIf);
  return shows ? { ...chart, tried } : chart;
}

const unreadable = (): string => t`The plan cannot be read at the moment.`;
const unwritable = (): string =>
  t`This change cannot be written into the plan. Edit the value itself.`;

interface Problem {
  readonly problem: string;
}

interface WrittenChange extends ValueChange {
  readonly kind: FieldKind;
  readonly words: string;
}

/** Writes a change in the plan's own style, if the format allows it. */
function writeChange({ field, written }: FieldInPlan, value: number): WrittenChange | Problem {
  const { path, kind, label } = field;
  if (!Number.isFinite(value)) return { problem: t`${label}: not a number.` };
  const text = writeValue(value, written);
  const problem = problemOf(path, text);
  if (problem !== undefined) return { problem };
  const [before, after] = COUNTS.has(kind)
    ? [formatNumber(field.value, 12), formatNumber(value, 12)]
    : [writeValue(field.value, written), text];
  // The edit replaces the word `auto`. The number was only its result.
  const own = field.text === 'auto' ? `auto (${before})` : before;
  return { path, text, kind, words: `${label} ${own} → ${after}` };
}

const COUNTS: ReadonlySet<FieldKind> = new Set(['users', 'parallel']);

/** Returns what the format has against a text, or undefined if the text is valid. */
function problemOf(path: string, text: string): string | undefined {
  const shape = fieldAt(path)?.shape;
  const scalar = shape?.kind === 'either' ? shape.scalar : shape;
  if (scalar?.kind !== 'scalar') return unwritable();
  const outcome = scalar.parse(text, splitPath(path).at(-1) ?? '');
  return isIssue(outcome) ? describeFinding(outcome.issue) : undefined;
}

function failed(problem: string): TriedChanges {
  return { edits: [], outcome: failedOutcome(problem) };
}
