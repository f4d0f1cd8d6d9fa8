/* global require, exports */
// Opens the first example with its charts, unless VS Code has restored editors already.
const vscode = require('vscode');

exports.activate = async function activate() {
  const open = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (open.length > 0 || !folder) return;
  const example = vscode.Uri.joinPath(folder.uri, 'ollama-1000-users.capacity.yaml');
  await vscode.window.showTextDocument(example);
  await vscode.commands.executeCommand('capacityPlan.openCharts');
};
