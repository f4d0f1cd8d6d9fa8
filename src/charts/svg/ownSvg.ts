/** Whether a text is a picture that `renderSvg` made, of any version: only such a file is replaced unasked. */
export function isOwnSvg(text: string): boolean {
  return /^<svg xmlns="[^"]*" [^<>]*\baria-labelledby="([\w-]+)-title \1-desc"/.test(text);
}
