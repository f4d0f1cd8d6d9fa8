/** Provides tasks that run the command line that comes with the extension: `check` and `report`. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { isPlan } from './documentSelector';
import { besidePlan } from './fileNames';

export const TASK_TYPE = 'capacity-plan';
/** Reads findings from what `check` prints (`contributes.problemMatchers`). */
export const PROBLEM_MATCHER = '$capacity-plan';

/** Where the command line runs. A host without Node has none. */
export interface NodeHost {
  /** Program that runs JavaScript: Node, or VS Code as Node. */
  readonly execPath: string;
  /** Path of the bundle of the command line. */
  readonly cliPath: string;
}

/** A task as `tasks.json` writes it. */
interface Definition extends vscode.TaskDefinition {
  readonly command: 'check' | 'report';
  readonly files: readonly string[];
  readonly options?: readonly string[];
}

const ALL_PLANS = '**/*.capacity.{yaml,yml}';

export function registerTasks(host: NodeHost): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(TASK_TYPE, {
    provideTasks: () => [
      ...(vscode.workspace.workspaceFolders ?? []).filter(isOnDisk).map((folder) => {
        const definition = { type: TASK_TYPE, command: 'check', files: [ALL_PLANS] } as const;
        // Not translated: `tasks.json` names the task by it.
        return taskOf(definition, folder, 'check all plans', host);
      }),
      ...tasksOfActivePlan(host),
    ],
    resolveTask: (task) => {
      const { definition, scope, name } = task;
      if (!isDefinition(definition)) return undefined;
      const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
      // VS Code takes only a task with the definition that it passed.
      return folder && taskOf(definition, folder, name, host);
    },
  });
}

function tasksOfActivePlan(host: NodeHost): readonly vscode.Task[] {
  const document = vscode.window.activeTextEditor?.document;
  const folder = document && vscode.workspace.getWorkspaceFolder(document.uri);
  if (!document || !folder || !isOnDisk(folder) || !isPlan(document)) return [];
  const pathOf = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri, false);
  const file = pathOf(document.uri);
  const out = besidePlan(document.uri, '.report.md');
  const check: Definition = { type: TASK_TYPE, command: 'check', files: [file] };
  const report: Definition = {
    type: TASK_TYPE,
    command: 'report',
    files: [file],
    ...(out && { options: ['--out', pathOf(out)] }),
  };
  return [check, report].map((each) => taskOf(each, folder, `${each.command} ${file}`, host));
}

function taskOf(
  definition: Definition,
  folder: vscode.WorkspaceFolder,
  name: string,
  { execPath, cliPath }: NodeHost,
): vscode.Task {
  const { command, files, options = [] } = definition;
  const execution = new vscode.ProcessExecution(
    execPath,
    [cliPath, command, ...options, ...files],
    // The desktop's program is VS Code itself, which this makes Node.
    { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1' } },
  );
  const matchers = command === 'check' ? [PROBLEM_MATCHER] : [];
  const task = new vscode.Task(definition, folder, name, TASK_TYPE, execution, matchers);
  if (command === 'check') task.group = vscode.TaskGroup.Test;
  task.detail = command === 'check' ? t`Lists the findings in Problems` : t`Writes the report`;
  return task;
}

/** Returns true for what `tasks.json` may hold: VS Code marks other values there, and runs them all the same. */
function isDefinition(value: vscode.TaskDefinition): value is Definition {
  const { command, files, options = [] } = value as Partial<Definition>;
  const areTexts = (each: unknown): boolean =>
    Array.isArray(each) && each.every((text) => typeof text === 'string');
  return (command === 'check' || command === 'report') && areTexts(files) && areTexts(options);
}

/** The command line reads files of a disk only. */
function isOnDisk({ uri }: vscode.WorkspaceFolder): boolean {
  return uri.scheme === 'file';
}
