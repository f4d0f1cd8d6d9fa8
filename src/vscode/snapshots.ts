/** Takes snapshots of documents: a text with all that its answers depend on, and an estimate of their work. */
import type * as vscode from 'vscode';
import type { PlanDocument } from '../plan/document';
import { mayNameFiles } from '../plan/filesNamed';
import type { NamedFile } from '../plan/planFiles';
import { readPlan } from '../plan/readPlan';
import { estimateWork, QUICK_LENGTH, type Work } from '../query/estimateWork';
import type { PlanText } from '../query/planText';
import type { Asked } from '../worker/asked';
import type { Subject } from '../worker/job';
import type { Config } from './config';
import { Effort, type Clock } from './effort';
import type { Log } from './log';
import { PlanFileReader } from './planFiles';

/** A document as it was at one moment, with the settings that findings depend on. */
export interface Snapshot extends Subject {
  readonly work: Work;
  readonly effort: Effort;
  /** The text as it was read. Undefined if only the worker reads it. */
  readonly document: PlanDocument | undefined;
}

interface Entry {
  readonly version: number;
  /** Number of changes of the settings. */
  readonly settings: number;
  readonly snapshot: Snapshot;
  readonly lastGood: Known | undefined;
}

interface Known {
  readonly text: string;
  readonly work: Work;
}

const ENDLESS: Work = { assess: Infinity, search: Infinity };

export interface SnapshotServices {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  /** Asks the worker which files a plan names. */
  readonly askFiles: (snapshot: Snapshot) => Promise<Asked<readonly NamedFile[]>>;
}

export class Snapshots implements vscode.Disposable {
  // Keys are documents, not addresses. A new untitled document may have the address and version of a closed one.
  readonly #entries = new WeakMap<vscode.TextDocument, Entry>();
  /** Moments of which it is known whether the text can be assessed. */
  readonly #assessable = new WeakMap<Subject, boolean>();
  /** Files that a document named when the worker last read it. */
  readonly #named = new WeakMap<vscode.TextDocument, readonly NamedFile[]>();
  readonly #services: SnapshotServices;
  readonly #files: PlanFileReader;
  readonly #latest = new Map<number, number>();
  #keys = 0;

  constructor(services: SnapshotServices) {
    this.#services = services;
    this.#files = new PlanFileReader(services.config);
  }

  /** Returns the document as it is now. The same text and settings give the same object. */
  of(document: vscode.TextDocument): Snapshot {
    const known = this.#entries.get(document);
    const { version } = document;
    const settings = this.#services.config.changes;
    if (known?.version === version && known.settings === settings) return known.snapshot;
    const entry = this.#read(document, known);
    this.#entries.set(document, entry);
    const { snapshot } = entry;
    this.#latest.set(snapshot.key, snapshot.serial);
    if (mayNameFiles(snapshot.plan.text)) void this.#learnFiles(document, snapshot);
    return snapshot;
  }

  /** Returns the document with all files that it names, once they are read and nothing changes any more. */
  async complete(document: vscode.TextDocument): Promise<Snapshot> {
    for (;;) {
      const snapshot = this.of(document);
      if (!mayNameFiles(snapshot.plan.text)) return snapshot;
      await this.#learnFiles(document, snapshot);
      await this.#files.untilRead(document.uri, this.#named.get(document) ?? []);
      if (this.of(document) === snapshot) return snapshot;
    }
  }

  /** Returns the last change of a plan that was seen. */
  latest({ key }: Snapshot): number | undefined {
    return this.#latest.get(key);
  }

  /** Returns a key that no other text has. */
  newKey(): number {
    return ++this.#keys;
  }

  /** Keeps what an answer tells about the text. */
  learn(snapshot: Snapshot, isAssessed: boolean): void {
    this.#assessable.set(snapshot, isAssessed);
  }

  /** Returns the key of a document that was closed, if it has one. */
  forget(document: vscode.TextDocument): number | undefined {
    const key = this.#entries.get(document)?.snapshot.key;
    if (key !== undefined) this.#latest.delete(key);
    return key;
  }

  /** Returns the settings of a plan, and today. */
  settingsFor(uri: vscode.Uri): Pick<PlanText, 'levels' | 'asOf'> {
    const asOf = new Date().toISOString().slice(0, 10);
    return { levels: this.#services.config.ruleLevels(uri), asOf };
  }

  dispose(): void {
    this.#files.dispose();
  }

  #read(document: vscode.TextDocument, before: Entry | undefined): Entry {
    const { config, clock } = this.#services;
    const text = document.getText();
    const read = isReadHere(text) ? readPlan(text) : undefined;
    const own = read ? estimateWork(text.length, read.plan) : ENDLESS;
    const lastGood = before && this.#lastGoodOf(before);
    const snapshot: Snapshot = {
      key: before?.snapshot.key ?? this.newKey(),
      serial: (before?.snapshot.serial ?? 0) + 1,
      plan: { text, lastGood: lastGood?.text, ...this.#optionsFor(document) },
      // What is shown of a broken text is the last good one.
      work: read?.assessable === false && lastGood ? lastGood.work : own,
      effort: before?.snapshot.effort ?? new Effort(clock),
      document: read,
    };
    if (read) this.#assessable.set(snapshot, read.assessable);
    return { version: document.version, settings: config.changes, snapshot, lastGood };
  }

  /** Returns what would be shown if the next text were broken. */
  #lastGoodOf({ snapshot, lastGood }: Entry): Known | undefined {
    const { plan, work } = snapshot;
    return this.#assessable.get(snapshot) ? { text: plan.text, work } : lastGood;
  }

  /** Returns everything besides its text that a plan's reading depends on: settings, today, and files that it names. */
  #optionsFor(document: vscode.TextDocument): Pick<PlanText, 'levels' | 'asOf' | 'files'> {
    const files = this.#files.filesOf(document.uri, this.#named.get(document) ?? []);
    return { ...this.settingsFor(document.uri), files };
  }

  /** Reads the files that a text names, once the worker has found them. */
  async #learnFiles(document: vscode.TextDocument, snapshot: Snapshot): Promise<void> {
    const { log, config, askFiles } = this.#services;
    const asked = await log.guardAsync('files', () => askFiles(snapshot), undefined);
    if (asked?.kind !== 'answered') return;
    const before = this.#named.get(document) ?? [];
    this.#named.set(document, asked.answer);
    const files = this.#files.filesOf(document.uri, asked.answer);
    const known = new Set(before.map(({ path }) => path));
    // Those that have to be read first tell when they are.
    if (asked.answer.some(({ path }) => !known.has(path) && files.has(path))) config.touch();
  }
}

/** Returns false for a text that takes long to read, or that has to be read with files. Only the worker reads those. */
function isReadHere(text: string): boolean {
  return text.length <= QUICK_LENGTH && !mayNameFiles(text);
}
