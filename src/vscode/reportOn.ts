/** Makes the report on a plan: a Markdown document, or files with pictures. Opens the preview beside it. */
import * as vscode from 'vscode';
import type { Analysis } from '../lint/analysis';
import { renderReport, renderSavedReport } from '../report/renderReport';
import type { AnalysisStore } from './analysisStore';
import { chartsColumn, columnFor } from './columns';
import type { Config } from './config';
import type { Log } from './log';
import { toRange } from './ranges';
import type { ReportDocuments } from './reportDocuments';
import { saveReport } from './saveReport';
import { showError } from './showText';

interface Services {
  readonly store: AnalysisStore;
  readonly reports: ReportDocuments;
  readonly config: Config;
  readonly log: Log;
}

export async function reportOn(
  uri: vscode.Uri,
  { store, reports, config, log }: Services,
): Promise<void> {
  const plan = await vscode.workspace.openTextDocument(uri);
  const analysis = store.analysisOf(plan);
  if (!analysis.assessment) {
    // Not awaited: the command is done, whenever the person reacts.
    void log.guardAsync('offer problem', () => offerProblem(store, plan), undefined);
    return;
  }
  const report = await makeReport(analysis, uri, reports, config);
  if (!report) return;
  const viewColumn = columnFor(uri);
  await vscode.window.showTextDocument(report, { preview: false, viewColumn });
  await showPreview(report.uri, log);
}

/** Returns undefined if the person cancelled the save dialog. */
async function makeReport(
  analysis: Analysis,
  plan: vscode.Uri,
  reports: ReportDocuments,
  config: Config,
): Promise<vscode.TextDocument | undefined> {
  const charts = config.reportCharts(plan);
  const fileName = fileNameOf(plan);
  if (charts === 'svg') {
    return saveReport(plan, (reportName) => renderSavedReport(analysis, { fileName, reportName }));
  }
  const content = renderReport(analysis, { fileName, charts });
  return reports.open(plan, content);
}

/**
 * Opens the preview. The text alone is enough if the Markdown extension is off. The command is not listed until that
 * extension is active.
 */
async function showPreview(uri: vscode.Uri, log: Log): Promise<void> {
  // Charts beside the plan stay in view. The preview then covers the text instead.
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
  if ((await showError(message, show)) !== show) return;
  const [first] = store.analysisOf(plan).findings;
  const selection = first ? toRange(plan, first.range) : new vscode.Range(0, 0, 0, 0);
  await vscode.window.showTextDocument(plan, { selection });
}

function fileNameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
