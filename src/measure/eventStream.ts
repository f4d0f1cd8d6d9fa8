/** Reads server-sent events (HTML Living Standard, "Interpreting an event stream"): the data of each. */

/** @param parts Text as it arrives, cut anywhere. */
export async function* readEvents(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let data: string[] = [];
  for await (const part of parts) {
    rest += part;
    // a carriage return at the end may be the first half of a line break
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line !== '') {
        data.push(...dataOf(line));
      } else if (data.length > 0) {
        yield data.join('\n');
        data = [];
      }
    }
  }
}

function dataOf(line: string): readonly string[] {
  const field = /^data(?:: ?(.*))?$/.exec(line);
  return field ? [field[1] ?? ''] : [];
}
