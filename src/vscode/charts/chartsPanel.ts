/**
 * Runs one charts panel: follows its plan at every keystroke while in view, and handles its messages. It is a bundle
 * of its own (esbuild.mjs), loaded with the first panel. People who only type do not wait for it.
 */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Picture } from '../../panel/picture';
import { readFromPanel } from '../../panel/readMessage';
import type { WhatIfChange } from '../../panel/whatIf/field';
import { failedOutcome } from '../../panel/whatIf/failedOutcome';
import type { WhatIfOutcome } from '../../panel/whatIf/outcome';
import type { FromPanel, PanelState, ToPanel } from '../../protocol';
import { AtNextTick } from '../atNextTick';
import { titlePanel } from '../showText';
import { cursorIn, moveCursor, reveal } from './editorPlace';
import { FollowedPlan } from './followedPlan';
import { panelHtml, resourceRoots } from './panelHtml';
import type { PanelServices } from './panelServices';
import { exportFromPanel } from './exportFromPanel';
import { ShownPicture } from './shownPicture';
import { tryInPlan, writeIntoPlan, type WriteEnd } from './whatIf';

export { readPanelState } from '../../panel/readMessage';

type Asked<T extends FromPanel['type']> = Extract<FromPanel, { type: T }>;
type Posted = { readonly [T in ToPanel['type']]?: Extract<ToPanel, { type: T }> };

