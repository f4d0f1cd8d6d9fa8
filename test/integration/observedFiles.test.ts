// Tests inside VS Code that a plan follows the results of benchmarks that it names.
import * as assert from 'assert';
import * as vscode from 'vscode';
import { activated, closeEditors, diagnosticsOf, until, writeFile } from './helpers';

const result = (latency: string): string =>
  `date,concurrency,throughput,latency_mean_ms,requests,errors\n2026-02-03,8,2.6,${latency},400,1\n`;

const PLAN = `version: 1
workload: { users: 8, thinkTime: 0s, promptTokens: 500, outputTokens: 100 }
targets: { fast: { latency: <4s } }
nodes: { n: { gpu: L4 } }
engines:
  e:
    type: vllm
    node: n
    observations: { from: kept/*.csv }
scenarios: { A: { engine: e, parallel: 8, nodes: 1 } }
`;

suite('Results of benchmarks that a plan names', () => {
  suiteSetup(activated);
  teardown(closeEditors);

  test('are read, followed when they change, and missed when they are gone', async () => {
    const plan = await writeFile('kept.capacity.yaml', PLAN);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(plan));
    await shows(plan, 'plan.file');
    const file = await writeFile('kept/run.csv', result('3076'));
    await shows(plan, 'plan.file', false);
    await writeFile('kept/run.csv', 'this is no benchmark');
    await shows(plan, 'plan.file');
    await writeFile('kept/run.csv', result('9000'));
    await shows(plan, 'plan.file', false);
    await vscode.workspace.fs.delete(file);
    await shows(plan, 'plan.file');
    await vscode.workspace.fs.delete(plan);
  });

  test('are in a report on a plan that nobody had open', async () => {
    // a folder that nothing was read from before
    const file = await writeFile('reported/run.csv', result('3076'));
    const plan = await writeFile('reported.capacity.yaml', PLAN.replace('kept/', 'reported/'));
    await vscode.commands.executeCommand('capacityPlan.generateReport', plan);
    const report = await until('the report', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.languageId === 'markdown'),
    );
    assert.match(report.document.getText(), /3\.08 s/);
    await vscode.workspace.fs.delete(plan);
    await vscode.workspace.fs.delete(file);
  });

  test('are offered by name where the plan names them', async () => {
    const text = `${PLAN.slice(0, PLAN.indexOf('{ from'))}{ from: kept/`;
    const plan = await writeFile('offered.capacity.yaml', text);
    const files = [await writeFile('kept/a.csv', 'a'), await writeFile('kept/b.csv', 'b')];
    const document = await vscode.workspace.openTextDocument(plan);
    await until('the names of files', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        plan,
        document.positionAt(text.length),
      );
      const labels = list.items.map(({ label }) =>
        typeof label === 'string' ? label : label.label,
      );
      return labels.join() === 'kept/*.csv,kept/a.csv,kept/b.csv' || undefined;
    });
    for (const file of [plan, ...files]) await vscode.workspace.fs.delete(file);
  });
});

async function shows(uri: vscode.Uri, rule: string, isThere = true): Promise<void> {
  const what = `${rule} ${isThere ? 'to appear' : 'to go'}`;
  await until(what, () => {
    const lines = diagnosticsOf(uri);
    return lines.length > 0 && lines.some((line) => line.includes(rule)) === isThere;
  });
}
