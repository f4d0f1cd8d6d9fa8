/** Friendlier words for the YAML library's errors, by the start of its own. */
const WORDS: readonly (readonly [start: string, words: string])[] = [
  ['Tabs are not allowed as indentation', 'YAML is indented with spaces: replace the tab'],
  [
    'All mapping items must start at the same column',
    'This key is indented differently from the keys beside it',
  ],
  [
    'All sequence items must start at the same column',
    'This list item is indented differently from the items beside it',
  ],
  [
    'Implicit map keys need to be followed by map values',
    'A colon is missing: a key is written `key: value`',
  ],
  [
    'Implicit keys need to be on a single line',
    'A colon is missing on this line or the one before it',
  ],
  [
    'Nested mappings are not allowed in compact mappings',
    'Two colons on one line: put the text in quotes, or the second key on a line of its own',
  ],
  ['Missing closing "quote', 'The closing " is missing'],
  ["Missing closing 'quote", "The closing ' is missing"],
  ['Flow map in block collection must be', 'The closing } is missing'],
  ['Flow map must end with a }', 'The closing } is missing'],
  ['Flow sequence in block collection must be', 'The closing ] is missing'],
  ['Flow sequence must end with a ]', 'The closing ] is missing'],
  ['Missing , or : between flow map items', 'A comma is missing between two entries of { }'],
  ['Missing , between flow map items', 'A comma is missing between two entries of { }'],
  ['Missing , between flow sequence items', 'A comma is missing between two items of [ ]'],
  ['Missing space after :', 'A space is missing after the colon'],
  ['Unexpected , in flow', 'There is a comma too many here'],
  ['Unexpected empty item in flow', 'There is a comma too many here'],
  ['Block collections are not allowed within flow', 'Within { } or [ ] write { } and [ ] only'],
  ['Unexpected scalar at node end', 'Nothing may follow the value on this line'],
  ['Unexpected flow-seq-end', 'This ] closes nothing'],
  ['Unexpected flow-map-end', 'This } closes nothing'],
  ['Comments must be separated', 'A comment needs a space before its #'],
  ['Plain value cannot start with a tab', 'YAML is indented with spaces: replace the tab'],
  [
    'Plain value cannot start with block scalar indicator >',
    'A value that begins with > needs quotes, as in ">2s": YAML gives > a meaning',
  ],
  [
    'Block scalar header includes extra characters',
    'A value that begins with > or | needs quotes, as in ">2s": YAML gives them a meaning',
  ],
  [
    'Plain value cannot start with',
    'Put this text in quotes: YAML gives its first character a meaning',
  ],
  ['Invalid escape sequence', 'No such escape: write \\\\ for a backslash, or use single quotes'],
];

/** @param message The YAML library's message, of any length. */
export function describeSyntaxError(message: string): string {
  const words = WORDS.find(([start]) => message.startsWith(start));
  return words?.[1] ?? firstLine(message);
}

function firstLine(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
