import { departuresAt, type BirthDeath } from './birthDeath';

/**
 * Reads `departuresAt` from one state to the next. The rate is a straight line that turns at each state with equal
 * requests on every server. A search walks through millions of states, and this needs no division.
 */
export class Departures {
  /** Answers a second in the current state. */
  perSecond = 0;
  private n = 0;
  private readonly chain: BirthDeath;
  private readonly slots: number;
  private readonly servers: number;
  private readonly rates: Float64Array;
  /** Requests that each server has at least, and servers with one more. */
  private each = 0;
  private more = 0;
  /** Answers a second of all servers with `each`, and the change for one more request on one of them. */
  private low = 0;
  private step = 0;

  constructor(chain: BirthDeath, n: number) {
    this.chain = chain;
    this.slots = chain.slots;
    this.servers = chain.servers;
    this.rates = chain.rates;
    this.moveTo(n);
  }

  /** Reads any other state. */
  moveTo(n: number): void {
    const { servers, slots } = this;
    const busy = Math.min(n, slots);
    this.n = n;
    this.each = Math.floor(busy / servers);
    this.more = busy - this.each * servers;
    this.perSecond = departuresAt(this.chain, n);
    this.turn();
  }

  up(): void {
    this.n++;
    if (this.n > this.slots) return;
    this.more++;
    if (this.more === this.servers) {
      this.each++;
      this.more = 0;
      this.turn();
    }
    this.perSecond = this.low + this.more * this.step;
  }

  down(): void {
    this.n--;
    if (this.n >= this.slots) return;
    if (this.more === 0) {
      this.each--;
      this.more = this.servers;
      this.turn();
    }
    this.more--;
    this.perSecond = this.low + this.more * this.step;
  }

  private turn(): void {
    const rate = this.rates[this.each] ?? 0;
    this.low = this.servers * rate;
    // not needed beyond the slots
    this.step = (this.rates[this.each + 1] ?? rate) - rate;
  }
}
