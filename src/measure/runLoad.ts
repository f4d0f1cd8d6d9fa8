/**
 * Runs one load: users who each wait for their answer, or requests that arrive at random. It ends with enough requests,
 * with the time, when the server fails, or when it is asked to stop. No request is left running.
 */
import type { Answer } from './answer';
import { Stop, type MeasureHost } from './host';
import { drawLength, type LengthAsked, type PromptWriter } from './lengths';
import type { LoadAsked } from './loads';
import { sendRequest, type Server } from './sendRequest';
import { settlingLength } from './steadyPart';

export interface Question {
  readonly server: Server;
  readonly load: LoadAsked;
  readonly promptTokens: LengthAsked;
  readonly outputTokens: LengthAsked;
  readonly prompts: PromptWriter;
  /** Requests that are enough once the run has settled, and seconds after which it ends in any case. */
  readonly requests: number;
  readonly seconds: number;
  /** Seconds of one answer on an idle server: over so long the users start, so that they are out of step. */
  readonly aloneSeconds: number;
}

/** `gone`: connections break. `failing`: many requests fail. `behind`: more arrive than it answers. */
export type Ending = 'enough' | 'time' | 'stopped' | 'gone' | 'failing' | 'behind';

export interface LoadResult {
  readonly load: LoadAsked;
  readonly ending: Ending;
  /** Why requests failed, most recent first; empty if none did. */
  readonly why: string;
  /** Answers after the run had settled, those that failed included, in the order of their ends. */
  readonly settled: readonly Answer[];
  /** Seconds that these took. */
  readonly seconds: number;
}

export type Watch = (answers: readonly Answer[]) => void;

export async function runLoad(question: Question, stop: Stop, watch: Watch): Promise<LoadResult> {
  const run = new LoadRun(question, stop, watch);
  return question.load.kind === 'users'
    ? run.runUsers(question.load.users, question.load.thinkTimeSeconds)
    : run.runArrivals(question.load.perSecond);
}

class LoadRun {
  private readonly host: MeasureHost;
  private readonly answers: Answer[] = [];
  /** Ends the sending of requests, and the requests that are under way. */
  private readonly sending = new Stop();
  private readonly own = new Stop();
  private readonly start: number;
  private ending: Ending | undefined;
  private inFlight = 0;

  constructor(
    private readonly question: Question,
    private readonly stop: Stop,
    private readonly watch: Watch,
  ) {
    this.host = question.server.host;
    this.start = this.host.nowSeconds();
  }

  async runUsers(users: number, thinkTimeSeconds: number): Promise<LoadResult> {
    const forget = this.stop.onAsked(() => this.end('stopped'));
    const between = this.question.aloneSeconds / users;
    const each = Array.from({ length: users }, (_, i) => this.user(i * between, thinkTimeSeconds));
    await Promise.all([...each, this.endInTime()]);
    forget();
    return this.result(users);
  }

  private async user(delay: number, thinkTimeSeconds: number): Promise<void> {
    await this.host.wait(delay, this.own);
    while (!this.own.isAsked) {
      const answer = await this.send();
      if (answer.fate === 'answered') await this.think(thinkTimeSeconds);
      else if (!this.own.isAsked) await this.host.wait(PAUSE_SECONDS, this.own);
    }
  }

  private async think(meanSeconds: number): Promise<void> {
    if (meanSeconds > 0) await this.host.wait(this.drawGap(meanSeconds), this.own);
  }

  async runArrivals(perSecond: number): Promise<LoadResult> {
    const forget = this.stop.onAsked(() => this.end('stopped'));
    const sent: Promise<unknown>[] = [];
    const arriving = (async () => {
      let at = this.start;
      for (;;) {
        at += this.drawGap(1 / perSecond);
        await this.host.wait(Math.max(0, at - this.host.nowSeconds()), this.sending);
        if (this.sending.isAsked) break;
        sent.push(this.send());
        if (this.inFlight > BEHIND * (this.answers.length + MANY)) this.end('behind');
      }
    })();
    await Promise.all([arriving, this.endInTime()]);
    // long answers are under way for longer: to end them would leave the short ones
    await Promise.all(sent);
    forget();
    return this.result(1);
  }

  private drawGap(meanSeconds: number): number {
    return -meanSeconds * Math.log(1 - this.host.random());
  }

  private async endInTime(): Promise<void> {
    await this.host.wait(this.question.seconds, this.sending);
    this.end('time');
  }

  private async send(): Promise<Answer> {
    const { server, prompts, promptTokens, outputTokens } = this.question;
    const random = (): number => this.host.random();
    const prompt = prompts.write(drawLength(promptTokens, random));
    this.inFlight++;
    const request = { prompt, outputTokens: drawLength(outputTokens, random) };
    const answer = await sendRequest(server, request, this.own);
    this.inFlight--;
    if (answer.promptTokens !== undefined) {
      prompts.learn(prompt.split(' ').length, answer.promptTokens);
    }
    if (answer.fate !== 'stopped') this.take(answer);
    return answer;
  }

  private take(answer: Answer): void {
    this.answers.push(answer);
    this.watch(this.answers);
    const failed = this.answers.filter(({ fate }) => fate !== 'answered').length;
    const last = this.answers.slice(-LOST);
    if (last.length === LOST && last.every(({ fate }) => fate === 'broken')) this.end('gone');
    else if (this.answers.length >= MANY && failed > MOST_FAILED * this.answers.length) {
      this.end(this.answers.some(({ fate }) => fate === 'broken') ? 'gone' : 'failing');
    } else if (this.answers.length - failed >= this.warmUp() + this.question.requests) {
      this.end('enough');
    }
  }

  private warmUp(): number {
    const { load } = this.question;
    return load.kind === 'users' ? load.users : FIRST_ARRIVALS;
  }

  private end(ending: Ending): void {
    this.ending ??= ending;
    this.sending.ask();
    const isDone = ending === 'enough' || ending === 'time';
    if (!isDone || this.question.load.kind === 'users') this.own.ask();
  }

  /** Drops the beginning: at least the first answer of each user, and what came before the run had settled. */
  private result(users: number): LoadResult {
    const answered = this.answers.filter(({ fate }) => fate === 'answered');
    const latencies = answered.map(({ sent, ended }) => ended - sent);
    const dropped = settlingLength(latencies, Math.min(users, Math.floor(latencies.length / 2)));
    const from = answered[dropped - 1]?.ended ?? this.start;
    const settled = this.answers.filter(({ ended }) => ended > from);
    const to = settled.at(-1)?.ended ?? from;
    const failures = this.answers.filter(({ why }) => why !== '').map(({ why }) => why);
    const why = [...new Set(failures.reverse())].slice(0, MOST_REASONS).join('; ');
    const { load } = this.question;
    return { load, ending: this.ending ?? 'time', why, settled, seconds: to - from };
  }
}

/** Pause of a user whose request failed, in seconds: a server that is full must not be asked again at once. */
const PAUSE_SECONDS = 1;
/** Failed connections in a row after which a server counts as gone. */
const LOST = 3;
/** Arrivals that find a server idle. */
const FIRST_ARRIVALS = 3;
const MOST_REASONS = 3;
/** Answers from which a share of failures means something. */
const MANY = 20;
const MOST_FAILED = 0.1;
/** Requests in flight, as a multiple of those answered, from which a server does not keep up with the arrivals. */
const BEHIND = 2;
