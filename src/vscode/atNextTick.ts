import type * as vscode from 'vscode';

/** Runs an action at the next tick, once for all requests until then, with the last request's value. */
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
