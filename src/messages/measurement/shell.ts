/** Quotes words of a command line. Text of a plan stays one word, and never becomes an option. */

/** Returns a word unchanged if it is safe in shells, otherwise in single quotes. */
export function shellWord(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * Returns a name of the plan, or the placeholder if the name is unusable. Unusable names are empty, look like an
 * option, or have characters that nobody can see or write.
 */
export function nameOr(name: string | undefined, placeholder: string): string {
  const isUsable =
    name !== undefined &&
    name.trim() !== '' &&
    !/^-|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u.test(name);
  return isUsable ? name : placeholder;
}

/** Writes a command with each option on a line of its own. */
export function commandLines(command: string, options: readonly (string | undefined)[]): string {
  return [command, ...options.filter((option) => option !== undefined)].join(' \\\n  ');
}
