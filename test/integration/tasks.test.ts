// Tests tasks inside VS Code: they run the command line, and the problem matcher reads what it prints.
import * as assert from 'assert';
import * as vscode from 'vscode';
import {
  activated,
  closeEditors,
  diagnosticsOf,
  openExample,
  until,
  workspaceFolder,
  writeFile,
} from './helpers';

suite('Tasks', () => {
  suiteSetup(activated);
  teardown(closeEditors);

  test('are offered for all plans, and for the active one', async () => {
    await openExample('ollama-1000-users');
    const tasks = await vscode.tasks.fetchTasks({ type: 'capacity-plan' });
    assert.deepStrictEqual(
      tasks.map(({ name, problemMatchers }) => `${name} ${problemMatchers.join()}`),
      [
        'check all plans $capacity-plan',
        'check ollama-1000-users.capacity.yaml $capacity-plan',
        'report ollama-1000-users.capacity.yaml ',
      ],
    );
  });

  test('check lists findings in Problems, where nothing else checks the plan', async () => {
    const uri = await writeFile('task.capacity.yaml', 'version: 1\nunknwon: 2\n');
    await whileUnchecked(async () => {
      await until('no findings', () => diagnosticsOf(uri).length === 0);
      assert.strictEqual(await exitOf('check all plans'), 1);
      await until('the finding of the task', () =>
        diagnosticsOf(uri).some((line) => line.startsWith('2 warning plan.unknown-key')),
      );
    });
    await vscode.workspace.fs.delete(uri);
  });

  test('check leaves the findings of the editor as they are', async () => {
    const uri = await writeFile('task.capacity.yaml', 'version: 1\nunknwon: 2\n');
    const other = await writeFile('other.capacity.yaml', 'version: 1\nunknwon: 2\n');
    await until('findings', () => [uri, other].every((each) => diagnosticsOf(each).length > 0));
    const before = diagnosticsOf(uri);
    await openExample('ollama-1000-users');
    await exitOf('check ollama-1000-users.capacity.yaml');
    await until('the same findings', () => {
      const now = [uri, other].map((each) => diagnosticsOf(each).join('\n'));
      return now.every((lines) => lines === before.join('\n'));
    });
    await vscode.workspace.fs.delete(uri);
    await vscode.workspace.fs.delete(other);
  });

  test('report writes the report beside the plan', async () => {
    await openExample('ollama-1000-users');
    assert.strictEqual(await exitOf('report ollama-1000-users.capacity.yaml'), 0);
    const report = vscode.Uri.joinPath(workspaceFolder(), 'ollama-1000-users.report.md');
    assert.ok((await vscode.workspace.fs.stat(report)).size > 1000);
  });
});

/** Runs an offered task, and returns the exit code of its process. */
async function exitOf(name: string): Promise<number | undefined> {
  const tasks = await vscode.tasks.fetchTasks({ type: 'capacity-plan' });
  const task = tasks.find((each) => each.name === name);
  assert.ok(task, `no task ${name}`);
  let ended: { readonly exitCode: number | undefined } | undefined;
  const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
    if (execution.task.name === name) ended = { exitCode };
  });
  await vscode.tasks.executeTask(task);
  const { exitCode } = await until(`the end of ${name}`, () => ended);
  listener.dispose();
  return exitCode;
}

async function whileUnchecked(work: () => Promise<void>): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('capacityPlan');
  const { Workspace } = vscode.ConfigurationTarget;
  await configuration.update('checkWorkspace', false, Workspace);
  try {
    await work();
  } finally {
    await configuration.update('checkWorkspace', undefined, Workspace);
  }
}
