// Writes what comes from the rules: their list, and the properties of the setting `capacityPlan.rules` in package.json.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './lib/importTypeScript.mjs';
import { ruleNames, rulesIndex } from './lib/rulesIndex.mjs';

const rules = join(root, 'src', 'lint', 'rules');
const rulesPage = readFileSync(join(root, 'docs', 'rules.md'), 'utf8');
writeFileSync(join(rules, 'index.ts'), rulesIndex(ruleNames(readdirSync(rules)), rulesPage));

const { ruleSettings } = await importTypeScript('src/lint/ruleSettings.ts');

const path = join(root, 'package.json');
const manifest = JSON.parse(readFileSync(path, 'utf8'));
const setting = manifest.contributes.configuration.properties['capacityPlan.rules'];
// Deleted and added again, so that the long part comes last.
delete setting.properties;
setting.properties = ruleSettings();
writeFileSync(`${path}.new`, `${JSON.stringify(manifest, null, 2)}\n`);
renameSync(`${path}.new`, path);
