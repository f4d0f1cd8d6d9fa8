/** Checks what must hold of the findings of every text, however broken. Throws if it does not. */
import { analyzePlan } from '../../src/lint/analyzePlan';
import { describeFinding, describeRelated } from '../../src/messages/findings';
import type { Range } from '../../src/plan/range';
import { checkDocument } from './fuzzPlan';

const HOLES = ['NaN', 'undefined', 'Infinity', 'infinitely', '[object'];

export function checkFindings(text: string): void {
  const { document, findings } = analyzePlan(text);
  checkDocument(document);
  for (const finding of findings) {
    const message = describeFinding(finding);
    // quoted text, or text from the plan, is the plan's own
    const own = message.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
    const hole = HOLES.find((word) => own.includes(word) && !text.includes(word));
    if (hole !== undefined || own.includes('\n') || message === '') {
      throw new Error(`${finding.code}: ${message}`);
    }
    for (const { range } of [finding, ...finding.related]) checkRange(range, text);
    for (const place of finding.related) {
      if (describeRelated(place) === '')
        throw new Error(`${finding.code}: nothing on ${place.role}`);
    }
  }
}

function checkRange({ start, end }: Range, text: string): void {
  if (!(start >= 0 && start <= end && end <= text.length)) {
    throw new Error(`${start} to ${end} of ${text.length}`);
  }
}
