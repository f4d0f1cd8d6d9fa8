// Helps every integration test. Uses nothing of Node, since the suite also runs in a web worker.
import * as assert from 'assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import { PATIENCE_MS } from '../support/patience.mjs';
import { sayDoing } from './report';

export const LANGUAGE = 'capacity-plan';
const EXTENSION_ID = 'capacity-plan.capacity-plan';

/** Returns the extension, activated. */
export async function activated(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  assert.ok(extension, `${EXTENSION_ID} is not known to this VS Code`);
  await extension.activate();
  return extension;
}

/** Returns the folder with the copy of examples/ that the runner opened. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the runner must open a folder');
  return folder.uri;
}

/**
 * Opens an editor on an untitled plan with this text. VS Code may give a new untitled document the text of a closed
 * one. Then another one is opened.
 */
export async function openPlan(text: string): Promise<vscode.TextEditor> {
  return until('an untitled plan', async () => {
    const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content: text });
    const editor = await vscode.window.showTextDocument(document);
    if (isOpen(editor) && document.languageId === LANGUAGE && document.getText() === text) {
      return editor;
    }
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    throw new Error(describe(document));
  });
}

/** Returns false if another document took the place of the editor's. */
function isOpen({ document }: vscode.TextEditor): boolean {
  return !document.isClosed && vscode.window.activeTextEditor?.document === document;
}

/** Describes a document for a failure. */
export function describe(document: vscode.TextDocument): string {
  const { uri, isClosed, languageId } = document;
  return `${uri.toString()} is ${isClosed ? 'closed' : 'open'}, ${languageId}: ${JSON.stringify(document.getText().slice(0, 80))}`;
}

/** Opens an editor on a file of examples/: `ollama-1000-users` or the whole file name. */
export async function openExample(name: string): Promise<vscode.TextEditor> {
  const file = /\.ya?ml$/.test(name) ? name : `${name}.capacity.yaml`;
  const uri = vscode.Uri.joinPath(workspaceFolder(), file);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Writes a file into the workspace folder. */
export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/**
 * Writes a new file into the workspace folder, and waits until VS Code tells of it. A file that goes before may come and
 * go without a word. So may all that is in a new folder.
 */
export async function writeNewFile(name: string, text: string): Promise<vscode.Uri> {
  const pattern = new vscode.RelativePattern(workspaceFolder(), name);
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  let isTold = false;
  watcher.onDidCreate(() => (isTold = true));
  const uri = await writeFile(name, text);
  await until(`word of the file ${name}`, () => isTold);
  watcher.dispose();
  return uri;
}

/** Closes all editors, without asking to save what was typed. */
export async function closeEditors(): Promise<void> {
  // A changed document behind another tab has no active editor, and would stay open.
  for (const document of changedPlans()) {
    await showAgain(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await until('no active editor', async () => {
    if (!vscode.window.activeTextEditor) return true;
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return !vscode.window.activeTextEditor;
  });
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Returns changed plans. Excludes VS Code's settings.json, which changes for a moment at every write. */
function changedPlans(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    ({ isDirty, isUntitled, uri }) =>
      isDirty && (isUntitled || /\.capacity\.ya?ml$/.test(uri.path)),
  );
}

/** Opens a changed document's editor. VS Code opens one itself, and refuses ours if its own comes in between. */
async function showAgain(document: vscode.TextDocument): Promise<void> {
  await until('the editor of a changed document', () => vscode.window.showTextDocument(document));
}

const PAUSE_MS = 50;

/**
 * Waits until `poll` returns a value, and returns it. An error of `poll` counts as no value yet, and is named at the
 * end.
 */
export async function until<T>(
  what: string,
  poll: () => T | undefined | null | false | PromiseLike<T | undefined | null | false>,
): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  sayDoing(`waits for ${what}`);
  for (;;) {
    let reason = '';
    try {
      const value = await poll();
      if (value) return value;
    } catch (error) {
      reason = `: ${String(error)}`;
    }
    if (Date.now() > end)
      assert.fail(`waited ${PATIENCE_MS / 1000} s in vain for ${what}${reason}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Waits until `check` throws nothing. */
export async function untilHolds(what: string, check: () => void | Promise<void>): Promise<void> {
  await until(what, async () => {
    await check();
    return true;
  });
}

/**
 * Returns the findings on a document, from the top down, as short lines: `3 error target.latency-missed: message`.
 */
export function diagnosticsOf(uri: vscode.Uri): string[] {
  const severities = ['error', 'warning', 'information', 'hint'];
  return [...vscode.languages.getDiagnostics(uri)]
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ range, severity, code, message }) => {
      const rule = typeof code === 'object' ? code.value : code;
      return `${range.start.line + 1} ${severities[severity]} ${rule ?? ''}: ${message}`;
    });
}

/** Returns the position of a text in the document. */
export function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `the document has no ${JSON.stringify(text)}`);
  return document.positionAt(offset);
}

/** Types over the first place where `text` stands. */
export async function replace(
  editor: vscode.TextEditor,
  text: string,
  replacement: string,
): Promise<void> {
  const start = positionOf(editor.document, text);
  const end = editor.document.positionAt(editor.document.offsetAt(start) + text.length);
  const done = await editor.edit((edit) => edit.replace(new vscode.Range(start, end), replacement));
  assert.ok(done, 'the edit was refused');
}

/** Freezes the extension's clock, so that no plan is expensive because the machine is busy. */
export async function freezeClock(): Promise<void> {
  const { clock } = (await activated()).exports as ExtensionApi;
  clock.now = () => 0;
}

/** Returns the Markdown of all hovers at a text, joined. */
export async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, text),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
