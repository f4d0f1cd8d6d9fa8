/** Work that can be left off after each of its steps, and taken up again. */

/** Yields between steps; a generator says how far it is. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Work that is done once, whoever does how much of it. */
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
   * Does at least one step, and goes on while it may.
   * @returns Whether all is done.
   */
  advance(mayGoOn: () => boolean): boolean {
    do {
      if (this.#done) return true;
      this.#step();
    } while (mayGoOn());
    return this.isDone;
  }

  /** The result; does what is left to do. */
  finish(): T {
    while (!this.#done) this.#step();
    return this.#done.result;
  }

  #step(): void {
    try {
      const { done, value } = this.#steps.next();
      if (done) this.#done = { result: value };
    } catch (error) {
      // A generator that threw would end without a result the next time.
      this.#steps = this.#begin();
      throw error;
    }
  }
}
