/** Saves a report and the pictures that it shows, through VS Code's own file system alone. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { isOwnSvg } from '../charts/svg/ownSvg';
import type { SavedReport } from '../report/renderReport';
import { besidePlan, nameOf } from './fileNames';
import { replaceFile } from './replaceFile';

/**
 * Returns undefined if the person cancelled the dialog or the work. Saves pictures first, because a finished report
 * shows them.
 */
export async function saveReport(
  plan: vscode.Uri,
  render: (reportName: string) => Promise<SavedReport | undefined>,
): Promise<vscode.TextDocument | undefined> {
  const target = await askWhere(plan, t`Save Report with Charts`, MARKDOWN);
  if (!target) return undefined;
  const report = await render(nameOf(target));
  if (!report) return undefined;
  const { markdown, pictures } = report;
  const beside = pictures.map(({ name, svg }) => ({
    file: vscode.Uri.joinPath(target, '..', name),
    svg,
  }));
  for (const { file } of beside) await refuseOther(file);
  for (const { file, svg } of beside) await replaceFile(file, svg);
  await replaceFile(target, markdown);
  return vscode.workspace.openTextDocument(target);
}

/** Asks where, and saves the report as one HTML file. Returns undefined if the person cancelled. */
export async function saveHtml(
  plan: vscode.Uri,
  render: () => Promise<string | undefined>,
): Promise<vscode.Uri | undefined> {
  const target = await askWhere(plan, t`Save Report as HTML`, HTML);
  const html = target && (await render());
  if (!target || html === undefined) return undefined;
  await replaceFile(target, html);
  return target;
}

interface FileKind {
  readonly ending: string;
  readonly filters: Record<string, string[]>;
}

const MARKDOWN: FileKind = {
  ending: '.report.md',
  filters: { Markdown: ['md'] },
};

const HTML: FileKind = {
  ending: '.report.html',
  filters: { HTML: ['html'] },
};

/** Asks for a file, by default beside the plan: `chat.capacity.yaml` has `chat.report.md`. */
function askWhere(
  plan: vscode.Uri,
  title: string,
  { ending, filters }: FileKind,
): Thenable<vscode.Uri | undefined> {
  const defaultUri = besidePlan(plan, ending);
  return vscode.window.showSaveDialog({ title, filters, ...(defaultUri && { defaultUri }) });
}

/**
 * Protects files that the dialog did not ask about.
 * @throws If a file with the name of a picture is not one of ours.
 */
async function refuseOther(picture: vscode.Uri): Promise<void> {
  const text = await textOf(picture);
  if (text !== undefined && !isOwnSvg(text)) {
    throw new Error(`${picture.path} is no chart of a report: move it, or choose another name`);
  }
}

/** Returns undefined if there is no such file. */
async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}
