/**
 * Keeps the plans of the workspace checked. Those that are open follow the text, as everywhere. All others are read and
 * checked one at a time, in a worker of their own, and anew when they, or a file that they name, change.
 */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Summary } from '../../language/summary';
import type { PlanText } from '../../query/planText';
import type { AnswerTo, Question } from '../../query/questions';
import { refusalWords, type Asked } from '../../worker/asked';
import type { WorkerClient } from '../../worker/client';
import type { Config } from '../config';
import { isOwnPlan, PLAN_FILE } from '../documentSelector';
import type { Log } from '../log';
import type { Plans } from '../plans';
import { placesIn } from '../ranges';
import { PROBLEM_MATCHER } from '../tasks';
import { toDiagnostic, uncheckedDiagnostic } from '../toDiagnostic';
import { Turns } from '../turns';
import { FileChanges } from './fileChanges';
import { MOST_PLANS, PlanFinder, planMatcher } from './findPlans';
import { LeftOvers } from './leftOvers';
import type { ListedPlan, PlanState } from './listedPlan';
import { documentOf, hasTab, openPlans } from './openPlans';
import { readClosedPlan } from './readClosedPlan';
import { foldersOf, isFolderName, isTouched, type Changes } from './touched';

/** Milliseconds that the check of one closed plan may take. */
const MOST_MS = 20_000;
/** Milliseconds after the last keystroke in which an open plan is summed up. */
const DEBOUNCE_MS = 400;
/** Plans that are listed in one turn. */
const AT_ONCE = 50;
/** Milliseconds after the end of a task in which VS Code still reads what it printed. */
const AFTER_TASK_MS = 1000;

const unreadable = (): string => t`Not checked: the file cannot be read.`;
const tooLong = (): string =>
  t`Not checked: this takes longer than ${MOST_MS / 1000} s. Open the plan to check it.`;
const WAITING: PlanState = { kind: 'waiting' };
const off = (): PlanState => ({
  kind: 'unchecked',
  words: t`Not checked: open it to check it`,
});

export interface WorkspaceServices {
  readonly plans: Plans;
  readonly config: Config;
  readonly log: Log;
  /** Findings of all plans, open or not. */
  readonly findings: vscode.DiagnosticCollection;
  readonly rulesPage: vscode.Uri;
}

interface Entry extends ListedPlan {
  state: PlanState;
  readonly key: number;
  /** Grows with each check that is asked for. */
  serial: number;
  /** True if a person asked for it, whatever the settings say. */
  isWanted: boolean;
  /** Files that it is read with. */
  uses: readonly vscode.Uri[];
  /** False for one that is only open, outside of the workspace. */
  isFile: boolean;
}

export class WorkspacePlans implements vscode.Disposable {
  readonly #services: WorkspaceServices;
  readonly #changed = new vscode.EventEmitter<readonly ListedPlan[] | undefined>();
  readonly #files = new FileChanges();
  readonly #subscriptions: vscode.Disposable[];
  #entries = new Map<string, Entry>();
  readonly #turns = new Turns();
  readonly #finder = new PlanFinder();
  /** Addresses of the plans that wait for their check, the next one first. */
  readonly #queue = new Set<string>();
  #worker: WorkerClient | undefined;
  readonly #typed = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #leftOvers = new LeftOvers();
  #listing: Promise<void> | undefined;
  #isListStale = false;
  #isDisposed = false;

