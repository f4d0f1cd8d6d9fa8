/**
 * Measures a server at one load after another. A few requests before the first load find out which requests it takes, how
 * long it takes when it is idle, and how many tokens a word has.
 */
import { t } from '@vscode/l10n';
import type { Answer } from './answer';
import type { MeasureHost, Stop } from './host';
import { drawLength, FEW_WORDS, PromptWriter, type LengthAsked } from './lengths';
import { APIS, type Api, type Dialect } from './requestBody';
import { LADDER, leastRequests, type LoadAsked } from './loads';
import { runLoad, type Ending, type LoadResult } from './runLoad';
import { sendRequest, type Server } from './sendRequest';

export interface SweepAsked {
  readonly host: MeasureHost;
  readonly model: string;
  /** `undefined` to find out. */
  readonly api: Api | undefined;
  /** Loads in turn; undefined for 1, 2, 4, … users until the server answers no more for it. */
  readonly loads: readonly LoadAsked[] | undefined;
  readonly promptTokens: LengthAsked;
  readonly outputTokens: LengthAsked;
  /** Least number of requests of a load, once it has settled; ten for each user if that is more. */
  readonly requests: number;
  /** Most seconds of a load. */
  readonly seconds: number;
  readonly timeoutSeconds: number;
}

export interface Progress {
  readonly load: LoadAsked;
  /** All answers so far, in the order of their ends. */
  readonly answers: readonly Answer[];
}

export interface SweepResult {
  readonly results: readonly LoadResult[];
  /** Answers may end before they are as long as was asked for. */
  readonly endsItself: boolean;
  /** Set if loads that were asked for are missing. */
  readonly cutShort: CutShort | undefined;
}

export type CutShort = Exclude<Ending, 'enough' | 'time'> | 'saturated';

/** A server that cannot be measured: the message says why. */
export class Unmeasurable extends Error {
  constructor(
    message: string,
    /** True if the server wants a key, or another one. */
    readonly wantsKey = false,
  ) {
    super(message);
  }
}

/** @throws Unmeasurable if the server answers none of the first requests. */
export async function sweep(
  asked: SweepAsked,
  stop: Stop,
  watch: (progress: Progress) => void,
): Promise<SweepResult> {
  const prompts = new PromptWriter(() => asked.host.random());
  const { server, aloneSeconds } = await tryServer(asked, prompts, stop);
  const results: LoadResult[] = [];
  const loads = asked.loads ?? LADDER;
  let cutShort: CutShort | undefined;
  for (const load of loads) {
    if (stop.isAsked) cutShort ??= 'stopped';
    if (cutShort) break;
    const requests = leastRequests(load, asked.requests);
    const question = { ...asked, server, load, prompts, requests, aloneSeconds };
    const result = await runLoad(question, stop, (answers) => watch({ load, answers }));
    results.push(result);
    const { ending } = result;
    if (ending !== 'enough' && ending !== 'time') cutShort = ending;
    else if (!asked.loads && isSaturated(results)) cutShort = 'saturated';
  }
  return { results, endsItself: !server.dialect.ignoresEnd, cutShort };
}

/** Twice the users get hardly more answers: they only wait for longer. */
function isSaturated(results: readonly LoadResult[]): boolean {
  const [before, last] = results.slice(-2).map(throughputOf);
  return before !== undefined && last !== undefined && last < LEAST_GAIN * before;
}

const LEAST_GAIN = 1.05;

function throughputOf({ settled, seconds }: LoadResult): number {
  return settled.filter(({ fate }) => fate === 'answered').length / seconds;
}

interface TriedServer {
  readonly server: Server;
  readonly aloneSeconds: number;
}

async function tryServer(
  asked: SweepAsked,
  prompts: PromptWriter,
  stop: Stop,
): Promise<TriedServer> {
  const { host, model, timeoutSeconds } = asked;
  const random = (): number => host.random();
  const refusals: string[] = [];
  let wantsKey = false;
  for (const dialect of dialectsOf(asked.api)) {
    const server = { host, model, dialect, timeoutSeconds };
    const short = await sendRequest(server, { prompt: SHORT_PROMPT, outputTokens: 1 }, stop);
    if (short.fate === 'stopped') throw new Unmeasurable(t`stopped before the first answer`);
    if (short.fate !== 'answered') {
      refusals.push(`${APIS[dialect.api]}: ${short.why}`);
      wantsKey ||= short.fate === 'refused';
      if (short.fate === 'broken' || short.fate === 'timed-out') break;
      continue;
    }
    if (short.promptTokens !== undefined) prompts.learn(FEW_WORDS, short.promptTokens);
    return { server, aloneSeconds: await learnLengths(server, asked, prompts, random, stop) };
  }
  throw new Unmeasurable([...new Set(refusals)].join('; '), wantsKey);
}

const SHORT_PROMPT = 'hello world';

/** Requests one at a time, until prompts are as long as was asked for. */
async function learnLengths(
  server: Server,
  { promptTokens, outputTokens }: SweepAsked,
  prompts: PromptWriter,
  random: () => number,
  stop: Stop,
): Promise<number> {
  let seconds = 0;
  for (let tries = 0; tries < TRIES; tries++) {
    const prompt = prompts.write(promptTokens.mean);
    const request = { prompt, outputTokens: drawLength({ ...outputTokens, cv: 0 }, random) };
    const answer = await sendRequest(server, request, stop);
    if (answer.fate === 'stopped') throw new Unmeasurable(t`stopped before the first load`);
    if (answer.fate !== 'answered') {
      throw new Unmeasurable(answer.why, answer.fate === 'refused');
    }
    seconds = answer.ended - answer.sent;
    if (answer.promptTokens === undefined) break;
    prompts.learn(prompt.split(' ').length, answer.promptTokens);
    if (Math.abs(answer.promptTokens / promptTokens.mean - 1) < NEAR) break;
  }
  return seconds;
}

const TRIES = 3;
const NEAR = 0.03;

/** Ways to ask, the best first: without a chat template lengths are exact, and answers as long as asked for. */
function dialectsOf(api: Api | undefined): readonly Dialect[] {
  const apis: readonly Api[] = api ? [api] : ['completions', 'chat'];
  return apis.flatMap((each) => [
    { api: each, ignoresEnd: true },
    { api: each, ignoresEnd: false },
  ]);
}
