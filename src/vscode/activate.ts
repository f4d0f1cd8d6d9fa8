/** Registers every feature and command in VS Code, whichever host it runs in. */
import * as vscode from 'vscode';
import type { Status } from '../language/status';
import type { StartWorker } from '../worker/port';
import { ChartsPanels } from './charts/chartsPanels';
import { registerOpenCharts } from './charts/openCharts';
import { CodeActionsProvider } from './codeActionsProvider';
import { CodeLensProvider } from './codeLensProvider';
import { COMPLETION_TRIGGERS, CompletionProvider } from './completionProvider';
import { Comparing } from './compare/registerCompare';
import { Config } from './config';
import { Diagnostics } from './diagnostics';
import { PLAN_SELECTOR } from './documentSelector';
import type { Clock } from './effort';
import { registerGenerateReport } from './generateReport';
import { Hints } from './hints';
import { HoverProvider } from './hoverProvider';
import { registerImportModel } from './importModel';
import { Importing } from './import/registerImport';
import { InlayHintsProvider } from './inlayHintsProvider';
import { loadPlans } from './loadPlans';
import { Log } from './log';
import { registerNewPlan } from './newPlan';
import { registerOfferPlanName } from './offerPlanName';
import { registerNavigation } from './navigation/registerNavigation';
import type { Machine } from './measure/machine';
import { Measuring } from './measure/registerMeasure';
import type { Plans } from './plans';
import { processorTime } from './processorTime';
import { ReportDocuments } from './reportDocuments';
import { registerTurnRuleOff } from './registerTurnRuleOff';
import { registerSaveHtml } from './saveHtml';
import { registerShowLog } from './showLog';
import { registerLenses } from './showText';
import { StatusItem } from './statusItem';
import { Workspace } from './workspace/workspace';

/** Lets tests see what VS Code does not tell, such as the text of a status item or a panel. */
export interface ExtensionApi {
  status(): Status | undefined;
  readonly charts: ChartsPanels;
  readonly plans: Promise<Plans>;
  readonly importing: Importing;
  readonly workspace: Workspace;
  readonly measuring: Measuring;
  readonly comparing: Comparing;
  /** Bugs that were logged. */
  readonly bugs: readonly string[];
  /** Clock that a test sets, so that no plan is expensive because the machine is busy. */
  readonly clock: { -readonly [K in keyof Clock]: Clock[K] };
  /** Starts workers. A test may put a worker in its place that never answers. */
  readonly workers: { start: StartWorker };
}

/** @param machine Undefined in a browser. */
export function activateWith(
  context: vscode.ExtensionContext,
  startWorker: StartWorker,
  machine?: Machine,
): ExtensionApi {
  const { subscriptions, extensionUri, workspaceState } = context;
  const log = new Log();
  const config = new Config(log);
  const clock = { now: () => performance.now(), worked: processorTime() };
  const workers = { start: startWorker };
  const plans = loadPlans({ config, clock, log, startWorker: (events) => workers.start(events) });
  const hints = new Hints(plans);
  const rulesPage = vscode.Uri.joinPath(extensionUri, 'docs', 'rules.md');
  const statusItem = new StatusItem(plans, config, log);
  const charts = new ChartsPanels({ extensionUri, plans, config, log });
  const reports = new ReportDocuments();
  const findings = vscode.languages.createDiagnosticCollection('capacity-plan');
  const workspace = new Workspace({ plans, config, log, findings, rulesPage });
  const keeps = (uri: vscode.Uri): boolean => workspace.covers(uri);
  const isLeftOver = (uri: vscode.Uri): boolean => workspace.isLeftOver(uri);
  const importing = new Importing({ plans, log });
  const comparing = new Comparing(plans, log);
  const measuring = new Measuring({ plans, log, config, importing, machine, context });
  subscriptions.push(
    log,
    config,
    statusItem,
    findings,
    workspace,
    new Diagnostics({ plans, config, log, rulesPage, findings, keeps, isLeftOver }),
    vscode.languages.registerHoverProvider(PLAN_SELECTOR, new HoverProvider(plans, measuring, log)),
    vscode.languages.registerCompletionItemProvider(
      PLAN_SELECTOR,
      new CompletionProvider(plans, log),
      ...COMPLETION_TRIGGERS,
    ),
    vscode.languages.registerCodeActionsProvider(
      PLAN_SELECTOR,
      new CodeActionsProvider(plans, rulesPage, log),
      {
        providedCodeActionKinds: [
          vscode.CodeActionKind.QuickFix,
          vscode.CodeActionKind.SourceFixAll.append('capacityPlan'),
        ],
      },
    ),
    vscode.languages.registerInlayHintsProvider(
      PLAN_SELECTOR,
      new InlayHintsProvider(plans, hints, { config, measuring, log }),
    ),
    registerLenses(PLAN_SELECTOR, new CodeLensProvider(hints, config, log)),
    registerNavigation(plans, log),
    charts,
    registerOpenCharts(charts, log),
    reports,
    registerGenerateReport(plans, reports, config, log),
    registerSaveHtml(plans, reports, config, log),
    registerNewPlan(log),
    registerOfferPlanName(workspaceState, log),
    registerImportModel(log),
    importing,
    measuring,
    comparing,
    registerShowLog(log),
    registerTurnRuleOff(log),
    // The worker ends with the extension, and nothing waits for it.
    { dispose: () => void plans.then((loaded) => loaded.dispose()) },
  );
  const { bugs } = log;
  return {
    ...{
      status: () => statusItem.status,
      charts,
      plans,
      importing,
      workspace,
      measuring,
      comparing,
    },
    ...{ bugs, clock, workers },
  };
}
