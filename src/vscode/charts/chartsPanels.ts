/** Keeps all charts panels: one a plan, found again after the window is reloaded. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { CHARTS_VIEW } from '../columns';
import type { ChartsPanel } from './chartsPanel';
import type { Plans } from '../plans';
import type { PanelServices } from './panelServices';

/** What panels need, of which the plans may not be loaded yet. */
interface Services extends Omit<PanelServices, 'plans'> {
  readonly plans: Promise<Plans>;
}

export class ChartsPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #panels = new Set<ChartsPanel>();
  readonly #services: Services;
  readonly #registration: vscode.Disposable;

  constructor(services: Services) {
    this.#services = services;
    this.#registration = vscode.window.registerWebviewPanelSerializer(CHARTS_VIEW, this);
  }

  of(plan: vscode.Uri): ChartsPanel | undefined {
    return [...this.#panels].find((panel) => panel.isOf(plan));
  }

  /** Shows the existing panel, or a new one beside the editor. The focus stays. */
  async open(plan: vscode.Uri, scenario?: string): Promise<void> {
    const { ChartsPanel } = await import('./chartsPanel');
    const services = await this.#loaded();
    const known = this.of(plan);
    if (known) {
      known.show(scenario);
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const page = vscode.window.createWebviewPanel(CHARTS_VIEW, t`Charts`, column);
    const state = { uri: plan.toString(), ...(scenario !== undefined && { scenario }) };
    this.#keep(page, new ChartsPanel(page, state, services));
  }

  /** Takes back a panel after a reload, with the state that its page kept. */
  async deserializeWebviewPanel(page: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const { log } = this.#services;
    const isBack = await log.guardAsync('restore charts', () => this.#restore(page, kept), false);
    // A panel without its plan's address, or a second one of the same plan, is useless.
    if (!isBack) page.dispose();
  }

  async #restore(page: vscode.WebviewPanel, kept: unknown): Promise<boolean> {
    const { ChartsPanel, readPanelState } = await import('./chartsPanel');
    const services = await this.#loaded();
    const state = readPanelState(kept);
    // Strict parsing throws for an address without a scheme, which belongs to no file.
    if (!state || this.of(vscode.Uri.parse(state.uri, true))) return false;
    this.#keep(page, new ChartsPanel(page, state, services));
    return true;
  }

  async #loaded(): Promise<PanelServices> {
    return { ...this.#services, plans: await this.#services.plans };
  }

  dispose(): void {
    this.#registration.dispose();
    for (const panel of this.#panels) panel.dispose();
  }

  #keep(page: vscode.WebviewPanel, panel: ChartsPanel): void {
    this.#panels.add(panel);
    page.onDidDispose(() => {
      this.#panels.delete(panel);
      panel.dispose();
    });
  }
}