export class ChartsPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #services: PanelServices;
  readonly #plan: FollowedPlan;
  readonly #picture: ShownPicture;
  readonly #subscriptions: vscode.Disposable[];
  readonly #update = new AtNextTick<void>(() => this.#guard(this.#follow()));
  readonly #try = new AtNextTick<Asked<'tryChanges'>>((asked) =>
    this.#guard(this.#tryChanges(asked)),
  );
  #selected: string | undefined;
  #posted: Posted = {};
  /** True while the page listens. A hidden page is gone, and says `ready` when it is back. */
  #ready = false;
  #stale = true;
  #cursorMoved = false;

  constructor(panel: vscode.WebviewPanel, state: PanelState, services: PanelServices) {
    this.#panel = panel;
    this.#services = services;
    this.#picture = new ShownPicture(services.plans, {
      post: (message) => this.#post(message),
      postPicture: (version, picture) => this.#postPicture(version, picture),
    });
    this.#plan = new FollowedPlan(vscode.Uri.parse(state.uri, true));
    this.#selected = state.scenario;
    this.#subscriptions = [
      this.#plan,
      this.#update,
      this.#try,
      this.#plan.onDidChange(() => this.#updateAll()),
      services.config.onDidChange(() => this.#updateAll()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        // `kind` is undefined if nobody moved the cursor: an editor that opens finds its old place again.
        if (kind === undefined || !this.#plan.is(textEditor.document.uri)) return;
        this.#cursorMoved = true;
        this.#update.ask();
      }),
      panel.onDidChangeViewState(() => {
        this.#ready &&= panel.visible;
      }),
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
    ];
    dress(panel, this.#plan, services.extensionUri);
  }

  /** Returns the last message of each type. */
  get posted(): Posted {
    return this.#posted;
  }

  isOf(plan: vscode.Uri): boolean {
    return this.#plan.is(plan);
  }

  show(scenario: string | undefined): void {
    this.#panel.reveal(undefined, true);
    if (scenario === undefined) return;
    this.#selected = scenario;
    this.#post({ type: 'selected', scenario });
  }

  /** Handles a message of the page, which may be anything. */
  receive(message: unknown): void {
    const asked = readFromPanel(message);
    if (asked) this.#guard(this.#answer(asked));
    else this.#services.log.warn('charts panel: a message that is none was dropped');
  }

  /** Leaves the page open: VS Code closes it, and over a reload of the window it stays. */
  dispose(): void {
    this.#ready = false;
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  async #answer(asked: FromPanel): Promise<void> {
    switch (asked.type) {
      case 'ready':
        this.#ready = true;
        this.#picture.beginPage();
        return this.#updateAll();
      case 'painted':
        return this.#picture.drawRest(asked.version, this.#plan.fileName);
      case 'cancel':
        return this.#picture.cancel();
      case 'update':
        return this.#updateAll();
      case 'select':
        return this.#select(asked.scenario);
      case 'reveal':
        return reveal(await this.#document(), asked.range, this.#panel.viewColumn);
      case 'explain':
        return this.#explain(asked);
      case 'tryChanges':
        return this.#try.ask(asked);
      case 'applyChanges':
        return this.#applyChanges(asked);
      case 'generateReport':
        await vscode.commands.executeCommand('capacityPlan.generateReport', this.#plan.uri);
        return;
      case 'saveHtml':
        await vscode.commands.executeCommand('capacityPlan.saveHtml', this.#plan.uri);
        return;
      case 'addScenario':
        return this.#addScenario(asked.target);
      case 'savePng':
      case 'saveSvg':
      case 'copyTable':
      case 'saveTable':
        return this.#export(asked);
    }
  }

  #updateAll(): void {
    // The tab also shows its title behind another tab.
    titlePanel(this.#panel, titleOf(this.#plan));
    this.#stale = true;
    this.#update.ask();
  }

  async #follow(): Promise<void> {
    if (!this.#ready) return;
    const document = await this.#plan.document();
    if (!this.#ready) return;
    if (this.#stale) {
      this.#stale = false;
      await this.#picture.draw(document, this.#plan.fileName);
    }
    if (this.#cursorMoved && document) this.#followCursor(document);
    this.#cursorMoved = false;
  }

  #postPicture(version: number, picture: Picture): void {
    const selected = picture.scenarios.find(({ name }) => name === this.#selected)?.name;
    const state = {
      uri: this.#plan.uri.toString(),
      ...(selected !== undefined && { scenario: selected }),
    };
    this.#post({ type: 'picture', version, state, picture });
  }

  async #export(asked: Parameters<typeof exportFromPanel>[0]): Promise<void> {
    const { shown } = this.#picture;
    const { plans } = this.#services;
    if (shown) this.#say(await exportFromPanel(asked, { shown, plan: this.#plan.uri, plans }));
  }

  #followCursor(document: vscode.TextDocument): void {
    const offset = cursorIn(document);
    if (offset === undefined) return;
    const scenario = this.#picture.shown?.picture.scenarios.find(
      ({ range }) => range && range.start <= offset && offset <= range.end,
    )?.name;
    // A selection in the panel moved the cursor there, so the panel already knows.
    if (scenario === this.#selected) return;
    this.#selected = scenario;
    this.#post({ type: 'selected', scenario });
  }

  async #select(scenario: string): Promise<void> {
    this.#selected = scenario;
    const range = this.#picture.shown?.picture.scenarios.find(
      ({ name }) => name === scenario,
    )?.range;
    if (range) moveCursor(await this.#document(), range);
  }

  async #explain({ request, scenario, column }: Asked<'explain'>): Promise<void> {
    const { snapshot } = this.#picture.shown ?? {};
    const question = { type: 'explanation', scenario, column } as const;
    const asked = snapshot && (await this.#services.plans.askAbout(snapshot, question));
    if (asked?.kind === 'dropped') return;
    const explanation = asked?.kind === 'answered' ? asked.answer : undefined;
    if (explanation) this.#post({ type: 'explanation', request, explanation });
    else this.#say(t`There is no formula for this figure.`);
  }

  async #tryChanges({ request, changes }: Asked<'tryChanges'>): Promise<void> {
    this.#post({ type: 'whatIf', request, outcome: await this.#outcomeOf(changes) });
  }

  async #outcomeOf(changes: readonly WhatIfChange[]): Promise<WhatIfOutcome> {
    try {
      return await tryInPlan(await this.#document(), changes, this.#services.plans);
    } catch (error) {
      return failedOutcome(this.#problemOf('try changes', error));
    }
  }

  /** Answers in every case. The page allows no other "Apply" until it has heard. */
  async #applyChanges({ request, changes }: Asked<'applyChanges'>): Promise<void> {
    const { problem } = await this.#write({ type: 'written', changes });
    // Draw the changed plan first: the controls start again from it.
    await this.#follow().catch((error: unknown) => this.#services.log.bug('charts panel', error));
    this.#post({ type: 'applied', request, problem });
  }

  /** Adds the answer for a target as a scenario, and selects it. */
  async #addScenario(target: string): Promise<void> {
    const end = await this.#write({ type: 'writtenScenario', target });
    if (end.problem !== undefined || end.scenario === undefined) return this.#say(end.problem);
    this.#selected = end.scenario;
    await this.#follow();
    this.#post({ type: 'selected', scenario: end.scenario });
    this.#say(t`Added ${end.scenario} to the plan; undo takes it back.`);
  }

  async #write(question: Parameters<typeof writeIntoPlan>[1]): Promise<WriteEnd> {
    try {
      return await writeIntoPlan(await this.#document(), question, this.#services.plans);
    } catch (error) {
      return { problem: this.#problemOf('write into the plan', error) };
    }
  }

  #problemOf(what: string, error: unknown): string {
    if (error instanceof PlanIsGone) return error.message;
    this.#services.log.bug(what, error);
    return t`That did not work: see the log.`;
  }

  async #document(): Promise<vscode.TextDocument> {
    const document = await this.#plan.document();
    if (document) return document;
    throw new PlanIsGone(t`${this.#plan.fileName} is not there any more.`);
  }

  #say(text: string | undefined): void {
    if (text !== undefined) this.#post({ type: 'notice', text });
  }

  #post(message: ToPanel): void {
    if (!this.#ready) return;
    this.#posted = { ...this.#posted, [message.type]: message };
    void this.#panel.webview.postMessage(message);
  }

  #guard(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.#say(this.#problemOf('charts panel', error));
    });
  }
}

/** Signals that the file is gone, which is no bug. */
class PlanIsGone extends Error {}

function titleOf({ fileName }: FollowedPlan): string {
  return t`Charts: ${fileName}`;
}

function dress(panel: vscode.WebviewPanel, plan: FollowedPlan, extension: vscode.Uri): void {
  titlePanel(panel, titleOf(plan));
  panel.iconPath = {
    light: vscode.Uri.joinPath(extension, 'media', 'plan-light.svg'),
    dark: vscode.Uri.joinPath(extension, 'media', 'plan-dark.svg'),
  };
  panel.webview.options = {
    enableScripts: true,
    localResourceRoots: resourceRoots(extension),
  };
  panel.webview.html = panelHtml(panel.webview, extension, vscode.l10n.bundle);
}
