/** Generate Report: Markdown as an untitled document, or saved with its pictures; the preview beside it. */
import * as vscode from 'vscode';
import type { Analysis } from '../lint/analysis';
import type { AnalysisStore } from './analysisStore';
import type { Config } from './config';
import { chartsColumn, columnFor } from './columns';
import { isPlan } from './documentSelector';
import type { Log } from './log';
import { toRange } from './ranges';
import { saveReport } from './saveReport';

/** From the palette and the status item without arguments, from menus with the file, or the selected files. */
export function registerGenerateReport(
  store: AnalysisStore,
  config: Config,
  log: Log,
): vscode.Disposable {
  return vscode.commands.registerCommand(
    'capacityPlan.generateReport',
    async (file?: unknown, selected?: unknown) => {
      try {
        for (const uri of chosenPlans(file, selected)) await reportOn(uri);
      } catch (error) {
        log.bug('generate report', error);
        void vscode.window.showErrorMessage('The report could not be made: see the log.');
      }
    },
  );

  async function reportOn(uri: vscode.Uri): Promise<void> {
    const plan = await vscode.workspace.openTextDocument(uri);
    const analysis = store.analysisOf(plan);
    if (!analysis.assessment) {
      // Not awaited: the command is done, whenever the person reacts.
      void log.guardAsync('offer problem', () => offerProblem(store, plan), undefined);
      return;
    }
    const report = await makeReport(analysis, uri, config);
    if (!report) return;
    const viewColumn = columnFor(uri);
    await vscode.window.showTextDocument(report, { preview: false, viewColumn });
    await showPreview(report.uri, log);
  }
}

/** Undefined where the person left the dialog that asks where to save it. */
async function makeReport(
  analysis: Analysis,
  plan: vscode.Uri,
  config: Config,
): Promise<vscode.TextDocument | undefined> {
  const charts = config.reportCharts(plan);
  const fileName = fileNameOf(plan);
  const { renderReport, renderSavedReport } = await import('../report/renderReport');
  if (charts === 'svg') {
    return saveReport(plan, (reportName) => renderSavedReport(analysis, { fileName, reportName }));
  }
  const content = renderReport(analysis, { fileName, charts });
  return vscode.workspace.openTextDocument({ language: 'markdown', content });
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

/** Where the Markdown extension is switched off, the text alone will do. Not listed until it is activated. */
async function showPreview(uri: vscode.Uri, log: Log): Promise<void> {
  // Charts beside the plan stay in view: then the preview comes over the text instead.
  const command = chartsColumn() === undefined ? 'showPreviewToSide' : 'showPreview';
  try {
    await vscode.commands.executeCommand(`markdown.${command}`, uri);
  } catch (error) {
    log.info(`no preview of the report: ${String(error)}`);
  }
}

async function offerProblem(store: AnalysisStore, plan: vscode.TextDocument): Promise<void> {
  const show = 'Show Problem';
  const message = `${fileNameOf(plan.uri)} cannot be read as a plan yet, so there is no report.`;
  if ((await vscode.window.showErrorMessage(message, show)) !== show) return;
  const [first] = store.analysisOf(plan).findings;
  const selection = first ? toRange(plan, first.range) : new vscode.Range(0, 0, 0, 0);
  await vscode.window.showTextDocument(plan, { selection });
}

function fileNameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
