/**
 * Tries changes without writing them: the text is edited as "Apply" would edit it, read and assessed anew, so
 * that what is shown is what would be. Nothing is computed that is not shown: no findings of the changed plan.
 */
import { describeFinding } from '../../catalogue/findings';
import { formatNumber } from '../../catalogue/numbers';
import type { Chart } from '../../charts/chart';
import { assess } from '../../engine/assess';
import type { Analysis } from '../../lint/analysis';
import { editPlan, type TextEdit, type ValueChange } from '../../plan/edit/editPlan';
import { fieldAt } from '../../plan/fields/fieldAt';
import { splitPath } from '../../plan/keyPath';
import { isIssue } from '../../plan/quantities/outcome';
import { readPlan } from '../../plan/readPlan';
import { compareAssessments } from './compareAssessments';
import type { FieldKind, WhatIfChange } from './field';
import { fieldsInPlan, type FieldInPlan } from './fields';
import type { WhatIfOutcome } from './outcome';
import { writeValue } from './writeValue';

export interface TriedChanges {
  /** What "Apply" writes; none where there is a problem. */
  readonly edits: readonly TextEdit[];
  readonly outcome: WhatIfOutcome;
}

/** @param analysis Of the text as it is now. */
export function tryChanges(analysis: Analysis, changes: readonly WhatIfChange[]): TriedChanges {
  if (!analysis.assessment) return failed('The plan cannot be read at the moment.');
  const fields = fieldsInPlan(analysis);
  const written: WrittenChange[] = [];
  for (const { path, value } of new Map(changes.map((change) => [change.path, change])).values()) {
    const field = fields.get(path);
    if (!field) return failed('The plan has changed: it has no such value any more.');
    const change = writeChange(field, value);
    if ('problem' in change) return failed(change.problem);
    if (value !== field.field.value) written.push(change);
  }
  const edit = editPlan(analysis.document, written);
  if ('problem' in edit) return failed(UNWRITABLE);
  const document = readPlan(edit.text);
  if (!document.assessable) return failed(UNWRITABLE);
  const outcome = compareAssessments(analysis.assessment, assess(document.plan));
  const tried = written.map(({ words }) => words);
  return {
    edits: edit.edits,
    outcome: {
      ...outcome,
      charts: outcome.charts.map((chart) => markTried(chart, tried)),
      changes: written.map(({ kind, words }) => ({ kind, text: words })),
    },
  };
}

/** What a chart shows beside the plan it says, wherever it is taken to. */
function markTried(chart: Chart, tried: readonly string[]): Chart {
  const shows = [...chart.series, ...chart.rules].some(({ whatIf }) => whatIf);
  return shows ? { ...chart, tried } : chart;
}

const UNWRITABLE =
  'This change cannot be written into the plan as it stands there: edit the value itself.';

interface WrittenChange extends ValueChange {
  readonly kind: FieldKind;
  readonly words: string;
}

/** In the plan's own style, if the format allows it. */
function writeChange(
  { field, written }: FieldInPlan,
  value: number,
): WrittenChange | { readonly problem: string } {
  const { path, kind, label } = field;
  if (!Number.isFinite(value)) return { problem: `${label}: not a number.` };
  const text = writeValue(value, written);
  const problem = problemOf(path, text);
  if (problem !== undefined) return { problem };
  const [before, after] = COUNTS.has(kind)
    ? [formatNumber(field.value, 12), formatNumber(value, 12)]
    : [writeValue(field.value, written), text];
  // What is replaced is the word: the number only came of it.
  const own = field.text === 'auto' ? `auto (${before})` : before;
  return { path, text, kind, words: `${label} ${own} → ${after}` };
}

const COUNTS: ReadonlySet<FieldKind> = new Set(['users', 'parallel']);

/** What the format has against a text; undefined where it takes it. */
function problemOf(path: string, text: string): string | undefined {
  const shape = fieldAt(path)?.shape;
  const scalar = shape?.kind === 'either' ? shape.scalar : shape;
  if (scalar?.kind !== 'scalar') return UNWRITABLE;
  const outcome = scalar.parse(text, splitPath(path).at(-1) ?? '');
  return isIssue(outcome) ? describeFinding(outcome.issue) : undefined;
}

function failed(problem: string): TriedChanges {
  return { edits: [], outcome: failedOutcome(problem) };
}

/** Nothing but why there is nothing. */
export function failedOutcome(problem: string): WhatIfOutcome {
  return { changes: [], targets: [], rows: [], charts: [], answers: [], problem };
}
