/** Compares two benchmarks in a panel: asks for the files, and for the engine of a plan. Loaded on demand. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ComparedFile, ComparisonView } from '../../compare/comparisonView';
import { refusalWords } from '../../worker/asked';
import { readTexts } from '../import/readTexts';
import { urisOf } from '../menuArguments';
import type { Plans } from '../plans';
import { choose, showError, showInformation } from '../showText';
import { withProgress } from '../withProgress';
import { comparisonPage } from './comparisonPage';

export class Compares implements vscode.Disposable {
  readonly #plans: Plans;
  #panel: vscode.WebviewPanel | undefined;

  constructor(plans: Plans) {
    this.#plans = plans;
  }

  get page(): string | undefined {
    return this.#panel?.webview.html;
  }

  /** @param file File that a menu passes; `files` are all that are selected. */
  async start(file: unknown, files: unknown): Promise<void> {
    const uris = await this.#pair(urisOf(file, files));
    if (!uris) return;
    const texts = await readTexts(uris);
    const [a, b] = texts.map(({ file: name, text }) => ({ name: name ?? '', text }));
    const view = a && b && (await this.#compare([a, b]));
    if (view) this.#show(view);
  }

  /** Asks for what is missing of two files: A first. */
  async #pair(
    given: readonly vscode.Uri[],
  ): Promise<readonly [vscode.Uri, vscode.Uri] | undefined> {
    const [a, b, ...others] = given;
    if (a && b && others.length === 0) return [a, b];
    if (others.length > 0) {
      showInformation(t`Select two benchmarks to compare.`);
      return undefined;
    }
    const chosen = await chooseFiles(
      a ? t`Benchmark B, to compare with` : t`Benchmark A, the earlier`,
      !a,
    );
    return chosen.length === 0 ? undefined : this.#pair([...given, ...chosen]);
  }

  async #compare(
    files: readonly [ComparedFile, ComparedFile],
  ): Promise<ComparisonView | undefined> {
    const { asked, cancel } = this.#plans.askAlone(this.#plans.noPlan(), {
      type: 'compared',
      files,
    });
    const answered = await withProgress(t`Comparing benchmarks`, asked, cancel);
    if (answered?.kind === 'refused') void showError(refusalWords(answered.refusal));
    if (answered?.kind !== 'answered') return undefined;
    const { answer } = answered;
    switch (answer.kind) {
      case 'compared':
        return answer.view;
      case 'failed':
        void showError(t`Not compared. ${answer.problem}`);
        return undefined;
      case 'choose': {
        const { at, engines } = answer;
        const engine = await choose(t`Engine of ${files[at].name}`, engines);
        if (engine === undefined) return undefined;
        const [a, b] = files;
        return this.#compare(at === 0 ? [{ ...a, engine }, b] : [a, { ...b, engine }]);
      }
    }
  }

  #show(view: ComparisonView): void {
    if (!this.#panel) {
      const panel = vscode.window.createWebviewPanel(
        'capacityPlan.compare',
        t`Compare Benchmarks`,
        vscode.ViewColumn.Active,
        { localResourceRoots: [] },
      );
      panel.onDidDispose(() => {
        this.#panel = undefined;
      });
      this.#panel = panel;
    }
    this.#panel.webview.html = comparisonPage(view);
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}

async function chooseFiles(title: string, canSelectMany: boolean): Promise<readonly vscode.Uri[]> {
  const files = await vscode.window.showOpenDialog({
    title,
    openLabel: t`Compare`,
    canSelectMany,
    filters: {
      [t`Benchmark results and plans`]: ['json', 'jsonl', 'csv', 'txt', 'log', 'md', 'yaml', 'yml'],
      [t`All files`]: ['*'],
    },
  });
  return files ?? [];
}
