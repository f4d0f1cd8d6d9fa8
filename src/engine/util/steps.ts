/** Splits long work into steps, so that it can pause after each and resume later. */

/** Generator that yields between steps and returns the result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs all steps at once and returns the result. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Work that runs once, even if several callers each advance it. */
export class Work<T> {
  readonly #begin: () => Steps<T>;
  #steps: Steps<T>;
  #done: { readonly result: T } | undefined;

  constructor(begin: () => Steps<T>) {
    this.#begin = begin;
    this.#steps = begin();
  }

  get isDone(): boolean {
    return this.#done !== undefined;
  }

  /**
   * Does at least one step, and continues while `mayGoOn` allows it.
   * @returns true if all is done.
   */
  advance(mayGoOn: () => boolean): boolean {
    do {
      if (this.#done) return true;
      this.#step();
    } while (mayGoOn());
    return this.isDone;
  }

  /** Does the remaining steps and returns the result. */
  finish(): T {
    while (!this.#done) this.#step();
    return this.#done.result;
  }

  #step(): void {
    try {
      const { done, value } = this.#steps.next();
      if (done) this.#done = { result: value };
    } catch (error) {
      // A generator that threw would otherwise end without a result at the next call.
      this.#steps = this.#begin();
      throw error;
    }
  }
}
