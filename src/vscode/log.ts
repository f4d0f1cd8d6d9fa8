/** The log: where bugs end up, and never in a person's face. */
import * as vscode from 'vscode';

export class Log implements vscode.Disposable {
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

  /** What `work` gives; a throw is a bug: it is logged, and `fallback` counts. */
  guard<T>(what: string, work: () => T, fallback: T): T {
    try {
      return work();
    } catch (error) {
      this.bug(what, error);
      return fallback;
    }
  }

  /** The same, for what takes its time. */
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
    this.#channel.error(`${what}: ${detail}`);
  }

  dispose(): void {
    this.#channel.dispose();
  }
}
