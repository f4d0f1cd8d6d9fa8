/** Opens the charts panel of a plan beside its editor ("Open Charts"). */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { isPlan } from '../documentSelector';
import type { Log } from '../log';
import { scenarioOf, uriOf } from '../menuArguments';
import { showError, showInformation } from '../showText';
import type { ChartsPanels } from './chartsPanels';

export const OPEN_CHARTS = 'capacityPlan.openCharts';

/**
 * Registers the command. The palette and the status item pass no arguments, menus pass the file or a row. A hover passes the
 * plan's address and a scenario.
 */
export function registerOpenCharts(panels: ChartsPanels, log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(
    OPEN_CHARTS,
    async (file?: unknown, scenario?: unknown) => {
      try {
        const plan = await chosenPlan(file);
        const chosen = typeof scenario === 'string' ? scenario : scenarioOf(file);
        if (plan) await panels.open(plan, chosen);
      } catch (error) {
        log.bug('open charts', error);
        void showError(t`The charts could not be opened: see the log.`);
      }
    },
  );
}

/** Returns a command link for hovers. */
export function linkToCharts(plan: vscode.Uri, scenario: string): string {
  const args = encodeURIComponent(JSON.stringify([plan.toString(), scenario]));
  // Parentheses would end the link in Markdown.
  return `command:${OPEN_CHARTS}?${args.replaceAll('(', '%28').replaceAll(')', '%29')}`;
}

async function chosenPlan(file: unknown): Promise<vscode.Uri | undefined> {
  const uri = typeof file === 'string' ? vscode.Uri.parse(file, true) : uriOf(file);
  const document = uri
    ? await vscode.workspace.openTextDocument(uri)
    : vscode.window.activeTextEditor?.document;
  if (document && isPlan(document)) return document.uri;
  showInformation(t`Open a plan (*.capacity.yaml) first.`);
  return undefined;
}
