/** Tells if a text is a picture of `renderSvg`, of any version. Only such a file is replaced without asking. */
export function isOwnSvg(text: string): boolean {
  return /^<svg xmlns="[^"]*" [^<>]*\baria-labelledby="([\w-]+)-title \1-desc"/.test(text);
}
