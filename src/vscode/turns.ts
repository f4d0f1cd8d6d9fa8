/** Splits work on the editor's thread into turns: between two of them, other extensions have the thread. */

export class Turns {
  #last = Promise.resolve();

  /** Resolves when it is the caller's turn: in a later round of the event loop, and not in that of another caller. */
  next(): Promise<void> {
    this.#last = this.#last.then(nextRound);
    return this.#last;
  }
}

/** What hosts offer: Node the one, browsers the other. */
interface Host {
  readonly setImmediate?: (callback: () => void) => unknown;
  readonly MessageChannel: new () => { readonly port1: Port; readonly port2: Port };
}

interface Port {
  onmessage: (() => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

function nextRound(): Promise<void> {
  return new Promise((resolve) => {
    const { setImmediate } = globalThis as unknown as Host;
    if (setImmediate) setImmediate(resolve);
    else afterMessage(resolve);
  });
}

/** Goes behind what waits in a worker of a browser, where a timer would wait for 4 ms. */
function afterMessage(callback: () => void): void {
  const { port1, port2 } = new (globalThis as unknown as Host).MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  port2.postMessage(undefined);
}
