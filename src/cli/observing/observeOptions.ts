/** Reads the options of `capacity-plan observe`. */
import type { EngineType } from '../../engine/plan/plan';
import { SERVERS } from '../../production/metricNames';
import type { ToldFacts } from '../../production/runOfWindow';
import type { Wanted } from '../../production/service';
import { Failure } from '../failure';
import { choiceOf, parseOptions, wholeOf } from '../parseOptions';

/** Where the metrics come from. */
export type ObserveSource =
  | { readonly kind: 'url'; readonly url: string; readonly seconds: number }
  /** One dump of the time since the server began, or two with so much time between them. */
  | {
      readonly kind: 'files';
      readonly files: readonly string[];
      readonly seconds: number;
      /** End in seconds since 1970; undefined for the last change of the file. */
      readonly until: number | undefined;
    }
  | {
      readonly kind: 'prometheus';
      readonly url: string;
      readonly seconds: number;
      readonly selector: string;
      /** Seconds since 1970; undefined for now. */
      readonly until: number | undefined;
    };

export interface ObserveOptions {
  readonly source: ObserveSource;
  readonly wanted: Wanted;
  readonly told: ToldFacts;
  /** Plan that is compared, and written if `writes`. */
  readonly plan: string | undefined;
  readonly writes: boolean;
  readonly engine: string | undefined;
  readonly failsOnDrift: boolean;
  /** Name of the environment variable with the key; undefined for none. */
  readonly keyVariable: string | undefined;
}

/** Seconds of the time that is looked at, where nobody says. */
const LOOK_SECONDS = 60;
const RANGE_SECONDS = 7 * 86_400;

export function observeOptions(args: readonly string[]): ObserveOptions {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseOptions(args, {
    metrics: { type: 'string', multiple: true, default: [] },
    ...{ prometheus: text, window: text, until: text, selector: text, model: text, type: text },
    ...{ into: text, compare: text, engine: text, servers: text, parallel: text },
    ...{ 'output-tokens': text, 'key-env': text },
    'fail-on-drift': { type: 'boolean', default: false },
  });
  const { into, compare, engine } = values;
  if (into !== undefined && compare !== undefined) {
    throw new Failure('--into and --compare conflict: --into compares too', 'usage');
  }
  const plan = into ?? compare;
  if (engine !== undefined && plan === undefined) {
    throw new Failure('--engine names an engine of the plan of --into or --compare', 'usage');
  }
  if (values['fail-on-drift'] && plan === undefined) {
    throw new Failure('--fail-on-drift needs a plan: --into or --compare', 'usage');
  }
  const type = values.type === undefined ? undefined : choiceOf('--type', values.type, TYPES);
  return {
    source: sourceOf([...values.metrics, ...positionals], values),
    wanted: { type, model: values.model },
    told: {
      servers: wholeOf('--servers', values.servers),
      parallel: wholeOf('--parallel', values.parallel),
      outputTokens: numberOf('--output-tokens', values['output-tokens']),
    },
    plan,
    writes: into !== undefined,
    engine,
    failsOnDrift: values['fail-on-drift'],
    keyVariable: values['key-env'],
  };
}

const TYPES: readonly EngineType[] = SERVERS.map(({ type }) => type);

interface SourceValues {
  readonly prometheus?: string | undefined;
  readonly window?: string | undefined;
  readonly until?: string | undefined;
  readonly selector?: string | undefined;
}

function sourceOf(metrics: readonly string[], values: SourceValues): ObserveSource {
  const { prometheus, window, until, selector } = values;
  const seconds = window === undefined ? undefined : secondsOf(window);
  const end = until === undefined ? undefined : momentOf(until);
  if (prometheus !== undefined) {
    if (metrics.length > 0) throw new Failure('--metrics and --prometheus conflict', 'usage');
    return {
      kind: 'prometheus',
      url: prometheus,
      seconds: seconds ?? RANGE_SECONDS,
      selector: (selector ?? '')
        .trim()
        .replace(/^\{(.*)\}$/s, '$1')
        .trim(),
      until: end,
    };
  }
  if (selector !== undefined) throw new Failure('--selector goes with --prometheus', 'usage');
  const [first, ...others] = metrics;
  if (first === undefined) {
    throw new Failure(
      'observe needs --metrics URL, --metrics FILE FILE or --prometheus URL',
      'usage',
    );
  }
  if (/^https?:/i.test(first)) {
    if (others.length > 0) throw new Failure('--metrics takes one URL', 'usage');
    if (end !== undefined) throw new Failure('--until goes with files and --prometheus', 'usage');
    return { kind: 'url', url: first, seconds: seconds ?? LOOK_SECONDS };
  }
  if (others.length > 1) throw new Failure('--metrics takes one FILE or two', 'usage');
  if (seconds === undefined)
    throw new Failure(NO_WINDOW[others.length === 0 ? 'one' : 'two'], 'usage');
  return { kind: 'files', files: metrics, seconds, until: end };
}

/** Without the time nobody knows how many requests came a second. */
const NO_WINDOW = {
  one: 'one FILE has no rates: add a later one, and --window with the time between them; or state the time since the server began, as --window 3d',
  two: '--window states the time between the two files, such as 60s or 15m',
};

const UNITS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  min: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
};

/** Longest range: hours of a year are what a Prometheus answers at once. */
const LONGEST_SECONDS = 366 * 86_400;

/** Reads a time as Prometheus writes it: `90s`, `15m`, `7d`. */
function secondsOf(text: string): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?) ?([a-z]+)$/.exec(text.trim()) ?? [];
  const seconds = Number(amount) * (Object.hasOwn(UNITS, unit) ? (UNITS[unit] ?? NaN) : NaN);
  if (!(seconds >= 1 && seconds <= LONGEST_SECONDS)) {
    throw new Failure(
      `--window is a time from 1s to 366d such as 60s, 15m or 7d, not ${JSON.stringify(text)}`,
      'usage',
    );
  }
  return Math.round(seconds);
}

function momentOf(text: string): number {
  const isIso = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z)?$/.test(text.trim());
  const milliseconds = isIso ? Date.parse(text.trim()) : NaN;
  if (Number.isNaN(milliseconds)) {
    throw new Failure(
      `--until is a time such as 2026-01-31T12:00Z, not ${JSON.stringify(text)}`,
      'usage',
    );
  }
  return Math.floor(milliseconds / 1000);
}

function numberOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,7}(?:\.\d+)?$/.test(text.trim()) ? Number(text) : 0;
  if (number < 1) {
    throw new Failure(
      `${option} is a number of tokens from 1, not ${JSON.stringify(text)}`,
      'usage',
    );
  }
  return number;
}
