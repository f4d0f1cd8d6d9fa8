/** Takes the prose out of Markdown, to count its words and to read its sentences. */

/** Returns the text that a reader sees: no code blocks, links' addresses, pictures or marks. */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/^( *)(`{3,})[^]*?^\1\2$/gm, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?(details|summary)>/g, '')
    .replace(/^\|( :?-+:? \|)+$/gm, '')
    .replace(/^ *(#+|-|\d+\.) /gm, '')
    .replace(/\*\*|[|`]/g, ' ');
}

/** Removes what is folded, but keeps the line that opens it. */
export function unfolded(markdown: string): string {
  let level = 0;
  return markdown
    .replace(/(<\/?details>)/g, '\n$1\n')
    .split('\n')
    .filter((line) => {
      if (line === '</details>') level--;
      const isShown = level === 0 || (level === 1 && line.startsWith('<summary>'));
      if (line === '<details>') level++;
      return isShown;
    })
    .join('\n');
}

export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Splits prose, without headings, at full stops and ends of lines. Each cell of a table is a text of its own. */
export function sentencesOf(markdown: string): readonly string[] {
  const cells = markdown
    .replace(/^#.*/gm, '')
    .replace(/ \| /g, '\n')
    .replace(/^\| | \|$/gm, '');
  return proseOf(cells)
    .split(/\n|(?<=[.!?])\s+(?=[\p{Lu}“])/u)
    .map((sentence) => sentence.replace(/ +/g, ' ').trim())
    .filter((sentence) => sentence !== '');
}
