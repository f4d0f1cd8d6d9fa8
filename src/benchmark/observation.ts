/** Writes a run as an observation of the plan's format. What the format does not accept is left out with a remark. */
import { PERCENTILES } from '../engine/plan/plan';
import type { Item } from '../plan/edit/addItems';
import { OBSERVATION } from '../plan/fields/tables';
import { isIssue } from '../plan/quantities/outcome';
import { remark, type Remark } from './remarks';
import type { Length, Run, Statistic, Times } from './run';
import { STATISTICS } from './figures';
import { nameOf, noteOf } from './runNames';

export interface WrittenRun {
  readonly run: Run;
  readonly name: string;
  readonly item: Item;
  readonly remarks: readonly Remark[];
}

type Key = keyof typeof OBSERVATION;
type Value = string | readonly (readonly [string, string])[];

/**
 * Returns undefined for a run of which a plan accepts no time, and not users with a throughput either.
 * @param file Name of the file, for the note; undefined for a paste.
 */
export function writeRun(run: Run, file?: string): WrittenRun | undefined {
  const remarks: Remark[] = [];
  const item: (readonly [Key, Value])[] = [];
  for (const [key, value] of fieldsOf(run, file)) {
    const accepted = acceptedValue(key, value, remarks);
    if (accepted !== undefined) item.push([key, accepted]);
  }
  const has = (key: Key): boolean => item.some(([name]) => name === key);
  if (!TIME_KEYS.some(has) && !(has('users') && has('throughput'))) return undefined;
  return { run, name: nameOf(run), item, remarks: [...run.remarks, ...remarks] };
}

const TIME_KEYS = ['latency', ...PERCENTILES, 'ttft', 'tpot'] as const;

function fieldsOf(run: Run, file: string | undefined): readonly (readonly [Key, Value])[] {
  const { load, latency, requests, errors, throughputPerSecond, cachedShare } = run;
  const fields: readonly (readonly [Key, Value | undefined])[] = [
    ['name', nameOf(run)],
    ['source', 'measured'],
    ['production', run.production && 'true'],
    ['date', run.date],
    ['servers', countText(run.servers)],
    ['parallel', countText(run.parallel)],
    ['users', load.kind === 'users' ? countText(load.users) : undefined],
    [
      'thinkTime',
      load.kind === 'users' && load.thinkTimeSeconds ? timeText(load.thinkTimeSeconds) : undefined,
    ],
    ['rate', load.kind === 'rate' ? rateText(load.perSecond) : undefined],
    ['throughput', throughputPerSecond === undefined ? undefined : rateText(throughputPerSecond)],
    ['latency', statisticText(latency, 'mean')],
    ...PERCENTILES.map((each) => [each, statisticText(latency, each)] as const),
    ['ttft', timesValue(run.ttft)],
    ['tpot', timesValue(run.tpot)],
    ['promptTokens', lengthValue(run.promptTokens)],
    ['cachedTokens', optional(cachedShare, (share) => `${rounded(100 * share, 1)}%`)],
    ['outputTokens', lengthValue(run.outputTokens)],
    ['requests', countText(requests)],
    ['errors', countText(errors)],
    ['note', noteOf(run, file)],
  ];
  return fields.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}

/** Returns what a plan accepts of a value; it refuses a time of days, for instance. */
function acceptedValue(key: Key, value: Value, remarks: Remark[]): Value | undefined {
  const { shape } = OBSERVATION[key];
  if (typeof value === 'string') {
    const scalar = shape.kind === 'either' ? shape.scalar : shape;
    return isAccepted(scalar.parse(value, key), key, value, remarks) ? value : undefined;
  }
  if (shape.kind !== 'either') return undefined;
  const fields: Readonly<Record<string, { readonly shape: Parsing }>> = shape.map.fields;
  const accepted = value.filter(([name, text]) => {
    const field = fields[name];
    return field && isAccepted(field.shape.parse(text, name), `${key} ${name}`, text, remarks);
  });
  return accepted.length > 0 ? accepted : undefined;
}

interface Parsing {
  readonly parse: (text: string, key: string) => object;
}

function isAccepted(outcome: object, what: string, found: string, remarks: Remark[]): boolean {
  if (!isIssue(outcome as Parameters<typeof isIssue>[0])) return true;
  remarks.push(remark('not-accepted', { what, found }));
  return false;
}

function timesValue(times: Times): Value | undefined {
  const texts = STATISTICS.flatMap((statistic) => {
    const text = statisticText(times, statistic);
    return text === undefined ? [] : [[statistic, text] as const];
  });
  const [first, ...others] = texts;
  return first?.[0] === 'mean' && others.length === 0 ? first[1] : first && texts;
}

function statisticText({ about, ...times }: Times, statistic: Statistic): string | undefined {
  const mark = about?.includes(statistic) ? '~' : '';
  return optional(times[statistic], (seconds) => mark + timeText(seconds));
}

/** Writes the mean, and either its variation or its percentiles, which together could contradict each other. */
function lengthValue(length: Length | undefined): Value | undefined {
  if (!length || !(length.mean >= 1)) return undefined;
  const mean = tokensText(length.mean);
  const { cv, p50, p95 } = length;
  if (cv !== undefined && Number.isFinite(cv))
    return [
      ['mean', mean],
      ['cv', `${rounded(cv, 3)}`],
    ];
  if (p50 === undefined || p95 === undefined) return mean;
  const isInOrder = p50 >= 1 && p95 >= p50 && p95 >= length.mean;
  return isInOrder
    ? [
        ['mean', mean],
        ['p50', tokensText(p50)],
        ['p95', tokensText(p95)],
      ]
    : mean;
}

function optional<T>(value: number | undefined, write: (value: number) => T): T | undefined {
  return value === undefined ? undefined : write(value);
}

/** Writes a time to a hundredth of a millisecond, as the tools print it, and short ones to four digits. */
export function timeText(seconds: number): string {
  const milliseconds = seconds * 1000;
  const exact = milliseconds < 10 ? Number(milliseconds.toPrecision(4)) : rounded(milliseconds, 2);
  return exact < 1000 ? `${plain(exact)}ms` : `${plain(Number((exact / 1000).toPrecision(12)))}s`;
}

/** Writes a rate to a hundredth, as the tools print it, and low ones to four digits. */
export function rateText(perSecond: number): string {
  const exact = perSecond < 10 ? Number(perSecond.toPrecision(4)) : rounded(perSecond, 2);
  return `${plain(exact)}/s`;
}

/** Writes tokens with one decimal: three would look like thousands. */
function tokensText(tokens: number): string {
  return plain(rounded(tokens, 1));
}

function countText(count: number | undefined): string | undefined {
  return count === undefined ? undefined : plain(Math.round(count));
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** Writes a number without an exponent. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}
