/** Registers "Save Report as HTML". The rest is loaded when it is first asked for. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Config } from './config';
import { isPlan } from './documentSelector';
import type { Log } from './log';
import { uriOf } from './menuArguments';
import type { Plans } from './plans';
import type { ReportDocuments } from './reportDocuments';
import { showError, showInformation } from './showText';

/** Registers the command. The palette passes no arguments, menus pass the file. */
export function registerSaveHtml(
  plans: Promise<Plans>,
  reports: ReportDocuments,
  config: Config,
  log: Log,
): vscode.Disposable {
  return vscode.commands.registerCommand('capacityPlan.saveHtml', async (file?: unknown) => {
    try {
      const { reportOn } = await import('./reportOn');
      const plan = chosenPlan(file);
      if (plan) await reportOn(plan, { plans: await plans, reports, config, log }, 'html');
      else showInformation(t`Open a plan (*.capacity.yaml) first.`);
    } catch (error) {
      log.bug('save the report as HTML', error);
      void showError(t`The report could not be saved: see the log.`);
    }
  });
}

function chosenPlan(file: unknown): vscode.Uri | undefined {
  const chosen = uriOf(file);
  if (chosen) return chosen;
  const document = vscode.window.activeTextEditor?.document;
  return document && isPlan(document) ? document.uri : undefined;
}
