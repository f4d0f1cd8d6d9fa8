// Writes what comes from the field table: schemas/capacity-plan.schema.json and the tables of docs/format.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './lib/importTypeScript.mjs';

const { generateFormatPage, generateSchema } = await importTypeScript('src/plan/generated.ts');

mkdirSync(join(root, 'schemas'), { recursive: true });
writeFileSync(join(root, 'schemas', 'capacity-plan.schema.json'), generateSchema());

const page = join(root, 'docs', 'format.md');
writeFileSync(page, generateFormatPage(readFileSync(page, 'utf8')));
