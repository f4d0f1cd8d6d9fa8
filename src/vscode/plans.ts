/** Answers all questions about plans: cheap ones at once on this thread, all others in the worker. */
import type * as vscode from 'vscode';
import type { PlanDocument } from '../plan/document';
import { readPlan } from '../plan/readPlan';
import { estimateWork, QUICK_LENGTH, QUICK_MS, type Work } from '../query/estimateWork';
import type { PlanText } from '../query/planText';
import { answerWith, isQuickQuestion, QUICK_ANSWERS } from '../query/quickAnswers';
import type { AnswerTo, Question } from '../query/questions';
import { Readings } from '../query/readings';
import type { Asked } from '../worker/asked';
import { WorkerClient } from '../worker/client';
import type { Subject } from '../worker/job';
import type { StartWorker } from '../worker/port';
import type { Config } from './config';
import { Effort, type Clock } from './effort';
import type { Log } from './log';
import { PlanFileReader } from './planFiles';

/** A document as it was at one moment, with the settings that findings depend on. */
export interface Snapshot extends Subject {
  readonly work: Work;
  readonly effort: Effort;
  /** The text as it was read. Undefined if it is too long to be read on this thread. */
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

export interface PlanServices {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly startWorker: StartWorker;
}

export class Plans implements vscode.Disposable {
  // Keys are documents, not addresses. A new untitled document may have the address and version of a closed one.
  readonly #entries = new WeakMap<vscode.TextDocument, Entry>();
  /** Moments of which it is known whether the text can be assessed. */
  readonly #assessable = new WeakMap<Subject, boolean>();
  readonly #readings = new Readings();
  readonly #services: PlanServices;
  readonly #files: PlanFileReader;
  readonly #worker: WorkerClient;
  readonly #alone = new Set<WorkerClient>();
  #keys = 0;

  constructor(services: PlanServices) {
    this.#services = services;
    this.#files = new PlanFileReader(services.config);
    this.#worker = this.#newWorker();
  }

  /** Worker that all plans share. */
  get worker(): WorkerClient {
    return this.#worker;
  }

  /** Returns the document as it is now. The same text and settings give the same object. */
  snapshotOf(document: vscode.TextDocument): Snapshot {
    return this.#entryOf(document).snapshot;
  }

  /** Returns true if the answer takes so little time that it is given on this thread, at once. */
  isQuick({ work, effort }: Snapshot, question: Question): boolean {
    if (!isQuickQuestion(question)) return false;
    const estimate = estimateOf(work, question);
    return estimate <= QUICK_MS && effort.isQuick(estimate);
  }

  /** Returns true if answers that are searched for are quick, too. */
  isSearchQuick({ work, effort }: Snapshot): boolean {
    return work.search <= QUICK_MS && effort.isQuick(work.search);
  }

  ask<Q extends Question>(document: vscode.TextDocument, question: Q): Promise<Asked<AnswerTo<Q>>> {
    return this.askAbout(this.snapshotOf(document), question);
  }

  /** Asks about a document as it was. Rejects if answering throws, which is a bug. */
  async askAbout<Q extends Question>(snapshot: Snapshot, question: Q): Promise<Asked<AnswerTo<Q>>> {
    if (this.isQuick(snapshot, question)) return this.#answerHere(snapshot, question);
    const asked = await this.#worker.ask(snapshot, question);
    if (asked.kind === 'answered') this.#assessable.set(snapshot, asked.isAssessed);
    return asked;
  }

  /** Asks in a worker of its own, so that long work keeps no other question waiting. `cancel` ends it at once. */
  askAlone<Q extends Question>(
    snapshot: Snapshot,
    question: Q,
  ): { readonly asked: Promise<Asked<AnswerTo<Q>>>; readonly cancel: () => void } {
    const worker = this.#newWorker();
    this.#alone.add(worker);
    const cancel = (): void => {
      worker.dispose();
      this.#alone.delete(worker);
    };
    return { asked: worker.ask(snapshot, question).finally(cancel), cancel };
  }

  /** Drops what is asked about a document that was closed. */
  forget(document: vscode.TextDocument): void {
    const entry = this.#entries.get(document);
    if (entry) this.#worker.forget(entry.snapshot.key);
  }

  dispose(): void {
    this.#files.dispose();
    for (const worker of [this.#worker, ...this.#alone]) worker.dispose();
  }

  #newWorker(): WorkerClient {
    const { startWorker, log } = this.#services;
    return new WorkerClient(startWorker, (message) => log.warn(message));
  }

  #answerHere<Q extends Question>(snapshot: Snapshot, question: Q): Asked<AnswerTo<Q>> {
    const { plan, document, work, effort } = snapshot;
    return effort.measure(estimateOf(work, question), () => {
      const reading = this.#readings.of(plan, document);
      return {
        kind: 'answered',
        answer: answerWith(QUICK_ANSWERS, reading, question),
        isAssessed: reading.current.assessment !== undefined,
      };
    });
  }

  #entryOf(document: vscode.TextDocument): Entry {
    const known = this.#entries.get(document);
    const { version } = document;
    const settings = this.#services.config.changes;
    if (known?.version === version && known.settings === settings) return known;
    const entry = this.#read(document, known);
    this.#entries.set(document, entry);
    return entry;
  }

  #read(document: vscode.TextDocument, before: Entry | undefined): Entry {
    const text = document.getText();
    const options = this.#optionsFor(document.uri, text);
    const read = text.length <= QUICK_LENGTH ? readPlan(text, options.files) : undefined;
    const own = read ? estimateWork(text.length, read.plan) : ENDLESS;
    const lastGood = before && this.#lastGoodOf(before);
    const snapshot: Snapshot = {
      key: before?.snapshot.key ?? ++this.#keys,
      serial: (before?.snapshot.serial ?? 0) + 1,
      plan: { text, lastGood: lastGood?.text, ...options },
      // What is shown of a broken text is the last good one.
      work: read?.assessable === false && lastGood ? lastGood.work : own,
      effort: before?.snapshot.effort ?? new Effort(this.#services.clock),
      document: read,
    };
    if (read) this.#assessable.set(snapshot, read.assessable);
    const { version } = document;
    return { version, settings: this.#services.config.changes, snapshot, lastGood };
  }

  /** Returns what would be shown if the next text were broken. */
  #lastGoodOf({ snapshot, lastGood }: Entry): Known | undefined {
    const { plan, work } = snapshot;
    return this.#assessable.get(snapshot) ? { text: plan.text, work } : lastGood;
  }

  /** Returns everything besides its text that a plan's reading depends on: settings, today, and files that it names. */
  #optionsFor(plan: vscode.Uri, text: string): Pick<PlanText, 'levels' | 'asOf' | 'files'> {
    const asOf = new Date().toISOString().slice(0, 10);
    const files = this.#files.filesOf(plan, text);
    return { levels: this.#services.config.ruleLevels(plan), asOf, files };
  }
}

function estimateOf(work: Work, question: Question): number {
  const searches = question.type === 'hover' || (question.type === 'picture' && question.answers);
  return searches ? work.search : work.assess;
}
