// Joins the parts of each language, l10n/parts/AREA.LANGUAGE.json, to what VS Code reads: l10n/bundle.l10n.LANGUAGE.json.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PART = /^(.+)\.([a-z]{2}(?:-[a-z]{2})?)\.json$/;

/** Maps each language to its texts by their English, in order. Throws if two parts translate a text differently. */
export function joinLanguages(root) {
  const folder = join(root, 'l10n', 'parts');
  const languages = new Map();
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const name of names) {
    const [, , language] = PART.exec(name) ?? [];
    if (language === undefined) throw new Error(`${name} is no part: name it AREA.LANGUAGE.json`);
    const texts = languages.get(language) ?? new Map();
    languages.set(language, texts);
    const part = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    for (const [english, text] of Object.entries(part)) addText(texts, english, { text, name });
  }
  return new Map([...languages].map(([language, texts]) => [language, inOrder(texts)]));
}

function addText(texts, english, { text, name }) {
  const known = texts.get(english);
  if (known !== undefined && known.text !== text) {
    throw new Error(
      `“${english}” is “${known.text}” in ${known.name}, and “${text}” in ${name}: make it one`,
    );
  }
  texts.set(english, { text, name });
}

function inOrder(texts) {
  const sorted = [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([english, { text }]) => [english, text]));
}

/** Returns the path of what VS Code reads of a language. */
export function bundlePath(root, language) {
  return join(root, 'l10n', `bundle.l10n.${language}.json`);
}

/** Returns the text of a file with these entries. */
export function textsFile(texts) {
  return `${JSON.stringify(texts, null, 2)}\n`;
}
