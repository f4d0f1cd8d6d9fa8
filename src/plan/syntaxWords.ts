/** Replaces the YAML library's errors by plain words, by the start of its messages, which are never shown. */
import { t } from '@vscode/l10n';

interface SyntaxWords {
  readonly words: string;
  /** Set if it does not affect the text after it. After other errors the library may be wrong. */
  readonly isLocal?: true;
}

const NEEDS_QUOTES = 'Put this text in quotes: YAML gives its first character a meaning';
const TAB = 'YAML is indented with spaces: replace the tab';
const COMMA_MISSING = 'A comma is missing between two items of [ ]';
const COMMA_TOO_MANY = 'There is a comma too many here';
const CLOSES_BRACE = 'The closing } is missing';
const CLOSES_BRACKET = 'The closing ] is missing';
const NOTHING_BEHIND = 'Nothing may follow the value on this line';
const SIGNS = 'A value that begins with &, * or ! needs quotes: YAML gives them a meaning';
const DIRECTIVE =
  'A line that begins with % is an instruction to YAML: put the text in quotes, or remove it';
const BLOCK_TEXT =
  'The lines of a text behind > or | are indented deeper than its key, all of them alike';
const LIST =
  'A list begins on a line of its own, below a key that has no value yet: look at the indentation of the dash';
const LOST =
  'This cannot be read: look for a quote, a bracket, a comma or a colon that is missing, here or just before';

/** English texts, translated where they are shown. */
const WORDS: readonly (readonly [start: RegExp, words: string, isLocal?: true])[] = [
  [/Tabs are not allowed as indentation/, TAB],
  [
    /All mapping items must start at the same column/,
    'This key is indented differently from the keys beside it',
  ],
  [
    /All sequence items must start at the same column/,
    'This list item is indented differently from the items beside it',
  ],
  [
    /Implicit map keys need to be followed by map values/,
    'A colon is missing: a key is written `key: value`',
  ],
  [
    /Implicit keys of flow sequence pairs need to be on a single line/,
    'A key and its colon belong on one line',
  ],
  [
    /Implicit keys need to be on a single line/,
    'A colon is missing on this line or the one before it',
  ],
  [
    /Nested mappings are not allowed in compact mappings/,
    'Two colons on one line: put the text in quotes, or the second key on a line of its own',
  ],
  [/A block sequence may not be used as an implicit map key/, LIST],
  [/Sequence item without - indicator/, 'This list item has no dash'],
  [/Unexpected block-seq-ind on same line with key/, LIST],
  [/Missing closing "quote/, 'The closing " is missing'],
  [/Missing closing 'quote/, "The closing ' is missing"],
  [/Flow map (in block collection must be|must end with a \})/, CLOSES_BRACE],
  [/Flow sequence (in block collection must be|must end with a \])/, CLOSES_BRACKET],
  [/Missing ,( or :)? between flow map items/, 'A comma is missing between two entries of { }'],
  [/Missing ,( or :)? between flow sequence items/, COMMA_MISSING],
  [/Missing space after :/, 'A space is missing after the colon', true],
  [/Unexpected , in flow/, COMMA_TOO_MANY, true],
  [/Unexpected empty item in flow/, COMMA_TOO_MANY, true],
  [/Unexpected : in flow/, 'There is a colon too many here, or its key is missing'],
  [/Block collections are not allowed within flow/, 'Within { } or [ ] write { } and [ ] only'],
  [/Unexpected \S+ at node end/, NOTHING_BEHIND],
  [/Unexpected flow-seq-end/, 'This ] closes nothing'],
  [/Unexpected flow-map-end/, 'This } closes nothing'],
  [/Unexpected map-value-ind/, 'This colon has no key before it'],
  [/Comments must be separated/, 'A comment needs a space before its #', true],
  [/Plain value cannot start with a tab/, TAB],
  [
    /Plain value cannot start with block scalar indicator >/,
    'A value that begins with > needs quotes, as in ">2s": YAML gives > a meaning',
    true,
  ],
  [
    /Block scalar header includes extra characters/,
    'A value that begins with > or | needs quotes, as in ">2s": YAML gives them a meaning',
  ],
  [/Plain value cannot start with/, NEEDS_QUOTES, true],
  [/Block scalar/, BLOCK_TEXT],
  [
    /Invalid escape sequence/,
    'No such escape: write \\\\ for a backslash, or use single quotes',
    true,
  ],
  [/.*\b([Tt]ags?|[Aa]nchors?|[Aa]lias)\b/, SIGNS],
  [/.*([Dd]irective|YAML version)/, DIRECTIVE],
];

/** @param message The YAML library's message, of any length. */
export function describeSyntaxError(message: string): SyntaxWords {
  const start = message.slice(0, 200);
  const found = WORDS.find(([pattern]) => start.search(pattern) === 0);
  const [, words = LOST, isLocal] = found ?? [];
  return isLocal ? { words: t(words), isLocal } : { words: t(words) };
}

/** Lists the texts of the table, for the check that each is translated. */
export function syntaxTexts(): readonly string[] {
  return [LOST, ...WORDS.map(([, words]) => words)];
}
