// Tests Compare Benchmarks… inside VS Code: two files of a menu, a plan of which an engine is chosen, and a refusal.
import * as assert from 'assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension';
import { activated, closeEditors, until, writeFile } from './helpers';

const HEAD = 'concurrency,latency_mean_ms,latency_p50_ms,latency_p95_ms,requests,errors\n';
const PLAN = `version: 1
workload: { users: 8 }
nodes: { n: { gpu: L4 } }
engines:
  first: { node: n, observations: [{ source: measured, users: 8, latency: 2s, requests: 400 }] }
  second: { node: n }
`;

suite('Compare Benchmarks', () => {
  let api: ExtensionApi;
  const written: vscode.Uri[] = [];

  suiteSetup(async () => {
    api = (await activated()).exports as ExtensionApi;
  });
  teardown(async () => {
    await closeEditors();
    await until('no panel', () => api.comparing.page === undefined);
    for (const file of written.splice(0)) await vscode.workspace.fs.delete(file);
    assert.deepStrictEqual(api.bugs, []);
  });

  const file = async (name: string, text: string): Promise<vscode.Uri> => {
    const uri = await writeFile(name, text);
    written.push(uri);
    return uri;
  };
  const compare = (a: vscode.Uri, b: vscode.Uri): void =>
    void vscode.commands.executeCommand('capacityPlan.compareBenchmarks', a, [a, b]);

  test('two files: the verdict, the curves and a table a load', async () => {
    const a = await file('a.csv', `${HEAD}8,3000,2990,3200,400,0\n`);
    compare(a, await file('b.csv', `${HEAD}8,2700,2690,2900,400,0\n`));
    const page = await until('the page', () => api.comparing.page);
    assert.match(page, /<h1>B is faster: latency 10% less \(±.*%\) at 8 users\.<\/h1>/);
    assert.match(page, /<svg [^>]*role="img"/);
    assert.match(page, /<tr class="better"><th scope="row">latency<\/th><td>3 s<\/td><td>2\.7 s/);
  });

  test('of a plan with several engines one is asked for', async () => {
    const a = await file('two.capacity.yaml', PLAN);
    compare(a, await file('b.csv', `${HEAD}8,2000,1990,2100,400,0\n`));
    const page = await until('the page', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return api.comparing.page;
    });
    assert.match(page, /two\.capacity\.yaml#first/);
    assert.match(page, /No difference beyond the noise at 8 users/);
  });
});
