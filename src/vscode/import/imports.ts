/** Runs imports: reads files, asks for the engine, shows the preview, and writes one edit. Loaded on demand. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { readFiles, type BenchmarkText, type ImportAnswer } from '../../benchmark/importRuns';
import { enginePlaceAt } from '../../benchmark/place';
import type { Run } from '../../benchmark/run';
import { observationsYaml } from '../../benchmark/yamlText';
import type { ComparedRun } from '../../measure/compareRun';
import type { MeasuredAnswer } from '../../measure/measurement';
import { refusalWords, type Asked } from '../../worker/asked';
import type { Log } from '../log';
import type { Plans } from '../plans';
import { urisOf } from '../menuArguments';
import { toRange } from '../ranges';
import { whyReadOnly } from '../readOnly';
import { choose, showError, showInformation } from '../showText';
import { withProgress } from '../withProgress';
import { choosePlan, chooseFiles, isPlanFile } from './chooseFiles';
import { previewPage } from './previewPage';
import { isBenchmark, readDropped, readTexts } from './readTexts';
import { ACCEPT_IMPORT, CANCEL_IMPORT } from './names';

interface Services {
  readonly plans: Plans;
  readonly log: Log;
}

/** What the preview shows. */
interface Shown {
  readonly panel: vscode.WebviewPanel;
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly texts: readonly BenchmarkText[];
  readonly measured: MeasuredHere | undefined;
  readonly compared: readonly ComparedRun[];
  readonly answer: Extract<ImportAnswer, { readonly kind: 'imported' }>;
}

/** Runs that were measured here. */
export interface MeasuredHere {
  readonly runs: readonly Run[];
  /** What the person must know of them. */
  readonly remarks: readonly string[];
}

/** What is imported: results of tools, or runs that were measured here. */
interface Source {
  readonly texts: readonly BenchmarkText[];
  readonly measured?: MeasuredHere | undefined;
}

export class Imports implements vscode.Disposable {
  readonly #services: Services;
  #shown: Shown | undefined;

  readonly isBenchmark = isBenchmark;
  readonly readDropped = readDropped;

  constructor(services: Services) {
    this.#services = services;
  }

  get page(): string | undefined {
    return this.#shown?.panel.webview.html;
  }

  /** @param file Plan or result that a menu passes; `files` are all that are selected. */
  async start(file: unknown, files: unknown): Promise<void> {
    const selected = urisOf(file, files);
    const results = selected.filter((uri) => !isPlanFile(uri));
    const document = await choosePlan(selected.find(isPlanFile));
    if (!document) return;
    const chosen = results.length > 0 ? results : await chooseFiles();
    if (chosen.length === 0) return;
    await this.preview(document, await readTexts(chosen));
  }

  isAmongObservations(document: vscode.TextDocument, position: vscode.Position): boolean {
    const read = this.#services.plans.snapshotOf(document).document;
    return !!read && !!enginePlaceAt(read, document.offsetAt(position))?.isInObservations;
  }

  /** @param offset Place in the plan that says of which engine the results are. */
  async preview(
    document: vscode.TextDocument,
    texts: readonly BenchmarkText[],
    offset?: number,
  ): Promise<void> {
    const read = this.#services.plans.snapshotOf(document).document;
    const place = read && offset !== undefined ? enginePlaceAt(read, offset) : undefined;
    await this.#show(document, { texts }, place?.engine);
  }

  /** Previews what was measured on an engine. A plan that was closed meanwhile is opened again. */
  async showMeasured(
    document: vscode.TextDocument,
    engine: string,
    measured: MeasuredHere,
  ): Promise<void> {
    const open = document.isClosed
      ? await vscode.workspace.openTextDocument(document.uri)
      : document;
    const texts = [{ file: undefined, text: { measured: measured.runs } }];
    await this.#show(open, { texts, measured }, engine);
  }

