/**
 * Reads what `ollama run --verbose` prints after an answer, once for each answer: one request alone. Loading the model
 * is part of `total duration`, and of no latency in service.
 */
import { t } from '@vscode/l10n';
import { DURATION } from '../../plan/quantities/dimensions';
import { toNumber } from '../json';
import { remark } from '../remarks';
import type { Run, Runs } from '../run';
import type { Source } from '../source';
import type { Format } from './format';

const ENTRY =
  /^[\s#>*-]*(total duration|load duration|prompt eval count|prompt eval duration|prompt eval rate|eval count|eval duration|eval rate):\s+(\S.*?)\s*$/;

type Answer = ReadonlyMap<string, string>;

export const OLLAMA: Format = {
  title: 'ollama run --verbose',
  matches: (source) => answersOf(source).length > 0,
  read: (source): Runs => ({ runs: answersOf(source).map(readRun), remarks: [] }),
};

/** True for a text whose only block is cut off. */
export function isCutAnswer(source: Source): boolean {
  return /^[ \t]*total duration:\s/m.test(source.text) && answersOf(source).length === 0;
}

/** Finds the blocks that have their last line. */
function answersOf({ lines }: Source): readonly Answer[] {
  const answers: Answer[] = [];
  let values = new Map<string, string>();
  for (const line of lines) {
    const [, label, value] = ENTRY.exec(line) ?? [];
    if (label === undefined || value === undefined) continue;
    if (label === 'total duration') values = new Map();
    values.set(label, value);
    if (label === 'eval rate' && value.endsWith('tokens/s') && values.has('total duration')) {
      answers.push(values);
      values = new Map();
    }
  }
  return answers;
}

/** Longest of all durations that Go prints after each other: `12m56.225656006s`, `97.885315ms`. */
const GO_PART = /([\d.]+)(h|ms|µs|us|ns|m|s)/gy;

/** Reads a duration as Go writes it. */
function secondsOf(text: string | undefined): number | undefined {
  const parts = [...(text ?? '').matchAll(GO_PART)];
  if (parts.map(([part]) => part).join('') !== text) return undefined;
  return parts.reduce<number | undefined>((sum, [, digits = '', unit = '']) => {
    const factor = DURATION.factorOf(unit, 1);
    const value = toNumber(digits);
    return sum === undefined || factor === undefined || value === undefined
      ? undefined
      : sum + value * factor;
  }, 0);
}

/** Share of the whole from which the time to load the model is said. */
const NOTABLE = 0.01;

function readRun(answer: Answer): Run {
  const seconds = (label: string): number | undefined => secondsOf(answer.get(label));
  const count = (label: string): number | undefined =>
    toNumber(answer.get(label)?.replace(/\s*token\(s\)$/, ''));
  const total = seconds('total duration');
  const load = seconds('load duration') ?? 0;
  const [prompt, output] = [count('prompt eval count'), count('eval count')];
  const first = seconds('prompt eval duration');
  const answering = seconds('eval duration');
  const isNotable = total !== undefined && load > NOTABLE * total;
  return {
    tool: 'ollama run --verbose',
    load: { kind: 'users', users: 1 },
    parallel: 1,
    requests: 1,
    latency: total === undefined ? {} : { mean: total - load },
    ttft: first === undefined ? {} : { mean: first },
    tpot: answering !== undefined && output ? { mean: answering / output } : {},
    promptTokens: prompt === undefined ? undefined : { mean: prompt },
    outputTokens: output === undefined ? undefined : { mean: output },
    remarks: [
      ...(isNotable ? [remark('load-duration', { seconds: load })] : []),
      remark('prompt-time', {}),
      remark('no-field', { what: [t`eval rates`] }),
    ],
  };
}
