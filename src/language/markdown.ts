/** Markdown from pieces: what comes from the plan is escaped, so that no name can break the layout. */

const LONGEST_NAME = 80;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A name or a text of the plan, as it is: on one line, without Markdown, HTML or links of its own. */
export function escapeName(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  const cut = line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1)}…` : line;
  return escapePunctuation(cut);
}

/** A sentence of the catalogue: its `code` stays code, `<1 s` and `~2 s` stay what they are. */
export function escapeWords(words: string): string {
  return words
    .split(/(`[^`]*`)/)
    .map((piece, index) => (index % 2 === 1 ? piece : escapePunctuation(piece)))
    .join('');
}

/** Code, whatever backticks it contains. */
export function codeOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  if (longest === 0) return `\`${line}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}

export function bold(markdown: string): string {
  return `**${markdown}**`;
}

/** Lines that follow each other without a gap. */
export function lines(...each: readonly (string | undefined)[]): string {
  return each.filter((line) => line !== undefined && line !== '').join('  \n');
}

/** Pieces on one line, with a dot between. */
export function dotted(...each: readonly (string | undefined)[]): string {
  return each.filter((piece) => piece !== undefined && piece !== '').join(' · ');
}

/** Blocks with a gap between. */
export function blocks(...each: readonly (string | undefined)[]): string {
  return each.filter((block) => block !== undefined && block !== '').join('\n\n');
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** A table; undefined where it has no rows. Cells are Markdown. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string | undefined {
  if (rows.length === 0) return undefined;
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** A bracket, a dot or a colon only where they could start a link; the rest reads better bare. */
function escapePunctuation(text: string): string {
  return text
    .replace(/[\\`*_{}[\]#|~!]/g, '\\$&')
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/(www)\./gi, '$1\\.')
    .replace(/:(?=\/\/)|@/g, '\\$&');
}
