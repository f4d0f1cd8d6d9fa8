/** Types the way to a worker, whichever host starts it. */
import type { FromWorker, ToWorker } from '../query/messages';

export interface Port {
  post(message: ToWorker): void;
  terminate(): void;
}

interface PortEvents {
  readonly onMessage: (message: FromWorker) => void;
  /** Called if the worker ends without being told to. */
  readonly onDeath: (reason: string) => void;
}

export type StartWorker = (events: PortEvents) => Port;
