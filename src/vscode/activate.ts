/** Registers every feature and command in VS Code, whichever host it runs in. */
import * as vscode from 'vscode';
import type { Status } from '../language/status';
import type { StartWorker } from '../worker/port';
import { ChartsPanels } from './charts/chartsPanels';
import { registerOpenCharts } from './charts/openCharts';
import { CodeActionsProvider } from './codeActionsProvider';
import { COMPLETION_TRIGGERS, CompletionProvider } from './completionProvider';
import { Config } from './config';
import { Diagnostics } from './diagnostics';
import { PLAN_SELECTOR } from './documentSelector';
import type { Clock } from './effort';
import { registerGenerateReport } from './generateReport';
import { HoverProvider } from './hoverProvider';
import { registerImportModel } from './importModel';
import { InlayHintsProvider } from './inlayHintsProvider';
import { loadPlans } from './loadPlans';
import { Log } from './log';
import { registerNewPlan } from './newPlan';
import type { Plans } from './plans';
import { processorTime } from './processorTime';
import { registerSaveHtml } from './saveHtml';
import { registerShowLog } from './showLog';
import { StatusItem } from './statusItem';

/** Lets tests see what VS Code does not tell, such as the text of a status item or a panel. */
export interface ExtensionApi {
  status(): Status | undefined;
  readonly charts: ChartsPanels;
  readonly plans: Promise<Plans>;
  /** Bugs that were logged. */
  readonly bugs: readonly string[];
  /** Clock that a test sets, so that no plan is expensive because the machine is busy. */
  readonly clock: { -readonly [K in keyof Clock]: Clock[K] };
}

export function activateWith(
  { subscriptions, extensionUri }: vscode.ExtensionContext,
  startWorker: StartWorker,
): ExtensionApi {
  const log = new Log();
  const config = new Config(log);
  const clock = { now: () => performance.now(), worked: processorTime() };
  const plans = loadPlans({ config, clock, log, startWorker });
  const rulesPage = vscode.Uri.joinPath(extensionUri, 'docs', 'rules.md');
  const statusItem = new StatusItem(plans, config, log);
  const charts = new ChartsPanels({ extensionUri, plans, config, log });
  subscriptions.push(
    log,
    config,
    statusItem,
    new Diagnostics(plans, config, log, rulesPage),
    vscode.languages.registerHoverProvider(PLAN_SELECTOR, new HoverProvider(plans, log)),
    vscode.languages.registerCompletionItemProvider(
      PLAN_SELECTOR,
      new CompletionProvider(plans, log),
      ...COMPLETION_TRIGGERS,
    ),
    vscode.languages.registerCodeActionsProvider(
      PLAN_SELECTOR,
      new CodeActionsProvider(plans, log),
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.languages.registerInlayHintsProvider(
      PLAN_SELECTOR,
      new InlayHintsProvider(plans, config, log),
    ),
    charts,
    registerOpenCharts(charts, log),
    registerGenerateReport(plans, config, log),
    registerSaveHtml(plans, config, log),
    registerNewPlan(log),
    registerImportModel(log),
    registerShowLog(log),
    // The worker ends with the extension, and nothing waits for it.
    { dispose: () => void plans.then((loaded) => loaded.dispose()) },
  );
  return { status: () => statusItem.status, charts, plans, bugs: log.bugs, clock };
}
