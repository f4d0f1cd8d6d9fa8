// Shortens the report and the findings for a terminal: what `npm start` prints.

/** Returns page one of a report in Markdown, as plain text. */
export function answerOf(report) {
  const [pageOne] = report.split('\n## Contents');
  return alignTables(pageOne.replace(/^# .*\n\nCapacity report of .*\n\n/, ''))
    .replace(/^## /gm, '')
    .replace(/ \[How to run it\]\([^)]*\)\./g, '')
    .replace(/\*\*|`/g, '')
    .replace(/\n{2,}(?=[-\d])/g, '\n')
    .trim();
}

/** Returns severity, line, and the first sentence, which says what is wrong. */
export function findingLine({ severity, span, message }) {
  const [first] = message.split(/(?<=\.) (?=[A-Z`])/);
  return `${severity.padEnd(11)} line ${String(span.line).padStart(2)}  ${cut(first.replaceAll('`', ''), 90)}`;
}

function cut(text, most) {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

/** Writes tables with columns of one width, without the marks of Markdown. */
function alignTables(markdown) {
  return markdown.replace(/(?:^\|.*\|\n)+/gm, (table) => {
    const rows = table
      .trim()
      .split('\n')
      .filter((row) => !/^\|( :?-+:? \|)+$/.test(row))
      .map((row) => row.slice(2, -2).replaceAll('**', '').split(' | '));
    const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
    const line = (row) => row.map((cell, i) => cell.padEnd(widths[i])).join('   ');
    return rows.map((row) => `  ${line(row).trimEnd()}\n`).join('');
  });
}
