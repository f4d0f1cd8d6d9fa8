/**
 * Finds rates of tokens in the place of rates of requests. With the length of the answers they are requests/s; of one
 * stream they are the time per token.
 */
import type { Stated } from '../../engine/plan/plan';
import { joinPath } from '../keyPath';
import type { TextEdit } from '../edit/textEdit';
import { readTokenRate, type TokenRate } from '../quantities/tokenRate';
import type { YamlEntry } from '../yamlTree';
import type { ProblemLog } from './problemLog';
import type { ReadContext } from './readContext';

interface Question {
  /** Keys of the map whose values are rates of requests. */
  readonly keys: readonly string[];
  /** Key that an unknown one with a rate of tokens stands for; undefined if it is stated, or there is none. */
  readonly meant: string | undefined;
  readonly outputTokens: Stated<number> | undefined;
  /** True if one stream made the rate, and its time per token is not stated. */
  readonly isOneStream: boolean;
}

/** Replaces the problems of such values. Returns true if there are any. */
export function reportTokenRates(
  { node, path }: ReadContext,
  { keys, meant, outputTokens, isOneStream }: Question,
  log: ProblemLog,
): boolean {
  let isFound = false;
  for (const entry of node.kind === 'map' ? node.entries : []) {
    const rate = entry.value.kind === 'scalar' ? readTokenRate(entry.value.text) : undefined;
    const at = joinPath(path, entry.key);
    const problem = rate && log.problems.find((each) => each.path === at);
    const key = keys.includes(entry.key) ? entry.key : meant;
    if (!rate || !problem || key === undefined || entry.value.kind !== 'scalar') continue;
    if (key === meant && problem.code !== 'plan.unknown-key' && key !== entry.key) continue;
    const requests = outputTokens && requestsOf(rate, outputTokens);
    const tpot = isOneStream ? tokenTimeOf(rate) : undefined;
    if (key !== entry.key && requests === undefined && tpot === undefined) continue;
    isFound = true;
    const found = key === entry.key ? entry.value.text : `${entry.key}: ${entry.value.text}`;
    const { range } = problem;
    log.addUnread(at);
    log.replace(problem, {
      code: 'plan.token-rate',
      range,
      path: at,
      args: { found, key, tokens: outputTokens?.value, requests, tpot },
      fixes: [
        ...(requests === undefined ? [] : [[replace(entry, key, requests)]]),
        ...(tpot === undefined ? [] : [[replace(entry, 'tpot', tpot)]]),
      ],
    });
  }
  return isFound;
}

function requestsOf({ perSecond, sign }: TokenRate, tokens: Stated<number>): string | undefined {
  const rate = perSecond / tokens.value;
  const isAbout = tokens.approximate && sign === '';
  return rate > 1e-6 && rate <= 1e9 ? `${isAbout ? '~' : sign}${rounded(rate)}/s` : undefined;
}

/** Seconds of one token; of a rate that is a bound it would be a bound the other way. */
function tokenTimeOf({ perSecond, bound, sign }: TokenRate): string | undefined {
  const seconds = 1 / perSecond;
  if (bound !== 'exact' || !(seconds < 86_400)) return undefined;
  return seconds < 1 ? `${sign}${rounded(1000 * seconds)}ms` : `${sign}${rounded(seconds)}s`;
}

/** Writes three digits, as the rate itself mostly has. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function replace(entry: YamlEntry, key: string, value: string): TextEdit {
  const { keyRange, valueRange } = entry;
  return key === entry.key
    ? { ...valueRange, text: value }
    : { start: keyRange.start, end: valueRange.end, text: `${key}: ${value}` };
}
