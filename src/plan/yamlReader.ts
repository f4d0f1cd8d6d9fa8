/** Reads YAML text into a small tree of our own and problems. No other file knows the YAML library. */
import { Composer, isAlias, isMap, isSeq, Lexer, Parser, type CST, type Document } from 'yaml';
import { buildTree, type KindOf, type LibraryNode } from './buildTree';
import type { Comment } from './document';
import type { PlanProblem } from './problems';
import type { Range } from './range';
import { syntaxProblems } from './syntaxProblems';
import type { YamlNode } from './yamlTree';

export interface YamlReading {
  /** Undefined if there is nothing, or nothing trustworthy. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly PlanProblem[];
}

/** Maximum depth. Plans nest six deep; deeper nesting than this is an accident or an attack. */
export const MAX_DEPTH = 64;

/** Reads YAML 1.2. Time grows linearly with the length of the text, whatever it holds. */
export function readYaml(text: string): YamlReading {
  const stream = parseStream(text);
  if (stream === 'too-deep') {
    return failed([tooDeep({ start: 0, end: Math.min(1, text.length) })]);
  }
  const deep = findTooDeep(stream.document?.value, MAX_DEPTH);
  if (deep !== undefined) {
    return failed([tooDeep({ start: deep.offset, end: Math.min(deep.offset + 1, text.length) })]);
  }
  const document = composeFirst(stream.tokens);
  const syntax = syntaxProblems(text, stream.document, [
    ...stream.errors.map(({ offset, source, message }) => ({
      start: offset,
      end: offset + source.length,
      message,
    })),
    ...(document?.errors ?? []).map(({ pos: [start, end], message }) => ({ start, end, message })),
  ]);
  if (syntax.length > 0) {
    return failed(syntax);
  }
  if (stream.second !== undefined) {
    const { second, documents } = stream;
    const range = { start: second, end: Math.min(second + 3, text.length) };
    return failed([{ code: 'plan.multiple-documents', range, args: { count: documents } }]);
  }
  // The library's types nest generics that the tree does not need.
  const contents = document?.contents as LibraryNode | null | undefined;
  return contents ? buildTree(contents, kindOf) : failed([]);
}

/** Finds every comment as YAML does: a `#` within a text is none. */
export function readComments(text: string): Comment[] {
  const comments: Comment[] = [];
  forEachLexeme(text, (lexeme, range, line) => {
    if (lexeme.startsWith('#')) comments.push({ line, text: lexeme.slice(1), range });
  });
  return comments;
}

export interface AnchorMention {
  readonly name: string;
  /** Range of the name, without its `&` or `*`. */
  readonly range: Range;
  readonly isAlias: boolean;
}

/** Finds every anchor and alias, in the order of the text, also in a text that is no valid YAML. */
export function readAnchors(text: string): readonly AnchorMention[] {
  const found: AnchorMention[] = [];
  forEachLexeme(text, (lexeme, { start, end }) => {
    const [sign] = lexeme;
    if ((sign !== '&' && sign !== '*') || lexeme.length === 1) return;
    const range = { start: start + 1, end };
    found.push({ name: lexeme.slice(1), range, isAlias: sign === '*' });
  });
  return found;
}

/** Visits the lexemes of a text, except plain scalars, which may begin with any sign. */
function forEachLexeme(
  text: string,
  visit: (lexeme: string, range: Range, line: number) => void,
): void {
  let offset = 0;
  let line = 0;
  let afterMark = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (!afterMark && (lexeme === '\u001f' || lexeme === '\u0002' || lexeme === '\u0018')) {
      // Marks of the lexer, which are not in the text; the first announces a plain scalar.
      afterMark = lexeme === '\u001f';
      continue;
    }
    if (!afterMark) visit(lexeme, { start: offset, end: offset + lexeme.length }, line);
    afterMark = false;
    offset += lexeme.length;
    line += countLines(lexeme);
  }
}

interface Stream {
  /** Tokens up to the second document, without it. */
  readonly tokens: readonly CST.Token[];
  readonly errors: readonly CST.ErrorToken[];
  readonly document: CST.Document | undefined;
  readonly documents: number;
  readonly second: number | undefined;
}

function parseStream(text: string): Stream | 'too-deep' {
  const tokens: CST.Token[] = [];
  const errors: CST.ErrorToken[] = [];
  let document: CST.Document | undefined;
  let documents = 0;
  let second: number | undefined;
  try {
    for (const token of new Parser().parse(text)) {
      if (token.type === 'document') {
        documents += 1;
        document ??= token;
        second ??= documents === 2 ? token.offset : undefined;
      }
      if (token.type === 'error') {
        errors.push(token);
      } else if (documents < 2) {
        tokens.push(token);
      }
    }
  } catch (error) {
    // The library recurses to close thousands of nested blocks. Nothing else in it throws.
    if (error instanceof RangeError) {
      return 'too-deep';
    }
    throw error;
  }
  return { tokens, errors, document, documents, second };
}

/** Finds tokens that nest too deep: the library composes recursively. */
function findTooDeep(token: CST.Token | undefined, depth: number): CST.Token | undefined {
  if (token === undefined || !('items' in token)) {
    return undefined;
  }
  if (depth === 0) {
    return token;
  }
  for (const item of token.items) {
    const deep =
      findTooDeep(item.key ?? undefined, depth - 1) ?? findTooDeep(item.value, depth - 1);
    if (deep !== undefined) {
      return deep;
    }
  }
  return undefined;
}

function composeFirst(tokens: readonly CST.Token[]): Document.Parsed | undefined {
  // We find duplicate keys: the library's check takes time squared. Its `core` schema would try
  // five patterns on every scalar, to give numbers and dates that we read from the text ourselves.
  const composer = new Composer({
    uniqueKeys: false,
    schema: 'failsafe',
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  for (const document of composer.compose(tokens)) {
    return document;
  }
  return undefined;
}

function countLines(lexeme: string): number {
  let lines = 0;
  for (let at = lexeme.indexOf('\n'); at !== -1; at = lexeme.indexOf('\n', at + 1)) {
    lines += 1;
  }
  return lines;
}

function kindOf(node: LibraryNode): ReturnType<KindOf> {
  if (isMap(node)) {
    return 'map';
  }
  return isSeq(node) ? 'list' : isAlias(node) ? 'alias' : 'scalar';
}

function tooDeep(range: Range): PlanProblem {
  return { code: 'plan.too-large', range, args: { what: 'depth', limit: MAX_DEPTH } };
}

function failed(problems: readonly PlanProblem[]): YamlReading {
  return { root: undefined, problems };
}
