/** Writes a value as YAML: plain if it reads back unchanged, otherwise in quotes. */

/** Matches characters that begin something other than a plain scalar (YAML 1.2.2, section 7.3.3). */
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`]/;
/** Matches a colon or a hash that ends the text early. In braces, separators end it too. */
const ENDS_PLAIN = /:(\s|$)|\s#/;
const ENDS_IN_FLOW = /[,[\]{}]|:(?=$)/;
/** Matches texts that YAML reads as no value: empty, `~` and `null`. */
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

/** Writes a scalar with that text, plain if possible. */
export function writeScalar(text: string, inFlow: boolean): string {
  return isPlain(text, inFlow) ? text : doubleQuoted(text);
}

/** Rewrites a scalar in its current style, if that style can express the text. */
export function rewriteScalar(text: string, old: string, inFlow: boolean): string {
  // A single quote is written twice. Single quotes cannot hold control characters.
  if (old.startsWith("'") && !/\p{Cc}/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return old.startsWith('"') ? doubleQuoted(text) : writeScalar(text, inFlow);
}

/** Quotes as JSON, which is YAML (section 1.3). */
function doubleQuoted(text: string): string {
  return JSON.stringify(text);
}
