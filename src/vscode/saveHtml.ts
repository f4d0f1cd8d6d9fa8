/** Registers "Save Report as HTML". The rest is loaded when it is first asked for. */
import * as vscode from 'vscode';
import type { AnalysisStore } from './analysisStore';
import { isPlan } from './documentSelector';
import type { Log } from './log';
import { showError, showInformation } from './showText';

/** Registers the command. The palette passes no arguments, menus pass the file. */
export function registerSaveHtml(store: Promise<AnalysisStore>, log: Log): vscode.Disposable {
  return vscode.commands.registerCommand('capacityPlan.saveHtml', async (file?: unknown) => {
    try {
      const { saveHtmlReport } = await import('./saveHtmlReport');
      const plan = chosenPlan(file);
      if (plan) await saveHtmlReport(plan, await store);
      else showInformation('Open a plan (*.capacity.yaml) first.');
    } catch (error) {
      log.bug('save the report as HTML', error);
      void showError('The report could not be saved: see the log.');
    }
  });
}

function chosenPlan(file: unknown): vscode.Uri | undefined {
  if (file instanceof vscode.Uri) return file;
  const document = vscode.window.activeTextEditor?.document;
  return document && isPlan(document) ? document.uri : undefined;
}
