/** Saves a report and the pictures that it shows, through VS Code's own file system alone. */
import * as vscode from 'vscode';
import type { SavedReport } from '../report/renderReport';

/** Undefined where the person left the dialog. The pictures come first: a report that is there shows them. */
export async function saveReport(
  plan: vscode.Uri,
  render: (reportName: string) => SavedReport,
): Promise<vscode.TextDocument | undefined> {
  const target = await askWhere(plan);
  if (!target) return undefined;
  const { markdown, pictures } = render(target.path.slice(target.path.lastIndexOf('/') + 1));
  for (const { name, svg } of pictures) {
    await write(vscode.Uri.joinPath(target, '..', name), svg);
  }
  await write(target, markdown);
  return vscode.workspace.openTextDocument(target);
}

/** Beside the plan to begin with: `chat.capacity.yaml` has `chat.report.md`. */
function askWhere(plan: vscode.Uri): Thenable<vscode.Uri | undefined> {
  const folder =
    plan.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(plan, '..');
  const stem = plan.path
    .slice(plan.path.lastIndexOf('/') + 1)
    .replace(/(\.capacity)?\.ya?ml$/i, '');
  return vscode.window.showSaveDialog({
    title: 'Save Report with Charts',
    filters: { Markdown: ['md'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${stem}.report.md`) }),
  });
}

function write(file: vscode.Uri, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}
