/** Checks a new name, and writes it so that every reader of YAML takes it for a text. */
import { t } from '@vscode/l10n';
import { rewriteScalar, writeScalar } from '../../plan/edit/scalarText';

/** Maximum length: YAML allows a key no more than 1,024 characters, and nobody reads this many. */
const LONGEST = 200;

/** Matches texts that some reader of YAML 1.1 or 1.2 takes for a truth value, a number, a date or nothing. */
const READ_OTHERWISE =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\.inf|\.nan|0x[\da-f]+|0o?[0-7]+|0b[01]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?|\d+(?::[0-5]?\d)+)|\d{4}-\d\d?-\d\d?)$/i;

/** Returns what is wrong with a name, or undefined. */
export function faultOfName(name: string): string | undefined {
  if (name === '') return t`A name needs at least one character.`;
  if (name.length > LONGEST) return t`A name has at most ${LONGEST} characters.`;
  if (/[\p{Cc}\u2028\u2029]/u.test(name)) return t`A name stays on one line.`;
  if (name.startsWith('x-')) return t`A name that begins with \`x-\` would be ignored.`;
  if (name === '<<') return t`\`<<\` is the merge key of YAML.`;
  if (/^[\w-]+:[{[]/.test(name)) return t`A name has no braces behind a colon.`;
  return undefined;
}

/** @param old Text that is written there. Its quotes stay. */
export function writeName(name: string, old: string): string {
  const isAlias = old.startsWith('*');
  const written = isAlias ? writeScalar(name, true) : rewriteScalar(name, old, true);
  return written === name && READ_OTHERWISE.test(name) ? JSON.stringify(name) : written;
}
