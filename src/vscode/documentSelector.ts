/** Which documents are plans. */
import type * as vscode from 'vscode';

export const LANGUAGE_ID = 'capacity-plan';

/** By language, and by name for those who associate plans with another language. */
export const PLAN_SELECTOR: vscode.DocumentSelector = [
  { language: LANGUAGE_ID },
  { pattern: '**/*.capacity.{yaml,yml}' },
];

const PLAN_FILE = /\.capacity\.ya?ml$/i;

export function isPlan({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === LANGUAGE_ID || PLAN_FILE.test(uri.path);
}
