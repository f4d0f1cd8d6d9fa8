/**
 * Finds values that YAML cuts at a comma in braces: `{ price: $1,200/month }`. The rest becomes a key without a
 * value. It is found if that key is unknown and continues the value before it.
 */
import type { Fields } from '../fields/shape';
import type { YamlEntry, YamlMap } from '../yamlTree';
import type { ProblemLog } from './problemLog';
import type { ReadContext } from './readContext';

/** Returns the entries to leave out: values that were cut, and their rests. */
export function findCutValues(
  { path: inside }: Pick<ReadContext, 'path'>,
  { written }: YamlMap,
  fields: Fields,
  log: ProblemLog,
): ReadonlySet<YamlEntry> | undefined {
  if (!written.some(({ bare }) => bare)) {
    return undefined;
  }
  let cut: Set<YamlEntry> | undefined;
  let first = 0;
  while (first < written.length) {
    const head = written[first];
    let next = first + 1;
    while (head !== undefined && continues(head, written, next, fields)) {
      next += 1;
    }
    const rest = written.slice(first + 1, next);
    const last = rest.at(-1);
    if (head !== undefined && last !== undefined && head.value.kind === 'scalar') {
      const found = joinParts(head.value.text, rest, written[first]);
      const range = { start: head.valueRange.start, end: last.keyRange.end };
      const mended = mend(found, rest);
      // No key of the format needs escaping in a path.
      const path = `${inside}/${head.key}`;
      log.addUnread(path);
      log.add({ code: 'plan.flow-comma', range, args: { key: head.key, found, mended }, path });
      cut = new Set([...(cut ?? []), head, ...rest]);
    }
    first = next;
  }
  return cut;
}

function continues(
  head: YamlEntry,
  written: readonly YamlEntry[],
  at: number,
  fields: Fields,
): boolean {
  const entry = written[at];
  const field = Object.hasOwn(fields, head.key) ? fields[head.key] : undefined;
  if (
    entry === undefined ||
    field === undefined ||
    !entry.bare ||
    Object.hasOwn(fields, entry.key)
  ) {
    return false;
  }
  if (head.value.kind !== 'scalar' || head.value.quoted) {
    return false;
  }
  if (field.shape.kind === 'scalar' && field.shape.prose) {
    return true;
  }
  const before = at === 0 ? undefined : written[at - 1];
  const digitsBefore =
    before === head ? /\d$/.test(head.value.text) : /^\d+$/.test(before?.key ?? '');
  const gap =
    entry.keyRange.start - (before === head ? head.valueRange.end : (before?.keyRange.end ?? 0));
  return digitsBefore && gap === 1 && /^\d/.test(entry.key);
}

function joinParts(text: string, rest: readonly YamlEntry[], head: YamlEntry | undefined): string {
  let joined = text;
  let end = head?.valueRange.end ?? 0;
  for (const { key, keyRange } of rest) {
    joined += `,${' '.repeat(Math.min(1, keyRange.start - end - 1))}${key}`;
    end = keyRange.end;
  }
  return joined;
}

/** Mends a cut value. Groups of three are thousands and get quotes; other digits get a decimal point. */
function mend(found: string, rest: readonly YamlEntry[]): string {
  const [only] = rest;
  const decimal = rest.length === 1 && /^(\d{1,2}|\d{4,})(?!\d)/.test(only?.key ?? '');
  return decimal && /\d,\d/.test(found)
    ? found.replace(/,(?=\d)/, '.')
    : `"${found.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}
