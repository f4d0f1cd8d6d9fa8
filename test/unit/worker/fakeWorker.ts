/** A worker that answers only when a test says so, and dies when a test says so. */
import type { FromWorker, ToWorker } from '../../../src/query/messages';
import type { PlanText } from '../../../src/query/planText';
import { WorkerClient } from '../../../src/worker/client';
import type { Subject } from '../../../src/worker/job';
import type { StartWorker } from '../../../src/worker/port';

export interface FakeWorker {
  readonly received: ToWorker[];
  isTerminated: boolean;
  readonly send: (message: FromWorker) => void;
  readonly die: (reason: string) => void;
  /** Answers the last message by its text. */
  readonly answer: () => void;
}

/** A client, with all workers that it started and all that it logged. */
export function clientWithFakes() {
  const workers: FakeWorker[] = [];
  const log: string[] = [];
  const start: StartWorker = ({ onMessage, onDeath }) => {
    const received: ToWorker[] = [];
    const worker: FakeWorker = {
      received,
      isTerminated: false,
      send: onMessage,
      die: onDeath,
      answer: () => {
        const { id = 0, plan } = received.at(-1) ?? {};
        onMessage({ type: 'answer', id, answer: plan?.text, isAssessed: true });
      },
    };
    workers.push(worker);
    return {
      post: (message) => received.push(message),
      terminate: () => {
        worker.isTerminated = true;
      },
    };
  };
  const client = new WorkerClient(start, (message) => log.push(message));
  const latest = (): FakeWorker => {
    const worker = workers.at(-1);
    if (!worker) throw new Error('no worker was started');
    return worker;
  };
  return { client, workers, latest, log };
}

export function planText(text: string): PlanText {
  return { text, lastGood: undefined, levels: {}, asOf: '2026-01-01', files: new Map() };
}

/** The plan with this key after so many changes. */
export function subject(key: number, serial: number): Subject {
  return { key, serial, plan: planText(`plan ${key}, change ${serial}`) };
}
