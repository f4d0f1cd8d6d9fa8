/** A host whose time is virtual: a server of so many slots answers at known times, in no time at all. */
import type { MeasureHost, Reply, Stop } from '../../../src/measure/host';
import { seededRandom } from '../../support/mutatePlan';

interface Timer {
  readonly at: number;
  readonly resolve: () => void;
}

export class VirtualClock {
  now = 0;
  private timers: Timer[] = [];

  wait(seconds: number, stop?: Stop): Promise<void> {
    return new Promise((resolve) => {
      const timer = { at: this.now + seconds, resolve };
      this.timers.push(timer);
      stop?.onAsked(() => {
        this.timers = this.timers.filter((each) => each !== timer);
        resolve();
      });
    });
  }

  /** Lets time pass until the work is done. */
  async run<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const watched = work.finally(() => (isDone = true));
    watched.catch(() => undefined);
    for (;;) {
      // everything that needs no time happens first
      await new Promise((resolve) => setImmediate(resolve));
      if (isDone) return watched;
      this.timers.sort((a, b) => a.at - b.at);
      const next = this.timers.shift();
      if (!next) throw new Error('the work waits for nothing');
      this.now = Math.max(this.now, next.at);
      next.resolve();
    }
  }
}

export interface ServerSketch {
  /** Seconds of a token, and of the first, with so many requests running. */
  readonly tokenSeconds: (running: number) => number;
  readonly firstSeconds?: number;
  readonly slots?: number;
  /** Requests beyond these are rejected with 503. */
  readonly places?: number;
  readonly countsTokens?: boolean;
  readonly knowsIgnoreEnd?: boolean;
  readonly takes?: readonly string[];
  /** The connection breaks from so many requests on. */
  readonly breaksAfter?: number;
}

interface Asked {
  readonly ignore_eos?: boolean;
  readonly max_tokens: number;
  readonly prompt?: string;
  readonly messages?: readonly { readonly content: string }[];
}

export class VirtualServer {
  readonly clock = new VirtualClock();
  readonly prompts: string[] = [];
  running = 0;
  present = 0;
  received = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly sketch: ServerSketch) {}

  get host(): MeasureHost {
    const random = seededRandom(7);
    return {
      post: (path, body, stop) => this.post(path, body, stop),
      nowSeconds: () => this.clock.now,
      wait: (seconds, stop) => this.clock.wait(seconds, stop),
      random,
    };
  }

  private freeSlot(stop: Stop): Promise<void> {
    return new Promise((resolve) => {
      this.queue.push(resolve);
      stop.onAsked(() => {
        this.queue.splice(this.queue.indexOf(resolve), 1);
        resolve();
      });
    });
  }

  private post(path: string, body: string, stop: Stop): Promise<Reply> {
    const { breaksAfter = Infinity, takes, knowsIgnoreEnd = true, places = Infinity } = this.sketch;
    const asked = JSON.parse(body) as Asked;
    const prompt = asked.prompt ?? asked.messages?.[0]?.content ?? '';
    this.received++;
    if (this.received > breaksAfter) return Promise.reject(new Error('connection refused'));
    if (takes && !takes.includes(path)) return replyOf(404, '{"detail":"Not Found"}');
    if (asked.ignore_eos && !knowsIgnoreEnd) {
      return replyOf(400, '{"error":{"message":"Unrecognized request argument: ignore_eos"}}');
    }
    if (this.present >= places) return replyOf(503, '{"error":"full"}');
    this.prompts.push(prompt);
    const words = prompt.split(' ').length;
    return Promise.resolve({
      status: 200,
      parts: this.answer(asked.max_tokens, 2 * words + 3, stop),
    });
  }

  private async *answer(tokens: number, promptTokens: number, stop: Stop): AsyncGenerator<string> {
    const { tokenSeconds, firstSeconds = 0, slots = Infinity, countsTokens = true } = this.sketch;
    this.present++;
    try {
      if (this.running >= slots) await this.freeSlot(stop);
      if (stop.isAsked) throw new Error('aborted');
      this.running++;
      try {
        for (let token = 0; token < tokens; token++) {
          await this.clock.wait(token === 0 ? firstSeconds : tokenSeconds(this.running), stop);
          if (stop.isAsked) throw new Error('aborted');
          yield `data: ${JSON.stringify({ choices: [{ text: 'x' }] })}\n\n`;
        }
      } finally {
        this.running--;
        this.queue.shift()?.();
      }
      const usage = { prompt_tokens: promptTokens, completion_tokens: tokens };
      if (countsTokens) yield `data: ${JSON.stringify({ choices: [], usage })}\n\n`;
      yield 'data: [DONE]\n\n';
    } finally {
      this.present--;
    }
  }
}

function replyOf(status: number, body: string): Promise<Reply> {
  return Promise.resolve({ status, parts: oneOf(body) });
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream that has all of it at once
async function* oneOf(body: string): AsyncGenerator<string> {
  yield body;
}
