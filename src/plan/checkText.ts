/** Checks that a text may be parsed: it is short enough, is text, and arrived in full. */
import type { PlanProblem } from './problems';

/** Size in bytes above which the text is not parsed. */
export const MAX_PLAN_BYTES = 1_000_000;

/** Checks the text in a single pass. */
export function checkText(text: string): PlanProblem | undefined {
  if (text.length > MAX_PLAN_BYTES) {
    return tooLarge(text);
  }
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isControl(code)) {
      return { code: 'plan.not-text', range: { start: at, end: at + 1 }, args: {} };
    }
    // UTF-8 bytes: each half of a surrogate pair counts as two.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes > MAX_PLAN_BYTES ? tooLarge(text) : undefined;
}

/**
 * Finds bytes that are not UTF-8. They arrive as U+FFFD, from files and from editors: `café` in Latin-1 is
 * `caf\ufffd`. The plan is still readable, but nobody wrote that name.
 */
export function checkEncoding(text: string): readonly PlanProblem[] {
  const at = text.indexOf('\ufffd');
  return at === -1 ? [] : [{ code: 'plan.not-utf8', range: { start: at, end: at + 1 }, args: {} }];
}

/**
 * Tells if a control character is forbidden. YAML allows only tab, line feed and carriage return (YAML 1.2.2, section
 * 5.1).
 */
function isControl(code: number): boolean {
  return code < 0x20 ? code !== 0x09 && code !== 0x0a && code !== 0x0d : code === 0x7f;
}

function tooLarge(text: string): PlanProblem {
  const range = { start: 0, end: Math.min(1, text.length) };
  return { code: 'plan.too-large', range, args: { what: 'bytes', limit: MAX_PLAN_BYTES } };
}