  constructor(services: WorkspaceServices) {
    this.#services = services;
    const { workspace } = vscode;
    this.#subscriptions = [
      this.#changed,
      this.#files,
      this.#files.onDidChange((changes) => this.#onFiles(changes)),
      services.config.onDidChange(() => this.#checkOpen()),
      workspace.onDidChangeWorkspaceFolders(() => void this.#list()),
      workspace.onDidChangeConfiguration((event) => this.#onSettings(event)),
      workspace.onDidOpenTextDocument((document) => this.#onOpen(document)),
      workspace.onDidCloseTextDocument((document) => this.#onClose(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#onType(document)),
      vscode.tasks.onDidEndTask(({ execution: { task } }) => this.#onTask(task)),
    ];
    void this.#list();
  }

  /** Tells which plans changed. Undefined if the list did. */
  readonly onDidChange: vscode.Event<readonly ListedPlan[] | undefined> = (...args) =>
    this.#changed.event(...args);

  /** Returns all plans, in the order of their paths, once they are found. */
  async listed(): Promise<readonly ListedPlan[]> {
    await this.#listing;
    return [...this.#entries.values()];
  }

  /** True while plans wait for their check. */
  get isBusy(): boolean {
    return this.#listing !== undefined || this.#worker !== undefined || this.#queue.size > 0;
  }

  /** Tells if the findings of a file stay when its editor closes. */
  covers(uri: vscode.Uri): boolean {
    const entry = this.#entries.get(uri.toString());
    return entry?.isFile === true && this.#services.config.checksWorkspace(uri);
  }

  /** Tells if a document is only left over: its file is deleted, and no tab shows it. */
  isLeftOver(uri: vscode.Uri): boolean {
    return this.#leftOvers.has(uri);
  }

  /** Checks a plan before all others, because a person looks at it. */
  checkFirst(uri: vscode.Uri): void {
    const entry = this.#entries.get(uri.toString());
    if (!entry || entry.state.kind === 'checked') return;
    if (documentOf(uri)) return;
    const others = [...this.#queue];
    this.#queue.clear();
    for (const each of [uri.toString(), ...others]) this.#queue.add(each);
    entry.isWanted = true;
    this.#set(entry, WAITING);
    void this.#work();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#queue.clear();
    this.#worker?.dispose();
    for (const timer of this.#typed.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  /** Lists the files anew. A change in the meantime lists them once more. */
  #list(): Promise<void> {
    this.#isListStale = true;
    const { log } = this.#services;
    this.#listing ??= log.guardAsync('plans', () => this.#listUntilFresh(), undefined);
    return this.#listing;
  }

  async #listUntilFresh(): Promise<void> {
    try {
      while (this.#isListStale && !this.#isDisposed) {
        this.#isListStale = false;
        const found = await this.#finder.find();
        if (found.length > MOST_PLANS) {
          this.#services.log.warn(`only ${MOST_PLANS} plans of the workspace are checked`);
        }
        await this.#takeList(found.slice(0, MOST_PLANS));
      }
    } finally {
      this.#listing = undefined;
    }
  }

  /** Takes a new list, in turns: with hundreds of plans each step takes its time. */
  async #takeList(files: readonly vscode.Uri[]): Promise<void> {
    const before = new Map(this.#entries);
    const listed = new Map<string, Entry>();
    for (const [index, uri] of files.entries()) {
      if (index % AT_ONCE === 0) await this.#turns.next();
      listed.set(uri.toString(), this.#entryOf(uri, before, true));
    }
    this.#leftOvers.takeList(before, listed);
    for (const { uri } of openPlans()) {
      const key = uri.toString();
      if (listed.has(key) || this.isLeftOver(uri)) continue;
      listed.set(key, this.#entryOf(uri, before, false));
    }
    this.#entries = listed;
    for (const [key, entry] of before) if (!listed.has(key)) this.#forget(entry);
    const added = [...listed].flatMap(([key, entry]) => (before.has(key) ? [] : [entry]));
    if (before.size !== listed.size || added.length > 0) this.#changed.fire(undefined);
    for (const [index, entry] of added.entries()) {
      if (index % AT_ONCE === 0) await this.#turns.next();
      this.#ask(entry);
    }
  }

  #entryOf(uri: vscode.Uri, before: ReadonlyMap<string, Entry>, isFile: boolean): Entry {
    const known = before.get(uri.toString());
    if (known) return Object.assign(known, { isFile });
    return {
      uri,
      label: vscode.workspace.asRelativePath(uri).replace(PLAN_FILE, ''),
      state: WAITING,
      key: this.#services.plans.newKey(),
      serial: 0,
      isWanted: false,
      uses: [],
      isFile,
    };
  }

  /** Ends what is known of a plan. A check that is not over says nothing more. */
  #forget(entry: Entry): void {
    const { uri } = entry;
    entry.serial += 1;
    this.#worker?.forget(entry.key);
    this.#queue.delete(uri.toString());
    if (!documentOf(uri) || !hasTab(uri)) this.#services.findings.delete(uri);
  }

  /** Has a plan checked: at once if it is open, else in its turn. */
  #ask(entry: Entry): void {
    const { uri } = entry;
    const document = documentOf(uri);
    entry.serial += 1;
    this.#worker?.forget(entry.key);
    if (document) {
      void this.#services.log.guardAsync('summary', () => this.#sumUp(entry, document), undefined);
    } else {
      this.#queue.add(uri.toString());
      void this.#work();
    }
  }

  async #sumUp(entry: Entry, document: vscode.TextDocument): Promise<void> {
    const { serial } = entry;
    const asked = await this.#services.plans.ask(document, { type: 'summary' });
    if (entry.serial === serial && asked.kind !== 'dropped') this.#set(entry, stateOf(asked));
  }

  /** Checks what waits, one plan after the other, and ends the worker. */
  async #work(): Promise<void> {
    if (this.#worker) return;
    const worker = this.#services.plans.startBackground();
    this.#worker = worker;
    // The list grows while it is worked on.
    for (const key of this.#queue) {
      this.#queue.delete(key);
      const entry = this.#entries.get(key);
      if (!entry) continue;
      const check = (): Promise<void> => this.#checkInTurn(entry, worker);
      await this.#services.log.guardAsync('check', check, undefined);
    }
    worker.dispose();
    this.#worker = undefined;
  }

  async #checkInTurn(entry: Entry, worker: WorkerClient): Promise<void> {
    const { uri, key } = entry;
    if (documentOf(uri)) return;
    const isOn = this.#services.config.checksWorkspace(uri);
    if (!isOn) this.#services.findings.delete(uri);
    if (!isOn && !entry.isWanted) {
      this.#set(entry, off());
      return;
    }
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      worker.forget(key);
    }, MOST_MS);
    try {
      const { serial } = entry;
      const unchecked = await this.#check(entry, worker, isOn);
      const isStale = entry.serial !== serial || this.#isDisposed || documentOf(uri);
      if (unchecked !== undefined && !isStale) {
        const words = isLate ? tooLong() : unchecked;
        if (isOn) this.#services.findings.set(uri, [uncheckedDiagnostic(words)]);
        this.#set(entry, { kind: 'unchecked', words });
      }
    } finally {
      clearTimeout(timer);
      worker.forget(key);
    }
  }

  /** Returns why there is no answer, if there is none. */
  async #check(entry: Entry, worker: WorkerClient, isOn: boolean): Promise<string | undefined> {
    const { uri, key, serial } = entry;
    const { plans, findings, rulesPage } = this.#services;
    const ask = <Q extends Question>(plan: PlanText, question: Q): Promise<Asked<AnswerTo<Q>>> =>
      worker.ask({ key, serial, plan }, question);
    const isCurrent = (): boolean =>
      entry.serial === serial && !this.#isDisposed && !documentOf(uri);
    const closed = await readClosedPlan(uri, async (text) => {
      const asked = await ask(plans.planTextOf(uri, text, new Map()), { type: 'namedFiles' });
      return asked.kind === 'answered' ? asked.answer : undefined;
    });
    if (!closed) {
      // It is gone, as a rule.
      await this.#list();
      return this.#entries.has(uri.toString()) ? unreadable() : undefined;
    }
    if (!isCurrent()) return undefined;
    entry.uses = closed.uses;
    const plan = plans.planTextOf(uri, closed.text, closed.files);
    const found = await ask(plan, { type: 'findings' });
    if (found.kind !== 'answered') return wordsOf(found);
    if (!isCurrent()) return undefined;
    const places = placesIn(uri, closed.text);
    const diagnostics = found.answer.map((each) => toDiagnostic(places, each, rulesPage));
    if (isOn) findings.set(uri, diagnostics);
    const summary = await ask(plan, { type: 'summary' });
    if (summary.kind !== 'answered') return wordsOf(summary);
    if (isCurrent()) this.#set(entry, { kind: 'checked', summary: summary.answer });
    return undefined;
  }

  #set(entry: Entry, state: PlanState): void {
    entry.state = state;
    this.#changed.fire([entry]);
  }

