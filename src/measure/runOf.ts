/** Turns the answers of one load into a run, as if a benchmark tool had printed it. */
import { PERCENTILE_SHARES } from '../engine/plan/percentiles';
import { PERCENTILES } from '../engine/plan/plan';
import { remark, type Remark } from '../benchmark/remarks';
import { NO_TIMES, type Length, type Load, type Run, type Times } from '../benchmark/run';
import type { Answer } from './answer';
import type { LoadResult } from './runLoad';
import { meanOf } from './steadyPart';

/** What is the same for all loads of a sweep. */
export interface RunFacts {
  readonly version: string;
  /** Day of the run: `2026-01-31`. */
  readonly date: string;
  readonly model: string;
  readonly servers: number | undefined;
  readonly parallel: number | undefined;
  /** Answers may end before they are as long as was asked for. */
  readonly endsItself: boolean;
}

export const TOOL = 'capacity-plan measure';

/** @returns undefined if no request was answered after the run had settled. */
export function runOf(result: LoadResult, facts: RunFacts): Run | undefined {
  const { load, settled, seconds } = result;
  const answers = settled.filter(({ fate }) => fate === 'answered');
  if (answers.length === 0 || !(seconds > 0)) return undefined;
  const { endsItself, ...named } = facts;
  const isCounted = answers.every(({ outputTokens }) => outputTokens !== undefined);
  const remarks: Remark[] = [
    ...(isCounted ? [] : [remark('parts-counted', {})]),
    ...(endsItself ? [remark('ends-itself', {})] : []),
  ];
  return {
    tool: TOOL,
    ...named,
    load: loadOf(load),
    requests: settled.length,
    errors: settled.length - answers.length,
    throughputPerSecond: answers.length / seconds,
    latency: timesOf(answers.map(({ sent, ended }) => ended - sent)),
    ttft: timesOf(answers.map(({ sent, first = sent }) => first - sent)),
    tpot: timesOf(answers.flatMap(timePerToken)),
    promptTokens: lengthOf(answers.flatMap(({ promptTokens }) => promptTokens ?? [])),
    outputTokens: lengthOf(answers.map(tokensOf)),
    cachedShare: cachedShareOf(answers),
    remarks,
  };
}

function loadOf(load: LoadResult['load']): Load {
  return load.kind === 'rate'
    ? load
    : {
        kind: 'users',
        users: load.users,
        ...(load.thinkTimeSeconds > 0 && { thinkTimeSeconds: load.thinkTimeSeconds }),
      };
}

function tokensOf({ outputTokens, parts }: Answer): number {
  return outputTokens ?? parts;
}

function timePerToken(answer: Answer): readonly number[] {
  const { first, last } = answer;
  const tokens = tokensOf(answer);
  return first === undefined || last === undefined || tokens < 2
    ? []
    : [(last - first) / (tokens - 1)];
}

/** Mean and percentiles. A percentile needs at least two requests beyond it: chance decides the others. */
export function timesOf(seconds: readonly number[]): Times {
  if (seconds.length === 0) return NO_TIMES;
  const sorted = [...seconds].sort((a, b) => a - b);
  const known = PERCENTILES.filter((each) => sorted.length * (1 - PERCENTILE_SHARES[each]) >= 2);
  return {
    mean: meanOf(seconds),
    ...Object.fromEntries(known.map((each) => [each, quantile(sorted, PERCENTILE_SHARES[each])])),
  };
}

/** Interpolates between the two values around the share, as NumPy and most tools do. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

function lengthOf(tokens: readonly number[]): Length | undefined {
  if (tokens.length === 0) return undefined;
  const mean = meanOf(tokens);
  const deviation = Math.sqrt(meanOf(tokens.map((each) => (each - mean) ** 2)));
  return { mean, cv: mean > 0 ? deviation / mean : 0 };
}

function cachedShareOf(answers: readonly Answer[]): number | undefined {
  const known = answers.filter(({ cachedTokens }) => cachedTokens !== undefined);
  const prompts = known.reduce((sum, { promptTokens = 0 }) => sum + promptTokens, 0);
  const cached = known.reduce((sum, { cachedTokens = 0 }) => sum + cachedTokens, 0);
  // a few tokens at the beginning of each prompt are those of the template
  return prompts > 0 && cached / prompts > LEAST_CACHED ? cached / prompts : undefined;
}

const LEAST_CACHED = 0.02;
