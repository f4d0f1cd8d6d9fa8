/**
 * Creates a plan to start from ("New Plan"): asks for its name and a template, and leads through what a person changes
 * first.
 */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Template } from '../language/templates';
import { LANGUAGE_ID } from './documentSelector';
import { nameOf } from './fileNames';
import { legalName } from './legalName';
import type { Log } from './log';
import { uriOf } from './menuArguments';
import { askText, chooseDetailed, chooseFolder, showError } from './showText';
import { toSnippet } from './toSnippet';

export function registerNewPlan(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand('capacityPlan.newPlan', (target?: unknown) =>
    log.guardAsync('new plan', () => newPlan(uriOf(target)), undefined),
  );
}

/** Folder of the new plan. */
type Folder = Pick<vscode.WorkspaceFolder, 'uri' | 'name'>;

/** @param target Folder that the explorer passes. */
async function newPlan(target: vscode.Uri | undefined): Promise<void> {
  const { isOpen, folder } = target
    ? { isOpen: true, folder: { uri: target, name: nameOf(target) } }
    : await chooseFolder();
  if (isOpen && !folder) return;
  const name = await askName(folder);
  if (name === undefined) return;
  const template = await chooseTemplate();
  if (!template) return;
  const file = folder && (await createFile(folder, name));
  if (folder && !file) {
    void showError(t`${name}.capacity.yaml could not be created in ${folder.name}.`);
    return;
  }
  const editor = await (file ? openFile(file) : openUntitled(name));
  await fillIn(editor, template, name);
  if (file) await editor.document.save();
}

const ENDING = /(\.capacity)?(\.ya?ml)?$/i;

/** Asks until the name is legal and free. Returns undefined if the person changed their mind. */
async function askName(folder: Folder | undefined): Promise<string | undefined> {
  const name = await askText({
    title: t`New Plan`,
    prompt: folder
      ? t`Name of the plan. The file is NAME.capacity.yaml in ${folder.name}.`
      : t`Name of the plan. Save proposes NAME.capacity.yaml.`,
    value: await freeName(folder, 'my-service'),
    check: async (typed) => {
      const wanted = typed.trim().replace(ENDING, '');
      if (wanted === '') return t`Type a name.`;
      const legal = legalName(wanted);
      if (legal !== wanted) return t`Not every system takes this name. Try ${legal}.`;
      return (await isTaken(folder, wanted)) ? t`${wanted}.capacity.yaml exists.` : undefined;
    },
  });
  return name?.trim().replace(ENDING, '');
}

/** Returns the name, with a number if it is taken: `my-service-2`. */
async function freeName(folder: Folder | undefined, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? name : `${name}-${number}`;
    if (!(await isTaken(folder, numbered))) return numbered;
  }
}

async function isTaken(folder: Folder | undefined, name: string): Promise<boolean> {
  if (!folder) {
    const address = untitled(name).toString();
    return vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === address);
  }
  try {
    await vscode.workspace.fs.stat(fileOf(folder, name));
    return true;
  } catch {
    return false;
  }
}

function fileOf({ uri }: Folder, name: string): vscode.Uri {
  return vscode.Uri.joinPath(uri, `${name}.capacity.yaml`);
}

/** Without the ending, which VS Code adds by the language when it proposes a file. */
function untitled(name: string): vscode.Uri {
  return vscode.Uri.from({ scheme: 'untitled', path: name });
}

/** Never replaces a file. Returns undefined if it cannot be created. */
async function createFile(folder: Folder, name: string): Promise<vscode.Uri | undefined> {
  const file = fileOf(folder, name);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { overwrite: false });
  return (await vscode.workspace.applyEdit(edit)) ? file : undefined;
}

async function openFile(file: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file), {
    preview: false,
  });
}

/**
 * Opens an untitled plan for which Save proposes `NAME.capacity.yaml`. `openTextDocument` would save to that path
 * without a question, or propose the first line of the text.
 */
async function openUntitled(name: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', untitled(name));
  const address = untitled(name).toString();
  const opened = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === address);
  if (!opened) throw new Error(`${address} did not open`);
  const document = await vscode.languages.setTextDocumentLanguage(opened, LANGUAGE_ID);
  return vscode.window.showTextDocument(document, { preview: false });
}

/** Returns undefined if the person changed their mind. */
async function chooseTemplate(): Promise<Template | undefined> {
  const { TEMPLATES } = await import('../language/templates');
  const name = await chooseDetailed(t`New Plan: what to start from`, TEMPLATES);
  return TEMPLATES.find((template) => template.name === name);
}

/** Writes the plan, with a tab stop for each value that a person changes first. */
async function fillIn(editor: vscode.TextEditor, template: Template, title: string): Promise<void> {
  const { pieces } = await import('../language/templates');
  const snippet = toSnippet(pieces(template, title));
  await editor.insertSnippet(snippet, new vscode.Position(0, 0));
}
