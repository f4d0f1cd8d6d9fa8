// Prints how easy docs and findings are to read: words, words a sentence, the longest sentence, Flesch reading ease.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './lib/importTypeScript.mjs';
import { markdownTable } from './lib/markdownTable.mjs';

const { faultsOf, proseOf, readingEase } = await importTypeScript('test/support/plainWords.ts');
const { findingsOfGoldens } = await importTypeScript('test/support/goldenFindings.ts');
const wantsFaults = process.argv.includes('--faults');

const files = process.argv.slice(2).filter((name) => !name.startsWith('--'));
const docs =
  files.length > 0
    ? files
    : [
        'README.md',
        'CONTRIBUTING.md',
        ...readdirSync(join(root, 'docs'))
          .filter((name) => name.endsWith('.md'))
          .map((name) => `docs/${name}`),
      ];
const texts = docs.map((path) => [path, proseOf(readFileSync(join(root, path), 'utf8'))]);
if (files.length === 0) {
  texts.push(['findings', findingsOfGoldens(root).map(({ message }) => message)]);
}

const rows = texts.map(([name, parts]) => {
  const { words, wordsPerSentence, longest, flesch } = readingEase(parts);
  const faults = parts.flatMap(faultsOf);
  if (wantsFaults) for (const fault of faults) console.log(`${name}: ${fault}`);
  return [name, words, wordsPerSentence.toFixed(1), longest, flesch.toFixed(0), faults.length];
});
console.log(
  markdownTable(['text', 'words', 'words a sentence', 'longest', 'Flesch ease', 'faults'], rows),
);
