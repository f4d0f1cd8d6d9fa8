/** The view "Capacity Plans": each plan of the workspace with its worst scenario, and in it each scenario. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ScenarioSummary } from '../../language/summary';
import type { Standing } from '../../language/status';
import { treeItem } from '../showText';
import type { ListedPlan } from './listedPlan';
import type { WorkspacePlans } from './workspacePlans';

/** Milliseconds in which changes are collected: while hundreds of plans are checked, each is one. */
const BATCH_MS = 250;

export type PlanElement = ListedPlan | ScenarioElement;

interface ScenarioElement {
  readonly uri: vscode.Uri;
  readonly scenario: ScenarioSummary;
}

export class PlanTree implements vscode.TreeDataProvider<PlanElement>, vscode.Disposable {
  readonly #plans: Promise<WorkspacePlans | undefined>;
  readonly #changed = new vscode.EventEmitter<PlanElement[] | undefined>();
  readonly #changes = new Set<ListedPlan>();
  #isListChanged = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #subscription: vscode.Disposable | undefined;

  constructor(plans: Promise<WorkspacePlans | undefined>) {
    this.#plans = plans;
    void plans.then((loaded) => {
      this.#subscription = loaded?.onDidChange((changed) => this.#onChange(changed));
    });
  }

  readonly onDidChangeTreeData: vscode.Event<PlanElement[] | undefined> = (...args) =>
    this.#changed.event(...args);

  async getChildren(element?: PlanElement): Promise<PlanElement[]> {
    const plans = await this.#plans;
    if (!element) return [...((await plans?.listed()) ?? [])];
    if ('scenario' in element) return [];
    if (element.state.kind !== 'checked') {
      // It comes as a change when it is there.
      plans?.checkFirst(element.uri);
      return [];
    }
    const { uri } = element;
    return element.state.summary.scenarios.map((scenario) => ({ uri, scenario }));
  }

  getTreeItem(element: PlanElement): vscode.TreeItem {
    return 'scenario' in element ? scenarioItem(element) : planItem(element);
  }

  getParent(): undefined {
    return undefined;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription?.dispose();
    this.#changed.dispose();
  }

  #onChange(changed: readonly ListedPlan[] | undefined): void {
    if (changed) for (const each of changed) this.#changes.add(each);
    else this.#isListChanged = true;
    this.#timer ??= setTimeout(() => this.#tell(), BATCH_MS);
  }

  #tell(): void {
    this.#timer = undefined;
    this.#changed.fire(this.#isListChanged ? undefined : [...this.#changes]);
    this.#isListChanged = false;
    this.#changes.clear();
  }
}

/** Icon and colour of a verdict, which is in the words beside it too. */
const LOOKS: Readonly<Record<Standing, readonly [icon: string, colour: string | undefined]>> = {
  misses: ['error', 'list.errorForeground'],
  'likely-misses': ['warning', 'list.warningForeground'],
  unknown: ['question', undefined],
  unverified: ['pass', undefined],
  meets: ['pass-filled', 'testing.iconPassed'],
};

function lookOf(standing: Standing): vscode.ThemeIcon {
  const [icon, colour] = LOOKS[standing];
  return new vscode.ThemeIcon(
    icon,
    colour === undefined ? undefined : new vscode.ThemeColor(colour),
  );
}

function planItem({ uri, label, state }: ListedPlan): vscode.TreeItem {
  const [description, detail, iconPath] = wordsOf(state);
  return Object.assign(treeItem({ label, description, tooltip: `${uri.path}\n${detail}` }), {
    id: uri.toString(),
    iconPath,
    contextValue: 'capacityPlan.plan',
    collapsibleState: vscode.TreeItemCollapsibleState.Collapsed,
    command: { command: 'vscode.open', title: t`Open`, arguments: [uri] },
  });
}

/** Returns what is shown beside the name and when pointed at, and the icon. */
function wordsOf(
  state: ListedPlan['state'],
): readonly [description: string, detail: string, icon: vscode.ThemeIcon] {
  switch (state.kind) {
    case 'waiting':
      return ['…', t`Not checked yet`, new vscode.ThemeIcon('loading~spin')];
    case 'unchecked':
      return [state.words, state.words, new vscode.ThemeIcon('circle-slash')];
    case 'checked': {
      const { status, standing } = state.summary;
      const broken = status.severity === 'error' ? 'error' : 'dash';
      const icon = standing ? lookOf(standing) : new vscode.ThemeIcon(broken);
      return [status.text, `${status.text}\n${status.detail}`, icon];
    }
  }
}

function scenarioItem({ uri, scenario }: ScenarioElement): vscode.TreeItem {
  const { name, title, text, standing, line, column } = scenario;
  const at = new vscode.Position(line, column);
  const tooltip = [title, `${name} ${text}`].filter((each) => each !== undefined).join('\n');
  return Object.assign(treeItem({ label: name, description: text, tooltip }), {
    id: `${uri.toString()}#${name}`,
    iconPath: lookOf(standing),
    contextValue: 'capacityPlan.scenario',
    command: {
      command: 'vscode.open',
      title: t`Open`,
      arguments: [uri, { selection: new vscode.Range(at, at) }],
    },
  });
}
