/**
 * Asks the worker one question at a time, the urgent ones first. The newest text wins: questions about an older one are
 * dropped, and a worker that still computes one is replaced. A worker that dies is started anew once for a text.
 */
import type { FromWorker } from '../query/messages';
import type { AnswerTo, Question, QuestionType } from '../query/questions';
import type { Asked, Refusal } from './asked';
import { isPatient, jobOf, type Job, type Subject } from './job';
import type { Port, StartWorker } from './port';

/** Milliseconds that an unwanted answer may take before its worker is replaced, which takes about as long. */
export const GRACE_MS = 200;

/** Questions of which only the last one counts. */
const LATEST: ReadonlySet<QuestionType> = new Set([
  'whatIf',
  'hover',
  'quickFixes',
  'checkedFixes',
]);

const DROPPED = { kind: 'dropped' } as const;

export class WorkerClient {
  readonly #start: StartWorker;
  readonly #warn: (message: string) => void;
  readonly #queue: Job[] = [];
  #port: Port | undefined;
  #running: Job | undefined;
  /** Set while the running question is one that nobody wants. */
  #grace: ReturnType<typeof setTimeout> | undefined;
  /** Latest serial of each plan. */
  readonly #latest = new Map<number, number>();
  /** Text of each plan on which the worker died, and how often. */
  readonly #deaths = new Map<number, { readonly text: string; readonly count: number }>();
  /** Deaths in a row before the worker listened. They are forgiven after a while. */
  #failedStarts = 0;
  #forgiving: ReturnType<typeof setTimeout> | undefined;
  #ids = 0;
  #isDisposed = false;

  constructor(start: StartWorker, warn: (message: string) => void) {
    this.#start = start;
    this.#warn = warn;
  }

  /** Number of questions that wait for an answer. */
  get pending(): number {
    return this.#open().length;
  }

  /** Tells if the next question is computed at once: nothing waits, and nothing unwanted still runs. */
  get isIdle(): boolean {
    return !this.#running && this.#queue.length === 0;
  }

  /** Rejects if answering throws, which is a bug. */
  ask<Q extends Question>(subject: Subject, question: Q): Promise<Asked<AnswerTo<Q>>> {
    return this.#ask(subject, question) as Promise<Asked<AnswerTo<Q>>>;
  }

  #ask(subject: Subject, question: Question): Promise<Asked<unknown>> {
    if (this.#isDisposed) return Promise.resolve(DROPPED);
    const { key, serial } = subject;
    if (serial > (this.#latest.get(key) ?? -Infinity)) {
      this.#latest.set(key, serial);
      this.#drop((job) => job.subject.key === key && job.subject.serial < serial);
    }
    const refusal = this.#refusalOf(subject);
    if (refusal) return Promise.resolve({ kind: 'refused', refusal });
    const job = jobOf(++this.#ids, subject, question);
    const known = this.#open().find(
      (other) =>
        other.subject.key === key && other.subject.serial === serial && other.text === job.text,
    );
    if (known) return known.promise;
    if (LATEST.has(question.type)) {
      this.#dropQueued(
        (other) => other.subject.key === key && other.question.type === question.type,
      );
    }
    this.#queue.push(job);
    this.#next();
    return job.promise;
  }

  /** Drops all questions about a plan, such as one that was closed. */
  forget(key: number): void {
    this.#drop(({ subject }) => subject.key === key);
    this.#latest.delete(key);
    this.#deaths.delete(key);
  }

