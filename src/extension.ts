/** Activates the extension in VS Code: registers every feature and command. */
import * as vscode from 'vscode';
import { CodeActionsProvider } from './vscode/codeActionsProvider';
import { ChartsPanels } from './vscode/charts/chartsPanels';
import { registerOpenCharts } from './vscode/charts/openCharts';
import { COMPLETION_TRIGGERS, CompletionProvider } from './vscode/completionProvider';
import { Config } from './vscode/config';
import { Diagnostics } from './vscode/diagnostics';
import { PLAN_SELECTOR } from './vscode/documentSelector';
import { registerGenerateReport } from './vscode/generateReport';
import { HoverProvider } from './vscode/hoverProvider';
import { registerImportModel } from './vscode/importModel';
import { InlayHintsProvider } from './vscode/inlayHintsProvider';
import { loadStore } from './vscode/loadStore';
import { Log } from './vscode/log';
import { registerNewPlan } from './vscode/newPlan';
import { processorTime } from './vscode/processorTime';
import { registerShowLog } from './vscode/showLog';
import { StatusItem } from './vscode/statusItem';
import type { Status } from './language/status';

/** Lets tests see what VS Code does not tell: the text of a status item or a panel. */
export interface ExtensionApi {
  status(): Status | undefined;
  readonly charts: ChartsPanels;
  /** Clock that a test sets, so that "expensive" depends on no computer. */
  readonly clock: { now: () => number; worked: (() => number) | undefined };
}

export function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): ExtensionApi {
  const log = new Log();
  const config = new Config(log);
  const clock = { now: () => performance.now(), worked: processorTime() };
  const store = loadStore(config, clock);
  const rulesPage = vscode.Uri.joinPath(extensionUri, 'docs', 'rules.md');
  const statusItem = new StatusItem(store, config, log);
  const charts = new ChartsPanels({ extensionUri, store, config, log });
  subscriptions.push(
    log,
    config,
    statusItem,
    new Diagnostics(store, config, log, rulesPage),
    vscode.languages.registerHoverProvider(PLAN_SELECTOR, new HoverProvider(store, log)),
    vscode.languages.registerCompletionItemProvider(
      PLAN_SELECTOR,
      new CompletionProvider(store, log),
      ...COMPLETION_TRIGGERS,
    ),
    vscode.languages.registerCodeActionsProvider(
      PLAN_SELECTOR,
      new CodeActionsProvider(store, log),
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.languages.registerInlayHintsProvider(
      PLAN_SELECTOR,
      new InlayHintsProvider(store, config, log),
    ),
    charts,
    registerOpenCharts(charts, log),
    registerGenerateReport(store, config, log),
    registerNewPlan(log),
    registerImportModel(log),
    registerShowLog(log),
    { dispose: () => void store.then((loaded) => loaded.dispose()) },
  );
  return { status: () => statusItem.status, charts, clock };
}
