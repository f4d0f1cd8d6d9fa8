/**
 * Reads comments that silence rules. `# capacity-plan-disable-next-line target.latency-missed` covers one line, and
 * `# capacity-plan-disable price.undated` the whole file. Commas or blanks separate several codes. `scenario.*` names
 * a group, and no code means every rule. Text after `--` is the reason. A colon after the directive is accepted.
 */
import type { Comment, PlanDocument } from '../plan/document';
import { indexLines } from '../plan/lineIndex';
import type { Finding } from './finding';

/** A code that a comment names, and its place. */
export interface NamedCode {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

export interface Suppressions {
  readonly isSilenced: (finding: Finding) => boolean;
  /** Codes in the order of the text, right or wrong. */
  readonly named: readonly NamedCode[];
  /** Comments that begin like a suppression and do not continue like one. */
  readonly misspelt: readonly NamedCode[];
}

export const DIRECTIVES = ['capacity-plan-disable', 'capacity-plan-disable-next-line'] as const;

const BEGINNING = /^\s*(capacity-plan-disable[^\s:,]*)/i;
const DIRECTIVE = /^\s*capacity-plan-disable(-next-line)?(?::|(?=\s|$))/;

/** Reads suppressions. Nothing is parsed if no comment silences a rule. */
export function readSuppressions({ text, comments }: PlanDocument): Suppressions {
  const named: NamedCode[] = [];
  const misspelt: NamedCode[] = [];
  const inFile: string[] = [];
  const byLine = new Map<number, string[]>();
  const alone = linesOfCommentsAlone(text, comments);
  for (const comment of comments) {
    const [directive, nextLine] = DIRECTIVE.exec(comment.text) ?? [];
    if (directive === undefined) {
      misspelt.push(...beginningOf(comment));
      continue;
    }
    const codes = codesAfter(comment, directive.length);
    named.push(...codes);
    const patterns = codes.length > 0 ? codes.map(({ code }) => code) : ['*'];
    if (nextLine === undefined) {
      inFile.push(...patterns);
    } else {
      const line = lineAfter(comment.line, alone);
      byLine.set(line, [...(byLine.get(line) ?? []), ...patterns]);
    }
  }
  const found = { named, misspelt };
  if (inFile.length === 0 && byLine.size === 0) return { isSilenced: () => false, ...found };
  const lines = indexLines(text);
  const isSilenced = ({ code, range }: Finding): boolean => {
    // a broken file stays broken, whatever its comments say
    if (code === 'plan.syntax') return false;
    if (matches(inFile, code)) return true;
    return matches(byLine.get(lines.positionAt(range.start).line) ?? [], code);
  };
  return { isSilenced, ...found };
}

function beginningOf({ text, range }: Comment): readonly NamedCode[] {
  const [whole, code] = BEGINNING.exec(text) ?? [];
  if (whole === undefined || code === undefined) return [];
  const end = range.start + 1 + whole.length; // starts after the `#`
  return [{ code, start: end - code.length, end }];
}

function matches(patterns: readonly string[], code: string): boolean {
  return patterns.some(
    (pattern) =>
      pattern === code ||
      pattern === '*' ||
      (pattern.endsWith('.*') && code.startsWith(pattern.slice(0, -1))),
  );
}

function codesAfter({ text, range }: Comment, from: number): NamedCode[] {
  const [codes = ''] = text.slice(from).split(/(?:^|\s)--(?:\s|$)/, 1);
  const start = range.start + 1 + from; // starts after the `#`
  return [...codes.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
    code,
    start: start + index,
    end: start + index + code.length,
  }));
}

/** Returns the next line with content: comments may be stacked. */
function lineAfter(line: number, alone: ReadonlySet<number>): number {
  let next = line + 1;
  while (alone.has(next)) next += 1;
  return next;
}

function linesOfCommentsAlone(text: string, comments: readonly Comment[]): ReadonlySet<number> {
  const alone = comments.filter(({ range }) => {
    let before = range.start - 1;
    while (text[before] === ' ' || text[before] === '\t') before -= 1;
    return before < 0 || text[before] === '\n' || text[before] === '\r';
  });
  return new Set(alone.map(({ line }) => line));
}
