// Tests what-if changes to plans that nobody can write.
import * as assert from 'assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import { activated, closeEditors, openExample, until } from './helpers';

const SCHEME = 'capacity-plan-test';

/** A file system with one file that nobody can write. */
class OneFile implements vscode.FileSystemProvider {
  readonly #bytes: Uint8Array;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(text: string) {
    this.#bytes = new TextEncoder().encode(text);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (!uri.path.endsWith('.yaml')) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#bytes.length };
  }

  readFile(): Uint8Array {
    return this.#bytes;
  }

  readDirectory = (): [string, vscode.FileType][] => [];
  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}

suite('Apply to a plan that is read-only', () => {
  let api: ExtensionApi;

  suiteSetup(async () => {
    api = (await activated()).exports as ExtensionApi;
  });
  teardown(closeEditors);

  test('says why nothing was written, of a file system that is', async () => {
    const { document } = await openExample('ollama-1000-users');
    const provider = new OneFile(document.getText());
    const system = vscode.workspace.registerFileSystemProvider(SCHEME, provider, {
      isReadonly: true,
    });
    try {
      const uri = vscode.Uri.parse(`${SCHEME}:/a.capacity.yaml`);
      const problem = await problemOfApplying(uri);
      assert.match(problem, /^Not applied: .*read-only/);
      await closeEditors();
    } finally {
      system.dispose();
    }
  });

  test('says why nothing was written, of a file that a setting protects', async () => {
    const { document } = await openExample('ollama-1000-users');
    const files = vscode.workspace.getConfiguration('files');
    const target = vscode.ConfigurationTarget.Global;
    await files.update('readonlyInclude', { '**/ollama-1000-users.capacity.yaml': true }, target);
    try {
      const problem = await problemOfApplying(document.uri);
      assert.match(problem, /^Not applied: .*files\.readonlyInclude/);
    } finally {
      await files.update('readonlyInclude', undefined, target);
    }
  });

  async function problemOfApplying(uri: vscode.Uri): Promise<string> {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const before = document.getText();
    await vscode.commands.executeCommand('capacityPlan.openCharts', uri);
    const panel = await until('the panel', () => api.charts.of(uri));
    panel.receive({ type: 'ready' });
    await until('a picture', () => panel.posted.picture);
    const changes = [{ path: '/workload/users', value: 2000 }];
    panel.receive({ type: 'applyChanges', request: 3, changes });
    const { problem } = await until('the answer', () => panel.posted.applied);
    assert.strictEqual(document.getText(), before);
    return problem ?? '';
  }
});
