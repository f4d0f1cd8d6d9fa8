/** Tries changes from the panel in the worker, and writes them into the plan. */
import * as vscode from 'vscode';
import type { WhatIfChange } from '../../panel/whatIf/field';
import type { WhatIfOutcome } from '../../panel/whatIf/outcome';
import { failedOutcome } from '../../panel/whatIf/failedOutcome';
import { REFUSAL_WORDS } from '../../worker/asked';
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
  return failedOutcome(asked.kind === 'refused' ? REFUSAL_WORDS[asked.refusal] : OVERTAKEN);
}

/**
 * Writes one edit, so that one undo takes it back. The file is not saved.
 * @returns The problem, or undefined if it is written.
 */
export async function writeIntoPlan(
  document: vscode.TextDocument,
  changes: readonly WhatIfChange[],
  plans: Plans,
): Promise<string | undefined> {
  const { version } = document;
  const asked = await plans.ask(document, { type: 'written', changes });
  if (asked.kind === 'refused') return REFUSAL_WORDS[asked.refusal];
  if (asked.kind === 'dropped') return OVERTAKEN;
  const { answer: written } = asked;
  if (written.problem !== undefined) return written.problem;
  const isReadOnly = await whyReadOnly(document);
  if (isReadOnly !== undefined) return `Not applied: ${isReadOnly}`;
  // The edits are of the text that was asked about.
  if (document.version !== version) return OVERTAKEN;
  const edit = new vscode.WorkspaceEdit();
  for (const { text, ...range } of written.edits) {
    edit.replace(document.uri, toRange(document, range), text);
  }
  const isDone = await vscode.workspace.applyEdit(edit);
  // VS Code also returns true if a read-only editor dropped the edit.
  return isDone && document.getText() === written.text ? undefined : NOT_EDITED;
}

const OVERTAKEN = 'The plan has changed meanwhile. Try again.';
const NOT_EDITED = 'Not applied: VS Code did not let the plan be edited.';
