/** Turns the YAML library's errors into a few problems, with a place and helpful words. */
import { t } from '@vscode/l10n';
import type { PlanProblem } from './problems';
import type { Range } from './range';
import { describeSyntaxError } from './syntaxWords';

interface SyntaxError {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** What is needed of the library's tokens. */
interface Token {
  readonly offset: number;
  readonly source?: string;
  readonly value?: unknown;
  readonly items?: readonly { readonly key?: unknown; readonly value?: unknown }[];
}

const MAX_PROBLEMS = 3;
const continued = (): string => t`The line below is indented as if it belonged to this value`;
const unspaced = (): string =>
  t`A space is missing after the colon: a key is written \`key: value\``;

/** Returns problems in the order of the text, up to the first that makes all later ones uncertain. */
export function syntaxProblems(
  text: string,
  document: Token | undefined,
  errors: readonly SyntaxError[],
): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const longKeys = new Set(
    errors
      .filter(({ message }) => message.startsWith('Implicit keys need'))
      .map(({ start }) => start),
  );
  let lineEnd = -1;
  for (const error of [...errors].sort(byPlace)) {
    // Errors on the same line mostly follow from the first.
    if (error.start <= lineEnd) {
      continue;
    }
    const quote = error.message.startsWith('Missing closing')
      ? findEndingAt(document, error.start)
      : undefined;
    const range = toVisibleRange(quote?.offset ?? error.start, error.end, text);
    const { words, isLocal } = describe(error, longKeys, text);
    problems.push({ code: 'plan.syntax', range, args: { detail: words } });
    if (!isLocal || problems.length === MAX_PROBLEMS) {
      break;
    }
    lineEnd = endOfLine(text, range.start);
  }
  return problems;
}

/** Sorts by place. At the same place an incomplete key comes last, since it is the least informative error. */
function byPlace(a: SyntaxError, b: SyntaxError): number {
  const isVague = ({ message }: SyntaxError) => Number(message.startsWith('Implicit keys'));
  return a.start - b.start || isVague(a) - isVague(b);
}

/**
 * Describes an error. A line with too deep an indentation continues the text above: the library then sees a long key.
 */
function describe(
  { start, message }: SyntaxError,
  longKeys: ReadonlySet<number>,
  text: string,
): ReturnType<typeof describeSyntaxError> {
  const isContinued = message.startsWith('Nested mappings') && longKeys.has(start);
  if (/^(Implicit|Nested)/.test(message)) {
    // The library sees a text where `latency:<1s` is written.
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, endOfLine(text, start));
    if (/^[\s-]*[\w-]+:[^\s/:]/.test(line)) return { words: unspaced() };
  }
  return isContinued ? { words: continued() } : describeSyntaxError(message);
}

/** Moves a range to one line and to something visible: a word rather than its first letter, not a line's end. */
function toVisibleRange(start: number, end: number, text: string): Range {
  let from = Math.min(Math.max(0, start), text.length);
  const shown = text.slice(from, Math.max(from, end));
  if (shown.trim() === '' && !shown.includes('\t')) {
    while (from > 0 && /\s/.test(text[from - 1] ?? '')) {
      from -= 1;
    }
    return { start: Math.max(0, from - 1), end: from };
  }
  const word = /^[\w.-]+/.exec(text.slice(from, from + 100))?.[0].length ?? 0;
  const to = Math.max(end, from + word);
  return { start: from, end: Math.min(to, Math.max(endOfLine(text, from), from + 1), text.length) };
}

function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline;
}

/** Returns the scalar that ends there. For a missing closing quote people look for the opening one. */
function findEndingAt(token: unknown, end: number): Token | undefined {
  if (!isToken(token)) {
    return undefined;
  }
  const { offset, source, value, items = [] } = token;
  if (source !== undefined && offset + source.length === end) {
    return token;
  }
  const inner = [value, ...items.flatMap((item) => [item.key, item.value])];
  for (const one of inner) {
    const found = findEndingAt(one, end);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function isToken(token: unknown): token is Token {
  return typeof token === 'object' && token !== null && 'offset' in token;
}
