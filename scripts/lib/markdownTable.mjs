// A table in Markdown, for docs/engine.md.
export function markdownTable(header, rows) {
  return [header, header.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
