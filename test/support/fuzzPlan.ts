/** Checks what must hold of every text, however broken. Throws if it does not. */
import type { PlanDocument } from '../../src/plan/document';
import type { Range } from '../../src/plan/range';
import { readPlan } from '../../src/plan/readPlan';

export { mutatePlan, RICH_PLANS, seededRandom } from './mutatePlan';

export function checkOneText(text: string): void {
  checkDocument(readPlan(text));
}

export function checkDocument(document: PlanDocument): void {
  const { text } = document;
  for (const { code, range, related = [] } of document.problems) {
    for (const one of [range, ...related]) {
      checkRange(one, text, code);
    }
  }
  for (const { range } of document.comments) {
    checkRange(range, text, 'comment');
    if (text[range.start] !== '#') {
      throw new Error(`no comment at ${range.start}`);
    }
  }
  if (!document.assessable && document.problems.length === 0) {
    throw new Error('not assessable, and no problem says why');
  }
  for (let offset = 0; offset <= text.length; offset += 1 + Math.floor(text.length / 25)) {
    const found = document.pathAt(offset);
    if (found !== undefined) {
      checkRange(found.range, text, found.path);
      document.rangeOf(found.path, found.part);
    }
  }
  for (const path of statedPaths(document.plan)) {
    const range = document.rangeOf(path, 'value');
    if (range === undefined) {
      throw new Error(`no range for ${path}`);
    }
    checkRange(range, text, path);
  }
}

function checkRange({ start, end }: Range, text: string, what: string): void {
  if (!(start >= 0 && start <= end && end <= text.length)) {
    throw new Error(`${what}: range ${start} to ${end} in ${text.length} characters`);
  }
}

/** Checks that every `path` of the typed plan leads back to the text. */
function* statedPaths(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if ((key === 'path' || key.endsWith('Path')) && typeof inner === 'string') {
      yield inner;
    } else {
      yield* statedPaths(inner);
    }
  }
}
