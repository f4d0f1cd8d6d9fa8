/** Logs bugs, so that they never interrupt people. */
import * as vscode from 'vscode';

export class Log implements vscode.Disposable {
  /** Bugs that were logged, for tests. */
  readonly bugs: string[] = [];
  readonly #channel = vscode.window.createOutputChannel('Capacity Plan', { log: true });

  show(): void {
    this.#channel.show();
  }

  info(message: string): void {
    this.#channel.info(message);
  }

  warn(message: string): void {
    this.#channel.warn(message);
  }

  /** Returns the result of `work`. A throw is a bug: it is logged, and `fallback` is returned. */
  guard<T>(what: string, work: () => T, fallback: T): T {
    try {
      return work();
    } catch (error) {
      this.bug(what, error);
      return fallback;
    }
  }

  /** Guards asynchronous work in the same way. */
  async guardAsync<T>(what: string, work: () => Promise<T>, fallback: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.bug(what, error);
      return fallback;
    }
  }

  bug(what: string, error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.bugs.push(`${what}: ${detail}`);
    this.#channel.error(`${what}: ${detail}`);
  }

  dispose(): void {
    this.#channel.dispose();
  }
}
