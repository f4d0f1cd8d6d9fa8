/** Words of a command line: whatever a plan says stays one word, and never becomes an option. */

/** As it is where no shell minds, otherwise in single quotes. */
export function shellWord(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * A name of the plan, or the placeholder where there is none that could be one: it is empty, would be
 * read as an option, or has characters that nobody can see or write.
 */
export function nameOr(name: string | undefined, placeholder: string): string {
  const isUsable =
    name !== undefined &&
    name.trim() !== '' &&
    !/^-|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u.test(name);
  return isUsable ? name : placeholder;
}

/** A command with each option on a line of its own. */
export function commandLines(command: string, options: readonly (string | undefined)[]): string {
  return [command, ...options.filter((option) => option !== undefined)].join(' \\\n  ');
}
