/**
 * Starts the worker as a web worker. A worker in a worker must have the same origin, so its script is read first and
 * started from memory.
 */
import type { FromWorker, Texts, TextsToWorker, ToWorker } from '../query/messages';
import type { StartWorker } from './port';

/** What this file uses of a web worker, since Node's types have none. */
interface WebWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: WorkerError) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

interface WorkerError {
  readonly message?: string;
  /** Keeps the error from the page that started the worker. */
  preventDefault?(): void;
}

/**
 * @param readScript Reads the bundle of `webWorker.ts`.
 * @param texts Translation that it answers in.
 */
export function webWorkerStarter(
  readScript: () => PromiseLike<Uint8Array>,
  texts?: Texts,
): StartWorker {
  return ({ onMessage, onDeath }) => {
    const waiting: ToWorker[] = [];
    let worker: WebWorker | undefined;
    let isOver = false;
    const begin = async (): Promise<void> => {
      const script = await readScript();
      if (isOver) return;
      worker = startScript(script);
      worker.onmessage = ({ data }) => onMessage(data as FromWorker);
      worker.onerror = (error) => {
        error.preventDefault?.();
        // A worker that is ended while it loads reports that its script failed.
        if (!isOver) onDeath(error.message ?? 'it ended');
      };
      if (texts) worker.postMessage({ texts } satisfies TextsToWorker);
      for (const message of waiting) worker.postMessage(message);
    };
    begin().catch((error: unknown) => onDeath(String(error)));
    return {
      post: (message) => {
        if (worker) worker.postMessage(message);
        else waiting.push(message);
      },
      terminate: () => {
        isOver = true;
        worker?.terminate();
      },
    };
  };
}

function startScript(script: Uint8Array): WebWorker {
  const { Worker } = globalThis as unknown as { readonly Worker: new (url: string) => WebWorker };
  const url = URL.createObjectURL(new Blob([new Uint8Array(script)], { type: 'text/javascript' }));
  return new Worker(url);
}
