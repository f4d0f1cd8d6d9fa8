/** Offers to name a YAML file as a plan if it holds one, since only `*.capacity.yaml` is read as a plan. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { holdsPlan } from '../language/holdsPlan';
import { isPlan, LANGUAGE_ID } from './documentSelector';
import { nameOf } from './fileNames';
import type { Log } from './log';
import { offer, showError } from './showText';

const KEY = 'offeredPlanNames';
/** Most files that are kept as asked about. */
const MOST_KEPT = 200;

/** @param kept Keeps the files that were asked about, so that each is asked about once. */
export function registerOfferPlanName(kept: vscode.Memento, log: Log): vscode.Disposable {
  const consider = (document: vscode.TextDocument): void => {
    void log.guardAsync('offer plan name', () => offerName(document, kept), undefined);
  };
  const { activeTextEditor } = vscode.window;
  if (activeTextEditor) consider(activeTextEditor.document);
  return vscode.Disposable.from(
    vscode.workspace.onDidSaveTextDocument(consider),
    vscode.window.onDidChangeActiveTextEditor((editor) => editor && consider(editor.document)),
  );
}

async function offerName(document: vscode.TextDocument, kept: vscode.Memento): Promise<void> {
  const { uri, languageId } = document;
  if (languageId !== 'yaml' || isPlan(document) || document.isUntitled) return;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return;
  const asked = kept.get<readonly string[]>(KEY, []);
  if (asked.includes(uri.toString()) || !holdsPlan(document.getText())) return;
  await kept.update(KEY, [...asked, uri.toString()].slice(-MOST_KEPT));
  const renamed = vscode.Uri.joinPath(uri, '..', planNameOf(uri));
  const associated = t`Treat as Plan`;
  const rename = t`Rename to ${nameOf(renamed)}`;
  const message = t`${nameOf(uri)} holds a capacity plan. Only *.capacity.yaml files are read as plans.`;
  const chosen = await offer(message, rename, associated);
  if (chosen === rename) await renameFile(uri, renamed);
  if (chosen === associated) await associate(document);
}

/** Returns `chat.capacity.yaml` for `chat.yaml`. */
function planNameOf(uri: vscode.Uri): string {
  return nameOf(uri).replace(/(\.ya?ml)?$/i, '') + '.capacity.yaml';
}

async function renameFile(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to, { overwrite: false });
  const isDone = (await isThere(to)) ? false : await vscode.workspace.applyEdit(edit);
  if (!isDone) void showError(t`${nameOf(from)} could not be renamed. Is there a ${nameOf(to)}?`);
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

/** Sets the language now, and for the next time in the settings of the folder or, without one, of the person. */
async function associate(document: vscode.TextDocument): Promise<void> {
  const { ConfigurationTarget, workspace, languages } = vscode;
  await languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  const files = workspace.getConfiguration('files');
  const target = workspace.workspaceFolders
    ? ConfigurationTarget.Workspace
    : ConfigurationTarget.Global;
  const { workspaceValue, globalValue } =
    files.inspect<Record<string, string>>('associations') ?? {};
  const before = target === ConfigurationTarget.Workspace ? workspaceValue : globalValue;
  const pattern = `**/${workspace.asRelativePath(document.uri, false)}`;
  await files.update('associations', { ...before, [pattern]: LANGUAGE_ID }, target);
}