  async #show(
    document: vscode.TextDocument,
    source: Source,
    engine: string | undefined,
    panel?: vscode.WebviewPanel,
  ): Promise<void> {
    const { version } = document;
    const { texts, measured } = source;
    const answered = await this.#ask(document, source, engine);
    const answer = answered?.imported;
    if (answer?.kind === 'choose') {
      const chosen = await choose(t`Engine that was measured`, answer.engines);
      if (chosen !== undefined) await this.#show(document, source, chosen, panel);
    } else if (answer?.kind === 'failed') {
      void showError(answer.problem);
      if (measured) await showAlone(measured);
    } else if (answer) {
      // VS Code closes documents that nobody sees
      if (!editorOf(document)) await vscode.window.showTextDocument(document, { preview: false });
      const { compared } = answered;
      const shown = { document, version, texts, measured, compared, answer };
      this.#shown = {
        panel: panel ?? this.#open(measured ? t`Measured` : t`Import Benchmark`),
        ...shown,
      };
      this.#draw(this.#shown, panel !== undefined);
    }
  }

  async #ask(
    document: vscode.TextDocument,
    { texts, measured }: Source,
    engine: string | undefined,
  ): Promise<MeasuredAnswer | undefined> {
    const { plans } = this.#services;
    const snapshot = plans.snapshotOf(document);
    const title = t`Reading benchmark results`;
    if (measured && engine !== undefined) {
      const question = { type: 'measured', engine, runs: measured.runs } as const;
      const { asked, cancel } = plans.askAlone(snapshot, question);
      return answerOf(await withProgress(title, asked, cancel));
    }
    const { asked, cancel } = plans.askAlone(snapshot, { type: 'imported', texts, engine });
    const imported = answerOf(await withProgress(title, asked, cancel));
    return imported && { compared: [], imported };
  }

  #open(title: string): vscode.WebviewPanel {
    this.#shown?.panel.dispose();
    const panel = vscode.window.createWebviewPanel(
      'capacityPlan.import',
      title,
      vscode.ViewColumn.Beside,
      { enableCommandUris: [ACCEPT_IMPORT, CANCEL_IMPORT], localResourceRoots: [] },
    );
    panel.onDidDispose(() => {
      if (this.#shown?.panel === panel) this.#shown = undefined;
    });
    return panel;
  }

  #draw({ panel, answer, measured, compared }: Shown, hasChanged: boolean): void {
    const { engine, imported } = answer;
    const beside = measured && { compared, remarks: measured.remarks };
    panel.webview.html = previewPage({ engine, imported, hasChanged, measured: beside });
  }

  async accept(): Promise<void> {
    const shown = this.#shown;
    if (!shown || shown.answer.edits.length === 0) return;
    const { document, texts, measured, answer, panel, version } = shown;
    if (document.isClosed) {
      void showError(t`The plan was closed. Open it and import again.`);
      return;
    }
    // the preview is of an earlier text: show what would be written now
    if (document.version !== version) {
      return this.#show(document, { texts, measured }, answer.engine, panel);
    }
    const isReadOnly = await whyReadOnly(document);
    if (isReadOnly !== undefined) {
      void showError(t`Not imported: ${isReadOnly}`);
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    for (const { text, ...range } of answer.edits) {
      edit.replace(document.uri, toRange(document, range), text);
    }
    const isDone = await vscode.workspace.applyEdit(edit);
    if (!isDone || document.getText() !== answer.text) {
      void showError(t`Not imported: VS Code did not let the plan be edited.`);
      return;
    }
    panel.dispose();
    await this.#reveal(document, answer, measured !== undefined);
  }

  async #reveal(
    document: vscode.TextDocument,
    { edits, imported, engine }: Shown['answer'],
    isMeasured: boolean,
  ): Promise<void> {
    const [first] = edits;
    const { viewColumn } = editorOf(document) ?? {};
    const editor = await vscode.window.showTextDocument(document, viewColumn);
    if (first) {
      const end = document.positionAt(first.start + first.text.length);
      editor.selection = new vscode.Selection(end, end);
      editor.revealRange(new vscode.Range(document.positionAt(first.start), end));
    }
    const count = imported.added.length;
    showInformation(isMeasured ? addedWords(count, engine) : importedWords(count, engine));
  }

  cancel(): Promise<void> {
    this.#shown?.panel.dispose();
    return Promise.resolve();
  }

  dispose(): void {
    this.#shown?.panel.dispose();
  }
}

function addedWords(count: number, engine: string): string {
  return count === 1
    ? t`1 observation added to ${engine}. Undo takes it back.`
    : t`${count} observations added to ${engine}. Undo takes them back.`;
}

function importedWords(count: number, engine: string): string {
  return count === 1
    ? t`1 observation imported into ${engine}. Undo takes it back.`
    : t`${count} observations imported into ${engine}. Undo takes them back.`;
}

/** Returns the answer, or undefined if there is none, and says why. */
function answerOf<A>(asked: Asked<A> | undefined): A | undefined {
  if (asked?.kind === 'refused') void showError(refusalWords(asked.refusal));
  return asked?.kind === 'answered' ? asked.answer : undefined;
}

/** Shows what was measured where the plan does not take it, so that it is not lost. */
async function showAlone({ runs }: MeasuredHere): Promise<void> {
  const content = observationsYaml(
    readFiles([{ file: undefined, text: { measured: runs } }]).added,
  );
  const document = await vscode.workspace.openTextDocument({ language: 'yaml', content });
  await vscode.window.showTextDocument(document, { preview: false });
}

function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}
