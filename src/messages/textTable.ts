/** Tables of texts in the reader's language, which is not known yet while files load. */

/** Returns a table that translates each text when it is read. Do not spread it while files load. */
export function textTable<Key extends string>(
  texts: Readonly<Record<Key, () => string>>,
): Readonly<Record<Key, string>> {
  const properties = Object.entries<() => string>(texts).map(
    ([key, get]) => [key, { get, enumerable: true }] as const,
  );
  return Object.defineProperties({}, Object.fromEntries(properties)) as Record<Key, string>;
}
