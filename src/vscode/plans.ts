/** Answers all questions about plans: cheap ones on this thread, all others in the worker. */
import type * as vscode from 'vscode';
import type { PlanFiles } from '../plan/planFiles';
import { readPlan } from '../plan/readPlan';
import {
  answerFromDocument,
  isDocumentQuestion,
  type DocumentQuestion,
} from '../query/documentAnswers';
import { QUICK_LENGTH, QUICK_MS, type Work } from '../query/estimateWork';
import type { PlanText } from '../query/planText';
import { answerWith, isQuickQuestion, QUICK_ANSWERS } from '../query/quickAnswers';
import type { AnswerTo, Question, QuestionOf } from '../query/questions';
import { Readings } from '../query/readings';
import type { Asked } from '../worker/asked';
import { WorkerClient } from '../worker/client';
import type { Subject } from '../worker/job';
import type { StartWorker } from '../worker/port';
import type { Config } from './config';
import type { Clock } from './effort';
import type { Log } from './log';
import { Snapshots, type Snapshot } from './snapshots';
import { Turns } from './turns';

export interface PlanServices {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly startWorker: StartWorker;
}

const DROPPED = { kind: 'dropped' } as const;

export class Plans implements vscode.Disposable {
  readonly #snapshots: Snapshots;
  readonly #readings = new Readings();
  readonly #turns = new Turns();
  readonly #services: PlanServices;
  readonly #worker: WorkerClient;
  readonly #alone = new Set<WorkerClient>();

  constructor(services: PlanServices) {
    this.#services = services;
    this.#worker = this.#newWorker();
    this.#snapshots = new Snapshots({
      ...services,
      askFiles: (snapshot) => this.#worker.ask(snapshot, { type: 'namedFiles' }),
    });
  }

  /** Worker that all plans share. */
  get worker(): WorkerClient {
    return this.#worker;
  }

  /** Number of questions that wait for a worker. */
  get pending(): number {
    const each = [this.#worker, ...this.#alone].map(({ pending }) => pending);
    return each.reduce((sum, pending) => sum + pending, 0);
  }

  /** Returns the document as it is now. The same text and settings give the same object. */
  snapshotOf(document: vscode.TextDocument): Snapshot {
    return this.#snapshots.of(document);
  }

  /** Returns the document with all files that it names, once they are read. */
  completeSnapshotOf(document: vscode.TextDocument): Promise<Snapshot> {
    return this.#snapshots.complete(document);
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
    const { document } = snapshot;
    if (document && isDocumentQuestion(question)) {
      const answer = answerFromDocument(document, question) as AnswerTo<Q>;
      return { kind: 'answered', answer, isAssessed: document.assessable };
    }
    if (this.isQuick(snapshot, question)) return this.#answerHere(snapshot, question);
    const asked = await this.#worker.ask(snapshot, question);
    if (asked.kind === 'answered') this.#snapshots.learn(snapshot, asked.isAssessed);
    return asked;
  }

  /** Asks in a worker of its own, so that long work keeps no other question waiting. `cancel` ends it at once. */
  askAlone<Q extends Question>(
    subject: Subject,
    question: Q,
  ): { readonly asked: Promise<Asked<AnswerTo<Q>>>; readonly cancel: () => void } {
    const worker = this.#newWorker();
    this.#alone.add(worker);
    const cancel = (): void => {
      worker.dispose();
      this.#alone.delete(worker);
    };
    return { asked: worker.ask(subject, question).finally(cancel), cancel };
  }

  /** Returns what to ask about where a question is about no plan. */
  noPlan(): Subject {
    const plan = { text: '', lastGood: undefined, levels: {}, asOf: '', files: new Map() };
    return { key: this.#snapshots.newKey(), serial: 1, plan };
  }

  /** Returns a worker for what nobody waits for. Who asks for it disposes of it. */
  startBackground(): WorkerClient {
    return this.#newWorker();
  }

  /** Returns a key that no other plan has. */
  newKey(): number {
    return this.#snapshots.newKey();
  }

  /** Returns a plan that no editor has open as it is asked about. */
  planTextOf(uri: vscode.Uri, text: string, files: PlanFiles): PlanText {
    return { text, lastGood: undefined, ...this.#snapshots.settingsFor(uri), files };
  }

  /** Asks about a text that no editor has open. */
  async askAboutText<Q extends QuestionOf<DocumentQuestion>>(
    text: string,
    question: Q,
  ): Promise<AnswerTo<Q> | undefined> {
    if (text.length <= QUICK_LENGTH) return answerFromDocument(readPlan(text), question);
    const key = this.#snapshots.newKey();
    const plan = { text, lastGood: undefined, levels: {}, asOf: '', files: new Map() };
    const asked = await this.#worker.ask({ key, serial: 1, plan }, question);
    this.#worker.forget(key);
    return asked.kind === 'answered' ? asked.answer : undefined;
  }

  /** Drops what is asked about a document that was closed. */
  forget(document: vscode.TextDocument): void {
    const key = this.#snapshots.forget(document);
    if (key !== undefined) this.#worker.forget(key);
  }

  dispose(): void {
    this.#snapshots.dispose();
    for (const worker of [this.#worker, ...this.#alone]) worker.dispose();
  }

  #newWorker(): WorkerClient {
    const { startWorker, log } = this.#services;
    return new WorkerClient(startWorker, (message) => log.warn(message));
  }

  /** Answers in turns, between which others have the thread. A change of the plan in between ends it. */
  async #answerHere<Q extends Question>(
    snapshot: Snapshot,
    question: Q,
  ): Promise<Asked<AnswerTo<Q>>> {
    const { plan, document, work, effort } = snapshot;
    const latest = this.#snapshots.latest(snapshot);
    const isOvertaken = async (): Promise<boolean> => {
      await this.#turns.next();
      return this.#snapshots.latest(snapshot) !== latest;
    };
    const estimate = estimateOf(work, question);
    if (await isOvertaken()) return DROPPED;
    const reading = effort.measure(estimate, () => this.#readings.of(plan, document));
    if (await isOvertaken()) return DROPPED;
    effort.measure(estimate, () => reading.current.findings);
    if (await isOvertaken()) return DROPPED;
    return {
      kind: 'answered',
      answer: effort.measure(estimate, () => answerWith(QUICK_ANSWERS, reading, question)),
      isAssessed: reading.current.assessment !== undefined,
    };
  }
}

function estimateOf(work: Work, question: Question): number {
  const searches = question.type === 'hover' || (question.type === 'picture' && question.answers);
  return searches ? work.search : work.assess;
}
