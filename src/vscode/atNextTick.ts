import type * as vscode from 'vscode';

/** Does something at the next tick, once for all that asked until then, with what the last one asked for. */
export class AtNextTick<T> implements vscode.Disposable {
  readonly #work: (latest: T) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(work: (latest: T) => void) {
    this.#work = work;
  }

  ask(value: T): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#work(value));
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
