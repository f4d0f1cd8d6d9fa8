/** A value as YAML: plain where that is read back as it is, in quotes where it would be misread. */

/** Characters that begin something else than a plain scalar (YAML 1.2.2, section 7.3.3). */
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`]/;
/** A colon or a hash that ends the text early; in braces also what separates. */
const ENDS_PLAIN = /:(\s|$)|\s#/;
const ENDS_IN_FLOW = /[,[\]{}]|:(?=$)/;
/** What other readers of YAML may take for something else than a text. */
const NOTHING = /^(?:|~|null)$/i;

function isPlain(text: string, inFlow: boolean): boolean {
  // A sign before a digit begins a number, not a list.
  const indicator = INDICATOR.test(text) && !/^-\d/.test(text);
  return !(
    indicator ||
    NOTHING.test(text) ||
    text.trim() !== text ||
    /[\p{Cc}\u2028\u2029\ufeff]/u.test(text) ||
    ENDS_PLAIN.test(text) ||
    (inFlow && ENDS_IN_FLOW.test(text))
  );
}

/** A scalar with that text, plain if possible. */
export function writeScalar(text: string, inFlow: boolean): string {
  return isPlain(text, inFlow) ? text : doubleQuoted(text);
}

/** In the style of what stands there now, if that can say it. */
export function rewriteScalar(text: string, old: string, inFlow: boolean): string {
  // A single quote is written twice; control characters have no way into single quotes.
  if (old.startsWith("'") && !/\p{Cc}/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return old.startsWith('"') ? doubleQuoted(text) : writeScalar(text, inFlow);
}

/** JSON is YAML (section 1.3). */
function doubleQuoted(text: string): string {
  return JSON.stringify(text);
}