  #onFiles(changes: Changes): void {
    this.#leftOvers.takeChanges(changes);
    const folders = foldersOf(changes);
    const isKnown = (uri: vscode.Uri): boolean => this.#entries.has(uri.toString());
    const moved = [...changes.moved.values()];
    const isPlanPath = planMatcher();
    const isPlan = (uri: vscode.Uri): boolean => isFolderName(uri) || isPlanPath(uri);
    for (const entry of this.#entries.values()) {
      if ([entry.uri, ...entry.uses].some((uri) => isTouched(uri, changes, folders))) {
        this.#ask(entry);
      }
    }
    if (moved.some((uri) => isKnown(uri) || isPlan(uri))) void this.#list();
  }

  #onSettings(event: vscode.ConfigurationChangeEvent): void {
    if (event.affectsConfiguration('files')) void this.#list();
    if (!event.affectsConfiguration('capacityPlan')) return;
    for (const entry of this.#entries.values()) this.#ask(entry);
  }

  #onOpen(document: vscode.TextDocument): void {
    if (!isOwnPlan(document)) return;
    const entry = this.#entries.get(document.uri.toString());
    if (entry) this.#ask(entry);
    else void this.#list();
  }

  #onClose(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    this.#leftOvers.forget(key);
    const entry = this.#entries.get(key);
    if (entry?.isFile) this.#ask(entry);
    else if (entry) void this.#list();
  }

  #onType({ uri }: vscode.TextDocument): void {
    const key = uri.toString();
    if (!this.#entries.has(key)) return;
    clearTimeout(this.#typed.get(key));
    const ask = (): void => {
      this.#typed.delete(key);
      const entry = this.#entries.get(key);
      if (entry) this.#ask(entry);
    };
    this.#typed.set(key, setTimeout(ask, DEBOUNCE_MS));
  }

  /** Publishes all findings anew: VS Code replaces them by what a task found. */
  #onTask({ problemMatchers }: vscode.Task): void {
    if (!problemMatchers.includes(PROBLEM_MATCHER)) return;
    const { findings, log } = this.#services;
    const publish = async (): Promise<void> => {
      for (const { uri } of [...this.#entries.values()]) {
        await this.#turns.next();
        if (!this.#isDisposed && findings.has(uri)) findings.set(uri, findings.get(uri));
      }
    };
    setTimeout(
      () => void log.guardAsync('findings after a task', publish, undefined),
      AFTER_TASK_MS,
    );
  }

  /** A file that open plans name was read, or settings changed. */
  #checkOpen(): void {
    for (const { uri } of openPlans()) {
      const entry = this.#entries.get(uri.toString());
      if (entry) this.#ask(entry);
    }
  }
}

function stateOf(asked: Asked<Summary>): PlanState {
  if (asked.kind === 'answered') return { kind: 'checked', summary: asked.answer };
  return { kind: 'unchecked', words: wordsOf(asked) };
}

function wordsOf(asked: Exclude<Asked<unknown>, { readonly kind: 'answered' }>): string {
  return asked.kind === 'refused' ? refusalWords(asked.refusal) : tooLong();
}
