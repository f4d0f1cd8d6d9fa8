/** Starts the worker as a thread of Node. */
import { Worker } from 'node:worker_threads';
import type { FromWorker, Texts } from '../query/messages';
import type { StartWorker } from './port';

/** Megabytes that a plan's objects may take. A thread that needs more ends, and the editor lives on. */
const MOST_MEMORY_MB = 1024;

/**
 * @param file Path of the bundle of `thread.ts`.
 * @param texts Translation that it answers in.
 */
export function threadStarter(file: string, texts?: Texts): StartWorker {
  return ({ onMessage, onDeath }) => {
    const thread = new Worker(file, {
      execArgv: [],
      workerData: texts,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    // Nothing waits for it when the editor closes.
    thread.unref();
    let reason = 'it ended';
    thread.on('message', (message: FromWorker) => onMessage(message));
    thread.on('error', (error) => {
      reason = String(error);
    });
    thread.on('exit', () => onDeath(reason));
    return {
      post: (message) => thread.postMessage(message),
      terminate: () => void thread.terminate(),
    };
  };
}
