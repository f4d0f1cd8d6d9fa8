/** Tries changes from the panel in the worker, and writes what it asks for into the plan. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { WhatIfChange } from '../../panel/whatIf/field';
import type { WhatIfOutcome } from '../../panel/whatIf/outcome';
import { failedOutcome } from '../../panel/whatIf/failedOutcome';
import type { QuestionOf } from '../../query/questions';
import { refusalWords } from '../../worker/asked';
import type { Plans } from '../plans';
import { toRange } from '../ranges';
import { whyReadOnly } from '../readOnly';

/** Answers in every case. Otherwise the page would keep showing an earlier change. */
export async function tryInPlan(
  document: vscode.TextDocument,
  changes: readonly WhatIfChange[],
  plans: Plans,
): Promise<WhatIfOutcome> {
  const asked = await plans.ask(document, { type: 'whatIf', changes });
  if (asked.kind === 'answered') return asked.answer;
  return failedOutcome(asked.kind === 'refused' ? refusalWords(asked.refusal) : overtaken());
}

type WriteQuestion = QuestionOf<'written' | 'writtenScenario'>;

/** The problem, or the name of the new scenario if it is written and adds one. */
export type WriteEnd =
  { readonly problem: string } | { readonly problem: undefined; readonly scenario?: string };

/** Writes one edit, so that one undo takes it back. The file is not saved. */
export async function writeIntoPlan(
  document: vscode.TextDocument,
  question: WriteQuestion,
  plans: Plans,
): Promise<WriteEnd> {
  const { version } = document;
  const asked = await plans.ask(document, question);
  if (asked.kind === 'refused') return { problem: refusalWords(asked.refusal) };
  if (asked.kind === 'dropped') return { problem: overtaken() };
  const { answer: written } = asked;
  if (written.problem !== undefined) return written;
  const isReadOnly = await whyReadOnly(document);
  if (isReadOnly !== undefined) return { problem: t`Not applied: ${isReadOnly}` };
  // The edits are of the text that was asked about.
  if (document.version !== version) return { problem: overtaken() };
  const edit = new vscode.WorkspaceEdit();
  for (const { text, ...range } of written.edits) {
    edit.replace(document.uri, toRange(document, range), text);
  }
  const isDone = await vscode.workspace.applyEdit(edit);
  // VS Code also returns true if a read-only editor dropped the edit.
  if (!isDone || document.getText() !== written.text) return { problem: notEdited() };
  const { scenario } = written;
  return { problem: undefined, ...(scenario !== undefined && { scenario }) };
}

const overtaken = (): string => t`The plan has changed meanwhile. Try again.`;
const notEdited = (): string => t`Not applied: VS Code did not let the plan be edited.`;
