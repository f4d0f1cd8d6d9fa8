/** Writes the architecture of a `config.json` into a plan, as the map of a model ("Import Model…"). */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { isOwnPlan } from './documentSelector';
import type { Log } from './log';
import { showError } from './showText';

export function registerImportModel(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand('capacityPlan.importModel', (file?: vscode.Uri) =>
    log.guardAsync('import model', () => importModel(file), undefined),
  );
}

async function importModel(given: vscode.Uri | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const [file] = given
    ? [given]
    : ((await vscode.window.showOpenDialog({
        title: t`config.json of a model`,
        filters: { JSON: ['json'] },
      })) ?? []);
  if (!file) return;
  const { MAX_CONFIG_BYTES, mapOfConfig } = await import('./mapOfConfig');
  const { size } = await vscode.workspace.fs.stat(file);
  const text = size > MAX_CONFIG_BYTES ? '' : decode(await vscode.workspace.fs.readFile(file));
  const isInPlan = editor !== undefined && isOwnPlan(editor.document);
  const { active } = editor?.selection ?? { active: new vscode.Position(0, 0) };
  const indent = isInPlan
    ? editor.document.lineAt(active.line).firstNonWhitespaceCharacterIndex
    : 0;
  const map = mapOfConfig(text, indent);
  if (map === undefined) {
    void showError(t`This file is not the config.json of a language model that can be sized.`);
    return;
  }
  if (isInPlan) {
    const line = new vscode.Position(active.line, 0);
    await editor.edit((edit) => edit.insert(line, `${map}\n`));
    return;
  }
  const document = await vscode.workspace.openTextDocument({
    language: 'yaml',
    content: `${map}\n`,
  });
  await vscode.window.showTextDocument(document);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
