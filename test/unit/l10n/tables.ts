import { ruleTitles } from '../../../src/lint/ruleCatalog';
import { blockTexts } from '../../../src/language/blocks/blocks';
import { fieldTexts } from '../../../src/plan/fields/fieldTexts';
import { syntaxTexts } from '../../../src/plan/syntaxWords';

/** Lists the texts that are English in a table, and translated where they are shown: `t(text)`. */
export const TABLES: readonly (() => readonly string[])[] = [
  // package.nls.json, by scripts/generateRules.mjs
  () => ['More'],
  fieldTexts,
  syntaxTexts,
  ruleTitles,
  blockTexts,
];
