// Writes what comes from code: schemas/capacity-plan.schema.json, the tables of docs/format.md, the list of rules
// and their settings in package.json, the pictures of the walkthrough, the translations in l10n.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './lib/importTypeScript.mjs';

const { generateFormatPage, generateSchema } = await importTypeScript('src/plan/generated.ts');

mkdirSync(join(root, 'schemas'), { recursive: true });
writeFileSync(join(root, 'schemas', 'capacity-plan.schema.json'), generateSchema());

const page = join(root, 'docs', 'format.md');
writeFileSync(page, generateFormatPage(readFileSync(page, 'utf8')));

await import('./generateLanguages.mjs');
await import('./generateRules.mjs');
await import('./generateWalkthrough.mjs');
