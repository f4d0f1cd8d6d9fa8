/** Asks for the plan and the files of an import, where a menu does not tell them. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { isPlan } from '../documentSelector';
import { choose, offer } from '../showText';
import { PlanFinder } from '../workspace/findPlans';

const PLAN_FILE = /\.capacity\.ya?ml$/i;

export function isPlanFile({ path }: vscode.Uri): boolean {
  return PLAN_FILE.test(path);
}

/** Returns the plan that is given, active or visible, the only one of the workspace, or the chosen one. */
export async function choosePlan(
  given: vscode.Uri | undefined,
  question = t`Plan to import into`,
): Promise<vscode.TextDocument | undefined> {
  if (given) return vscode.workspace.openTextDocument(given);
  const { activeTextEditor: active, visibleTextEditors: visible } = vscode.window;
  const open = [active, ...visible].find((editor) => editor && isPlan(editor.document));
  if (open) return open.document;
  const found = await new PlanFinder().find();
  const byName = new Map(found.map((uri) => [vscode.workspace.asRelativePath(uri), uri]));
  const [only] = found;
  if (!only) {
    void offerNewPlan();
    return undefined;
  }
  const names = [...byName.keys()].sort();
  const name = names.length === 1 ? names[0] : await choose(question, names);
  const uri = name === undefined ? undefined : byName.get(name);
  return uri && vscode.workspace.openTextDocument(uri);
}

async function offerNewPlan(): Promise<void> {
  const make = t`New Plan`;
  const chosen = await offer(t`There is no plan (*.capacity.yaml) to import into.`, make);
  if (chosen === make) await vscode.commands.executeCommand('capacityPlan.newPlan');
}

export async function chooseFiles(): Promise<readonly vscode.Uri[]> {
  const files = await vscode.window.showOpenDialog({
    title: t`Results of a benchmark`,
    openLabel: t`Preview Import`,
    canSelectMany: true,
    filters: {
      [t`Benchmark results`]: ['json', 'jsonl', 'csv', 'txt', 'log', 'md', 'yaml', 'yml'],
      [t`All files`]: ['*'],
    },
  });
  return files ?? [];
}
