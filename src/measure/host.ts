/** Types of what measuring needs of its host: the network, a clock, and chance. */

export interface MeasureHost {
  /**
   * Posts a body of JSON to a path of the endpoint.
   * @throws An error whose message says why no answer came. It says so at once when `stop` is asked for.
   */
  readonly post: (path: string, body: string, stop: Stop) => Promise<Reply>;
  readonly nowSeconds: () => number;
  /** Waits so long, or until `stop` is asked for. */
  readonly wait: (seconds: number, stop: Stop) => Promise<void>;
  /** A number from 0 to below 1. */
  readonly random: () => number;
}

export interface Reply {
  readonly status: number;
  /** Parts of the body, as they arrive. Ending the iteration early closes the connection. */
  readonly parts: AsyncIterable<string>;
}

/** Asks everything that is under way to end. */
export class Stop {
  private readonly listeners = new Set<() => void>();
  private asked = false;

  get isAsked(): boolean {
    return this.asked;
  }

  ask(): void {
    if (this.asked) return;
    this.asked = true;
    for (const listener of this.listeners) listener();
    this.listeners.clear();
  }

  /** Calls the listener when the stop is asked for. @returns A function that takes it back. */
  onAsked(listener: () => void): () => void {
    if (this.asked) {
      listener();
      return () => undefined;
    }
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
