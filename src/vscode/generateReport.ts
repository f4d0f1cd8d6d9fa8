/** Registers "Generate Report". The rest is loaded when it is first asked for. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Config } from './config';
import { isPlan } from './documentSelector';
import type { Log } from './log';
import { urisOf } from './menuArguments';
import type { Plans } from './plans';
import type { ReportDocuments } from './reportDocuments';
import { showError, showInformation } from './showText';

/**
 * Registers the command. The palette and the status item pass no arguments, menus pass the file, the
 * selected files, or a row.
 */
export function registerGenerateReport(
  plans: Promise<Plans>,
  reports: ReportDocuments,
  config: Config,
  log: Log,
): vscode.Disposable {
  return vscode.commands.registerCommand(
    'capacityPlan.generateReport',
    async (file?: unknown, selected?: unknown) => {
      try {
        const { reportOn } = await import('./reportOn');
        const services = { plans: await plans, reports, config, log };
        for (const uri of chosenPlans(file, selected)) await reportOn(uri, services);
      } catch (error) {
        log.bug('generate report', error);
        void showError(t`The report could not be made: see the log.`);
      }
    },
  );
}

function chosenPlans(file: unknown, selected: unknown): readonly vscode.Uri[] {
  const chosen = urisOf(file, selected);
  if (chosen.length > 0) return chosen;
  const document = vscode.window.activeTextEditor?.document;
  if (document && isPlan(document)) return [document.uri];
  showInformation(t`Open a plan (*.capacity.yaml) first.`);
  return [];
}
