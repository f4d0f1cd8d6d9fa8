/** Saves the report on a plan as one HTML file, where the person says. */
import * as vscode from 'vscode';
import { renderHtml } from '../report/html/renderHtml';
import type { AnalysisStore } from './analysisStore';
import { replaceFile } from './replaceFile';
import { askWhere, nameOfFile } from './saveReport';
import { showError, showInformation } from './showText';

export async function saveHtmlReport(plan: vscode.Uri, store: AnalysisStore): Promise<void> {
  const analysis = store.analysisOf(await vscode.workspace.openTextDocument(plan));
  const fileName = nameOfFile(plan);
  if (!analysis.assessment) {
    void showError(`${fileName} cannot be read as a plan yet, so there is no report.`);
    return;
  }
  const target = await askWhere(plan, HTML);
  if (!target) return;
  await replaceFile(target, renderHtml(analysis, { fileName }));
  showInformation(`${nameOfFile(target)} is saved. Open it in a browser to read or print it.`);
}

const HTML = { title: 'Save Report as HTML', ending: '.report.html', filters: { HTML: ['html'] } };
