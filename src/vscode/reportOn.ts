/** Makes the report on a plan: a Markdown document, or files with pictures. Opens the preview beside it. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Range } from '../plan/range';
import type { AnswerTo, Question, QuestionOf } from '../query/questions';
import { refusalWords, type Asked } from '../worker/asked';
import { chartsColumn, columnFor } from './columns';
import type { Config } from './config';
import type { Log } from './log';
import type { Plans } from './plans';
import { toRange } from './ranges';
import { nameOf } from './fileNames';
import type { ReportDocuments } from './reportDocuments';
import { saveHtml, saveReport } from './saveReport';
import { showError, showInformation } from './showText';
import type { Snapshot } from './snapshots';
import { withProgress } from './withProgress';

interface Services {
  readonly plans: Plans;
  readonly reports: ReportDocuments;
  readonly config: Config;
  readonly log: Log;
}

const progress = (): string => t`Generating the report`;

/** @param format `html` saves one file, and opens nothing. */
export async function reportOn(
  uri: vscode.Uri,
  services: Services,
  format: 'markdown' | 'html' = 'markdown',
): Promise<void> {
  const { plans, log } = services;
  const plan = await vscode.workspace.openTextDocument(uri);
  const checked = await checkNewest(plan, plans);
  if (!checked) return;
  const { snapshot, asked } = checked;
  if (asked.kind === 'refused') void showError(refusalWords(asked.refusal));
  if (asked.kind !== 'answered') return;
  if (!asked.isAssessed) {
    const range = asked.answer[0]?.range;
    // Not awaited: the command is done, whenever the person reacts.
    void log.guardAsync('offer problem', () => offerProblem(plan, range), undefined);
    return;
  }
  if (format === 'html') return saveAsHtml(snapshot, uri, plans);
  const report = await makeReport(snapshot, uri, services);
  if (!report) return;
  const viewColumn = columnFor(uri);
  await vscode.window.showTextDocument(report, { preview: false, viewColumn });
  await showPreview(report.uri, log);
}

/**
 * Asks for the findings of a plan; once more if its text, or a file that it names, changed in the meantime. Returns
 * undefined if the person cancelled.
 */
async function checkNewest(
  plan: vscode.TextDocument,
  plans: Plans,
): Promise<{ snapshot: Snapshot; asked: Asked<AnswerTo<Findings>> } | undefined> {
  for (let last: Snapshot | undefined; ;) {
    const snapshot = await withProgress(progress(), plans.completeSnapshotOf(plan));
    if (!snapshot) return undefined;
    const asked = await withProgress(progress(), plans.askAbout(snapshot, { type: 'findings' }));
    if (!asked) return undefined;
    // what was dropped without a change was dropped for good, as when a plan is closed
    if (asked.kind !== 'dropped' || snapshot === last) return { snapshot, asked };
    last = snapshot;
  }
}

type Findings = QuestionOf<'findings'>;

/** Returns undefined if the person cancelled. */
async function makeReport(
  snapshot: Snapshot,
  plan: vscode.Uri,
  { plans, reports, config }: Services,
): Promise<vscode.TextDocument | undefined> {
  const fileName = nameOf(plan);
  const charts = config.reportCharts(plan);
  if (charts === 'svg') {
    return saveReport(plan, (reportName) =>
      answerOf(snapshot, { type: 'savedReport', fileName, reportName }, plans),
    );
  }
  const content = await answerOf(snapshot, { type: 'report', fileName, charts }, plans);
  if (content === undefined) return undefined;
  return reports.open(plan, content);
}

async function saveAsHtml(snapshot: Snapshot, plan: vscode.Uri, plans: Plans): Promise<void> {
  const fileName = nameOf(plan);
  const saved = await saveHtml(plan, () =>
    answerOf(snapshot, { type: 'htmlReport', fileName }, plans),
  );
  if (!saved) return;
  showInformation(t`${nameOf(saved)} is saved. Open it in a browser to read or print it.`);
}

/** Asks with progress and a way to cancel. Returns undefined if the person did, or was told why there is none. */
async function answerOf<Q extends Question>(
  snapshot: Snapshot,
  question: Q,
  plans: Plans,
): Promise<AnswerTo<Q> | undefined> {
  const { asked, cancel } = plans.askAlone(snapshot, question);
  const end = await withProgress(progress(), asked, cancel);
  if (end?.kind === 'refused') void showError(refusalWords(end.refusal));
  return end?.kind === 'answered' ? end.answer : undefined;
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

async function offerProblem(plan: vscode.TextDocument, first: Range | undefined): Promise<void> {
  const show = t`Show Problem`;
  const message = t`${nameOf(plan.uri)} cannot be read as a plan yet, so there is no report.`;
  if ((await showError(message, show)) !== show) return;
  const selection = first ? toRange(plan, first) : new vscode.Range(0, 0, 0, 0);
  await vscode.window.showTextDocument(plan, { selection });
}
