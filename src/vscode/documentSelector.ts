/** Tells which documents are plans. */
import * as vscode from 'vscode';

export const LANGUAGE_ID = 'capacity-plan';

/** Globs of the names of plans. */
export const PLAN_PATTERNS = ['**/*.capacity.yaml', '**/*.capacity.yml'] as const;

/** Matches by language, and by name for people who associate plans with another language. */
export const PLAN_SELECTOR: vscode.DocumentSelector = [
  { language: LANGUAGE_ID },
  { pattern: '**/*.capacity.{yaml,yml}' },
];

export const PLAN_FILE = /\.capacity\.ya?ml$/i;

export function isPlan({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === LANGUAGE_ID || PLAN_FILE.test(uri.path);
}

/** Schemes of files that people edit. */
const SCHEMES: ReadonlySet<string> = new Set([
  'file',
  'untitled',
  'vscode-remote',
  'vscode-vfs',
  'vscode-test-web',
]);

/** Returns false for VS Code's copies, made for a comparison or a chat, so that a finding is listed once. */
export function isOwnPlan(document: vscode.TextDocument): boolean {
  const { scheme } = document.uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  return (
    isPlan(document) && (SCHEMES.has(scheme) || folders.some(({ uri }) => uri.scheme === scheme))
  );
}
