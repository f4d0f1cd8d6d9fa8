// Writes the setting `capacityPlan.rules` in package.json from the rules.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './lib/importTypeScript.mjs';

const { ruleSettings } = await importTypeScript('src/lint/ruleSettings.ts');

const path = join(root, 'package.json');
const manifest = JSON.parse(readFileSync(path, 'utf8'));
const setting = manifest.contributes.configuration.properties['capacityPlan.rules'];
// Deleted and added again, so that the long part comes last.
delete setting.properties;
setting.properties = ruleSettings();
writeFileSync(`${path}.new`, `${JSON.stringify(manifest, null, 2)}\n`);
renameSync(`${path}.new`, path);
