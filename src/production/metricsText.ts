/**
 * Reads the text formats of metrics: Prometheus 0.0.4 and OpenMetrics 1.0. The code is our own, since the package for it on
 * npm (parse-prometheus-text-format 1.1.1) throws at a single bad line, takes exemplars for timestamps, and is no longer
 * looked after: it is built with the Babel of 2019.
 */

export interface Sample {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

export type Labels = ReadonlyMap<string, string>;

export interface MetricsText {
  readonly samples: readonly Sample[];
  /** Lines that are no sample and no comment, from 1: the text is something else, or cut off. */
  readonly unreadLines: readonly number[];
}

export function readMetricsText(text: string): MetricsText {
  const samples: Sample[] = [];
  const unreadLines: number[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    const sample = readSample(content);
    if (sample) samples.push(sample);
    else unreadLines.push(index + 1);
  }
  return { samples, unreadLines };
}

/** Reads `name{label="value"} 1.5 1700000000`. Timestamps and exemplars are passed over. */
function readSample(line: string): Sample | undefined {
  const found = NAME.exec(line);
  let name = found?.[0];
  let at = blankEnd(line, name?.length ?? 0);
  let labels: Labels = NO_LABELS;
  if (line[at] === '{') {
    const read = readLabels(line, at + 1);
    if (!read) return undefined;
    name ??= read.name;
    ({ labels, end: at } = read);
    at = blankEnd(line, at);
  }
  const value = readNumber(/^\S+/.exec(line.slice(at, at + LONGEST_NUMBER))?.[0] ?? '');
  return name === undefined || value === undefined ? undefined : { name, labels, value };
}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*/;
const NO_LABELS: Labels = new Map();
const LONGEST_NUMBER = 100;

interface ReadLabels {
  readonly labels: Labels;
  /** Name of the metric, if it is quoted among the labels: Prometheus 3 writes names with dots so. */
  readonly name: string | undefined;
  /** Place after the closing brace. */
  readonly end: number;
}

/** @param start Place after the opening brace. @returns undefined if the labels do not end, or are none. */
function readLabels(line: string, start: number): ReadLabels | undefined {
  const labels = new Map<string, string>();
  let name: string | undefined;
  let at = start;
  for (;;) {
    at = blankEnd(line, at);
    if (line[at] === '}') return { labels, name, end: at + 1 };
    const key = readQuoted(line, at) ?? readWord(line, at);
    if (!key) return undefined;
    at = blankEnd(line, key.end);
    if (line[at] === '=') {
      const value = readQuoted(line, blankEnd(line, at + 1));
      if (!value) return undefined;
      labels.set(key.text, value.text);
      at = blankEnd(line, value.end);
    } else if (key.isQuoted) {
      name = key.text;
    } else {
      return undefined;
    }
    if (line[at] === ',') at++;
    else if (line[at] !== '}') return undefined;
  }
}

interface Token {
  readonly text: string;
  readonly end: number;
  readonly isQuoted: boolean;
}

function readWord(line: string, start: number): Token | undefined {
  WORD.lastIndex = start;
  const text = WORD.exec(line)?.[0];
  return text === undefined ? undefined : { text, end: start + text.length, isQuoted: false };
}

const WORD = /[a-zA-Z_][a-zA-Z0-9_]*/y;

/** Reads a text in quotes with its escapes: a backslash, a quote, and `n` for a line break. */
function readQuoted(line: string, start: number): Token | undefined {
  if (line[start] !== '"') return undefined;
  let text = '';
  for (let at = start + 1; at < line.length; at++) {
    const char = line[at] ?? '';
    if (char === '"') return { text, end: at + 1, isQuoted: true };
    if (char !== '\\') {
      text += char;
      continue;
    }
    const escaped = line[++at] ?? '';
    text += ESCAPES.get(escaped) ?? `\\${escaped}`;
  }
  return undefined;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ['"', '"'],
  ['n', '\n'],
]);

/** Reads a number as Go does, which writes and reads them: `1.5e-05`, `NaN`, `+Inf`. */
function readNumber(text: string): number | undefined {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (/^[+-]?nan$/i.test(text)) return NaN;
  const infinite = /^([+-]?)inf(?:inity)?$/i.exec(text);
  return infinite ? (infinite[1] === '-' ? -Infinity : Infinity) : undefined;
}

function blankEnd(line: string, start: number): number {
  let at = start;
  while (line[at] === ' ' || line[at] === '\t') at++;
  return at;
}
