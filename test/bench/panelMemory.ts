/** Loaded by VS Code instead of the tests: what 1,000 edits with an open charts panel leave behind in the extension host. */
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import { heapUsed } from './heapUsed';

const FEW = 10;
const MANY = 1000;

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('capacity-plan.capacity-plan');
  if (!extension) throw new Error('the extension is not known to this VS Code');
  const { charts } = await extension.activate();
  const name = 'ollama-1000-users.capacity.yaml';
  const { document } = await vscode.window.showTextDocument(
    vscode.Uri.joinPath(extension.extensionUri, 'examples', name),
  );
  await vscode.commands.executeCommand('capacityPlan.openCharts');
  const version = (): number => charts.of(document.uri)?.posted.picture?.version ?? 0;
  while (version() === 0) await pause();

  const edit = async (index: number): Promise<void> => {
    const before = version();
    await setUsers(document, 1000 + (index % 500));
    while (version() === before) await pause();
    // For the page, which may not get to paint each of so many.
    charts.of(document.uri)?.receive({ type: 'painted', version: version() });
    while (charts.of(document.uri)?.posted.charts?.version !== version()) await pause();
  };
  for (let index = 1; index <= FEW; index++) await edit(index);
  const few = await heapUsed();
  for (let index = 1; index <= MANY; index++) await edit(index);
  const many = await heapUsed();
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(
    `[test] heap of extension host: ${mb(few)} after ${FEW} edits, ${mb(many)} after ${MANY} more`,
  );
  console.log('[test] 1 passed, 0 failed');
}

async function setUsers(document: vscode.TextDocument, users: number): Promise<void> {
  const found = /users: (\d+) /.exec(document.getText());
  if (!found?.[1]) throw new Error('the example has no users');
  const start = found.index + 'users: '.length;
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + found[1].length),
  );
  edit.replace(document.uri, range, String(users));
  await vscode.workspace.applyEdit(edit);
}

function pause(milliseconds = 2): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
