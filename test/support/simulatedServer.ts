/**
 * Simulates one server: `slots` requests share it, the others queue, first come first served. With b in service each
 * proceeds at X(b) / b, so all are served alike. A request is done when its slot's service since its start equals its
 * work (1 on average).
 */
export interface Request {
  readonly user: number;
  readonly arrived: number;
  readonly work: number;
}

export class SimulatedServer {
  /** Counts changes. A predicted answer is invalid after the next change. */
  version = 0;
  readonly #slots: number;
  readonly #throughput: (b: number) => number;
  readonly #active: { readonly request: Request; readonly until: number }[] = [];
  readonly #queue: Request[] = [];
  /** Service that a slot has had since the start, at the time `#now`. */
  #service = 0;
  #now = 0;

  constructor(slots: number, throughput: (b: number) => number) {
    this.#slots = slots;
    this.#throughput = throughput;
  }

  get inFlight(): number {
    return this.#active.length + this.#queue.length;
  }

  /** @returns True if the request begins at once. */
  accept(request: Request, time: number): boolean {
    this.#advance(time);
    if (this.#active.length >= this.#slots) {
      this.#queue.push(request);
      return false;
    }
    this.#begin(request);
    return true;
  }

  /** Returns the time when the next request is done, if none comes before. */
  nextAnswer(): number {
    const b = this.#active.length;
    if (b === 0) return Infinity;
    const until = Math.min(...this.#active.map((active) => active.until));
    return this.#now + ((until - this.#service) * b) / this.#throughput(b);
  }

  /** Takes the request that is done at `time`. The first in the queue begins. */
  answer(time: number): { readonly done: Request; readonly begun: Request | undefined } {
    this.#advance(time);
    let index = 0;
    this.#active.forEach(({ until }, i) => {
      if (until < (this.#active[index]?.until ?? Infinity)) index = i;
    });
    const [done] = this.#active.splice(index, 1);
    if (!done) throw new RangeError('no request is in service');
    const begun = this.#queue.shift();
    if (begun) this.#begin(begun);
    return { done: done.request, begun };
  }

  #begin(request: Request): void {
    this.#active.push({ request, until: this.#service + request.work });
    this.version += 1;
  }

  #advance(time: number): void {
    const b = this.#active.length;
    if (b > 0) this.#service += ((time - this.#now) * this.#throughput(b)) / b;
    this.#now = time;
    this.version += 1;
  }
}