  /** Drops questions of some types about a plan, and stops the worker at once if it computes one. */
  cancel(key: number, types: readonly QuestionType[]): void {
    const isCancelled = ({ subject, question }: Job): boolean =>
      subject.key === key && types.includes(question.type);
    this.#drop(isCancelled);
    if (this.#running && isCancelled(this.#running)) this.#replace();
  }

  /** Ends the worker as a crash would. For tests. */
  kill(): void {
    const port = this.#port;
    this.#failedStarts = 0;
    port?.terminate();
    this.#onDeath(port, 'it was killed');
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#drop(() => true);
    this.#stop();
    clearTimeout(this.#forgiving);
  }

  #open(): readonly Job[] {
    const running = this.#grace === undefined ? this.#running : undefined;
    return running ? [running, ...this.#queue] : this.#queue;
  }

  #next(): void {
    if (this.#running || this.#isDisposed) return;
    const urgent = this.#queue.findIndex(({ question }) => !isPatient(question));
    const [job] = this.#queue.splice(Math.max(0, urgent), 1);
    if (!job) return;
    this.#running = job;
    const { id, subject, question } = job;
    this.#port ??= this.#startPort();
    this.#port.post({ id, plan: subject.plan, question });
  }

  #startPort(): Port {
    const port: Port = this.#start({
      onMessage: (message) => this.#onMessage(port, message),
      onDeath: (reason) => this.#onDeath(port, reason),
    });
    return port;
  }

  #onMessage(port: Port, message: FromWorker): void {
    if (port !== this.#port) return;
    this.#failedStarts = 0;
    const job = this.#running;
    if (message.type === 'ready' || message.id !== job?.id) return;
    this.#running = undefined;
    this.#endGrace();
    if (message.type === 'failed') job.fail(new Error(message.error));
    else job.settle({ ...message, kind: 'answered' });
    this.#next();
  }

  #onDeath(port: Port | undefined, reason: string): void {
    // A port that was replaced also ends.
    if (port === undefined || port !== this.#port) return;
    const job = this.#grace === undefined ? this.#running : undefined;
    this.#stop();
    this.#failedStarts += 1;
    clearTimeout(this.#forgiving);
    this.#forgiving = setTimeout(() => (this.#failedStarts = 0), FORGIVE_MS);
    this.#warn(`the worker stopped: ${reason}`);
    if (job) this.#tryAgain(job);
    this.#next();
  }

  /** Asks once more, or refuses every question about that text. */
  #tryAgain(job: Job): void {
    const { key, plan } = job.subject;
    const before = this.#deaths.get(key);
    const count = before?.text === plan.text ? before.count + 1 : 1;
    this.#deaths.set(key, { text: plan.text, count });
    this.#queue.unshift(job);
    if (!this.#refusalOf(job.subject)) {
      this.#warn('it is started anew');
      return;
    }
    this.#warn(`it is not started anew for this text (${job.question.type})`);
    for (const each of [...this.#queue]) {
      const refusal = this.#refusalOf(each.subject);
      if (refusal) this.#remove(each, { kind: 'refused', refusal });
    }
  }

  #refusalOf({ key, plan }: Subject): Refusal | undefined {
    if (this.#failedStarts >= MOST_DEATHS) return 'no-worker';
    const deaths = this.#deaths.get(key);
    return deaths?.text === plan.text && deaths.count >= MOST_DEATHS ? 'too-expensive' : undefined;
  }

  #drop(isUnwanted: (job: Job) => boolean): void {
    this.#dropQueued(isUnwanted);
    const job = this.#running;
    if (!job || this.#grace !== undefined || !isUnwanted(job)) return;
    job.settle(DROPPED);
    this.#grace = setTimeout(() => this.#replace(), GRACE_MS);
  }

  #dropQueued(isUnwanted: (job: Job) => boolean): void {
    for (const job of this.#queue.filter(isUnwanted)) this.#remove(job, DROPPED);
  }

  #remove(job: Job, asked: Asked<unknown>): void {
    this.#queue.splice(this.#queue.indexOf(job), 1);
    job.settle(asked);
  }

  /** Ends the worker, and starts another one for what waits. */
  #replace(): void {
    this.#stop();
    this.#next();
  }

  #stop(): void {
    const port = this.#port;
    this.#port = undefined;
    this.#running = undefined;
    this.#endGrace();
    port?.terminate();
  }

  #endGrace(): void {
    clearTimeout(this.#grace);
    this.#grace = undefined;
  }
}

const MOST_DEATHS = 2;

/** Milliseconds after which a worker that did not start may be tried again. */
const FORGIVE_MS = 60_000;
