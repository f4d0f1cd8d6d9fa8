/** Generate Report: Markdown as an untitled document, with the preview beside it. */
import * as vscode from 'vscode';
import type { AnalysisStore } from './analysisStore';
import { isPlan } from './documentSelector';
import type { Log } from './log';
import { toRange } from './ranges';

/** From the palette and the status item without arguments, from menus with the file, or the selected files. */
export function registerGenerateReport(store: AnalysisStore, log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(
    'capacityPlan.generateReport',
    async (file?: unknown, selected?: unknown) => {
      try {
        for (const uri of chosenPlans(file, selected)) await openReport(store, uri, log);
      } catch (error) {
        log.bug('generate report', error);
        void vscode.window.showErrorMessage('The report could not be made: see the log.');
      }
    },
  );
}

function chosenPlans(file: unknown, selected: unknown): readonly vscode.Uri[] {
  const several = Array.isArray(selected)
    ? selected.filter((uri): uri is vscode.Uri => uri instanceof vscode.Uri)
    : [];
  if (several.length > 0) return several;
  if (file instanceof vscode.Uri) return [file];
  const document = vscode.window.activeTextEditor?.document;
  if (document && isPlan(document)) return [document.uri];
  void vscode.window.showInformationMessage('Open a plan (*.capacity.yaml) first.');
  return [];
}

async function openReport(store: AnalysisStore, uri: vscode.Uri, log: Log): Promise<void> {
  const plan = await vscode.workspace.openTextDocument(uri);
  const fileName = fileNameOf(uri);
  const analysis = store.analysisOf(plan);
  if (!analysis.assessment) {
    // Not awaited: the command is done, whenever the person reacts.
    void offerProblem(store, plan, fileName);
    return;
  }
  const { renderReport } = await import('../report/renderReport');
  const content = renderReport(analysis, { fileName });
  const report = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(report, { preview: false });
  await showPreview(report.uri, log);
}

/** Where the Markdown extension is switched off, the text alone will do. Not listed until it is activated. */
async function showPreview(uri: vscode.Uri, log: Log): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch (error) {
    log.info(`no preview of the report: ${String(error)}`);
  }
}

async function offerProblem(
  store: AnalysisStore,
  plan: vscode.TextDocument,
  fileName: string,
): Promise<void> {
  const show = 'Show Problem';
  const message = `${fileName} cannot be read as a plan yet, so there is no report.`;
  if ((await vscode.window.showErrorMessage(message, show)) !== show) return;
  const [first] = store.analysisOf(plan).findings;
  const selection = first ? toRange(plan, first.range) : new vscode.Range(0, 0, 0, 0);
  await vscode.window.showTextDocument(plan, { selection });
}

function fileNameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
