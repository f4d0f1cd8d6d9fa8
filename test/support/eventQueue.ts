/** Queues the next events: a binary heap by time. */
export interface Event {
  readonly time: number;
  readonly kind: 'request' | 'answer';
  /** Number of the user for a request, and of the server for an answer. */
  readonly who: number;
  /** An answer counts only while its server still has this version. */
  readonly version: number;
}

export class EventQueue {
  readonly #heap: Event[] = [];

  push(event: Event): void {
    const heap = this.#heap;
    heap.push(event);
    let i = heap.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.#time(parent) <= event.time) break;
      this.#swap(i, parent);
      i = parent;
    }
  }

  pop(): Event | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (heap.length > 0 && last) {
      heap[0] = last;
      this.#sink();
    }
    return first;
  }

  #sink(): void {
    let i = 0;
    for (;;) {
      const left = 2 * i + 1;
      const smaller = this.#time(left + 1) < this.#time(left) ? left + 1 : left;
      if (this.#time(smaller) >= this.#time(i)) return;
      this.#swap(i, smaller);
      i = smaller;
    }
  }

  #time(i: number): number {
    return this.#heap[i]?.time ?? Infinity;
  }

  #swap(i: number, j: number): void {
    const [a, b] = [this.#heap[i], this.#heap[j]];
    if (a && b) [this.#heap[i], this.#heap[j]] = [b, a];
  }
}
