/** Saves a report and the pictures that it shows, through VS Code's own file system alone. */
import * as vscode from 'vscode';
import { isOwnSvg } from '../charts/svg/ownSvg';
import type { SavedReport } from '../report/renderReport';
import { besidePlan } from './fileNames';
import { replaceFile } from './replaceFile';

/**
 * Returns undefined if the person cancelled the dialog or the work. Saves pictures first, because a finished report
 * shows them.
 */
export async function saveReport(
  plan: vscode.Uri,
  render: (reportName: string) => Promise<SavedReport | undefined>,
): Promise<vscode.TextDocument | undefined> {
  const target = await askWhere(plan);
  if (!target) return undefined;
  const report = await render(target.path.slice(target.path.lastIndexOf('/') + 1));
  if (!report) return undefined;
  const { markdown, pictures } = report;
  const beside = pictures.map(({ name, svg }) => ({
    file: vscode.Uri.joinPath(target, '..', name),
    svg,
  }));
  for (const { file } of beside) await refuseOther(file);
  for (const { file, svg } of beside) await replaceFile(file, svg);
  await replaceFile(target, markdown);
  return vscode.workspace.openTextDocument(target);
}

/** Asks for a file, by default beside the plan: `chat.capacity.yaml` has `chat.report.md`. */
function askWhere(plan: vscode.Uri): Thenable<vscode.Uri | undefined> {
  const defaultUri = besidePlan(plan, '.report.md');
  return vscode.window.showSaveDialog({
    title: 'Save Report with Charts',
    filters: { Markdown: ['md'] },
    ...(defaultUri && { defaultUri }),
  });
}

/**
 * Protects files that the dialog did not ask about.
 * @throws If a file with the name of a picture is not one of ours.
 */
async function refuseOther(picture: vscode.Uri): Promise<void> {
  const text = await textOf(picture);
  if (text !== undefined && !isOwnSvg(text)) {
    throw new Error(`${picture.path} is no chart of a report: move it, or choose another name`);
  }
}

/** Returns undefined if there is no such file. */
async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}
