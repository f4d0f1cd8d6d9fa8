/** Parses the command line: options, file names, days and rule levels. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { SEVERITIES, type RuleLevel } from '../lint/finding';
import { RULE_CATALOG } from '../lint/ruleCatalog';
import { readWhole } from '../measure/readAsked';
import { Failure } from './failure';

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** Parses a command's options and file names. Anything else is bad usage. */
export function parseOptions<T extends OptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // "Unknown option '--x'. To specify a positional argument ...": the rest is about parseArgs itself
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new Failure(message.charAt(0).toLowerCase() + message.slice(1), 'usage');
  }
}

/** Returns the value of an option that has fixed choices. */
export function choiceOf<T extends string>(
  option: string,
  value: string,
  choices: readonly T[],
): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw new Failure(`${option} is ${choices.join(', ')}, not ${JSON.stringify(value)}`, 'usage');
  }
  return found;
}

/** Returns the value of an option that is a whole number from 1; undefined if it is not given. */
export function wholeOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const whole = readWhole(text);
  if (whole !== undefined) return whole;
  throw new Failure(`${option} is a whole number from 1, not ${JSON.stringify(text)}`, 'usage');
}

/** Parses `--as-of 2026-01-31`. Returns today if it is not given. */
export function parseDay(day: string | undefined): string {
  if (day === undefined) return new Date().toISOString().slice(0, 10);
  if (!isDay(day)) {
    throw new Failure(`--as-of is a date such as 2026-01-31, not ${JSON.stringify(day)}`, 'usage');
  }
  return day;
}

/** Returns true for a day that exists. `Date` reads 2026-02-30 as 2026-03-02. */
function isDay(day: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** Parses `--rule target.unverified=off`, which may be repeated. */
export function parseLevels(rules: readonly string[]): Readonly<Record<string, RuleLevel>> {
  return Object.fromEntries(rules.map(parseLevel));
}

function parseLevel(rule: string): readonly [string, RuleLevel] {
  const [code = '', level] = rule.split('=', 2);
  if (level === undefined) {
    throw new Failure(`--rule is CODE=LEVEL, not ${JSON.stringify(rule)}`, 'usage');
  }
  if (!isRule(code)) throw new Failure(`there is no rule ${JSON.stringify(code)}`, 'usage');
  return [code, choiceOf(`the level of ${code}`, level, [...SEVERITIES, 'off'] as const)];
}

/** Returns true for a code, or a group such as `scenario.*`. */
function isRule(code: string): boolean {
  if (!code.endsWith('.*')) return RULE_CATALOG.has(code);
  return [...RULE_CATALOG.keys()].some((known) => known.startsWith(code.slice(0, -1)));
}

/** Returns the file of a command that takes exactly one. */
export function singleFile(command: string, files: readonly string[]): string {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) {
    throw new Failure(`${command} takes one FILE`, 'usage');
  }
  return file;
}
