/** Finds what a growing selection takes at each step: a value, its entry, the map around it, and so on. */
import type { PlanDocument } from '../plan/document';
import type { Range } from '../plan/range';
import type { YamlNode } from '../plan/yamlTree';
import { withoutQuotes } from './names/occurrences';

/** Returns ranges around the offset, the innermost first, each inside the next. */
export function selectionRangesAt({ tree, text }: PlanDocument, offset: number): readonly Range[] {
  const whole = { start: 0, end: text.length };
  const found: Range[] = [whole];
  const add = (range: Range): void => {
    const { start, end } = withoutBlanks(text, range);
    const [last = whole] = found;
    const isInside = start >= last.start && end <= last.end && end - start < last.end - last.start;
    if (isInside && start <= offset && offset <= end) found.unshift({ start, end });
  };
  let node: YamlNode | undefined = tree;
  while (node) {
    add(node.range);
    node = stepInto(node, offset, text, add);
  }
  return found;
}

/** Adds the entry or item at the offset, and returns its value if the offset is in there. */
function stepInto(
  node: YamlNode,
  offset: number,
  text: string,
  add: (range: Range) => void,
): YamlNode | undefined {
  if (node.kind === 'map') {
    const entry = node.written.filter(({ keyRange }) => keyRange.start <= offset).at(-1);
    if (!entry) return undefined;
    const { keyRange, valueRange, value } = entry;
    add({ start: keyRange.start, end: Math.max(keyRange.end, valueRange.end) });
    if (offset <= keyRange.end) {
      addText(text, keyRange, add);
      return undefined;
    }
    add(valueRange);
    return written(value, valueRange, text, add);
  }
  if (node.kind === 'list') {
    const item = node.items.filter(({ range }) => range.start <= offset).at(-1);
    if (!item) return undefined;
    add(item.range);
    return written(item.value, item.range, text, add);
  }
  return undefined;
}

/** An alias is written elsewhere: its own name is the innermost. */
function written(
  value: YamlNode,
  range: Range,
  text: string,
  add: (range: Range) => void,
): YamlNode | undefined {
  if (value.range.start !== range.start || value.range.end !== range.end) return undefined;
  if (value.kind === 'scalar') addText(text, range, add);
  return value.kind === 'map' || value.kind === 'list' ? value : undefined;
}

function addText(text: string, range: Range, add: (range: Range) => void): void {
  add(range);
  add(withoutQuotes(text, range));
}

function withoutBlanks(text: string, { start, end }: Range): Range {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
