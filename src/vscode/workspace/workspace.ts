/** Starts what knows all plans of the workspace, and its view. The rest is loaded after activation. */
import * as vscode from 'vscode';
import { showPlans } from '../showText';
import { PlanTree } from './planTree';
import type { WorkspacePlans, WorkspaceServices } from './workspacePlans';
import type { Plans } from '../plans';

interface Services extends Omit<WorkspaceServices, 'plans'> {
  readonly plans: Promise<Plans>;
}

export class Workspace implements vscode.Disposable {
  /** Undefined if loading failed, which is a bug. */
  readonly plans: Promise<WorkspacePlans | undefined>;
  #loaded: WorkspacePlans | undefined;
  #isDisposed = false;
  /** Rows of the view, for tests. */
  readonly tree: PlanTree;
  readonly #view: vscode.Disposable;

  constructor(services: Services) {
    this.plans = services.log.guardAsync('workspace', () => this.#load(services), undefined);
    this.tree = new PlanTree(this.plans);
    this.#view = vscode.Disposable.from(this.tree, showPlans(this.tree));
  }

  /** Tells if the findings of a file stay when its editor closes. */
  covers(uri: vscode.Uri): boolean {
    return this.#loaded?.covers(uri) ?? false;
  }

  /** Tells if a document is only left over: its file is deleted, and no tab shows it. */
  isLeftOver(uri: vscode.Uri): boolean {
    return this.#loaded?.isLeftOver(uri) ?? false;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#loaded?.dispose();
    this.#view.dispose();
  }

  async #load(services: Services): Promise<WorkspacePlans | undefined> {
    const plans = await services.plans;
    const { WorkspacePlans } = await import('./workspacePlans');
    if (this.#isDisposed) return undefined;
    this.#loaded = new WorkspacePlans({ ...services, plans });
    return this.#loaded;
  }
}
