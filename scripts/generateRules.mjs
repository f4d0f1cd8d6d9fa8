// Writes what comes from the rules: their list, and the properties of the setting `capacityPlan.rules` in package.json
// with their texts in package.nls.json and its translations.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './lib/importTypeScript.mjs';
import { joinLanguages, textsFile } from './lib/joinLanguages.mjs';
import { ruleNames, rulesIndex } from './lib/rulesIndex.mjs';

const rules = join(root, 'src', 'lint', 'rules');
const rulesPage = readFileSync(join(root, 'docs', 'rules.md'), 'utf8');
writeFileSync(join(rules, 'index.ts'), rulesIndex(ruleNames(readdirSync(rules)), rulesPage));

const { ruleSettings, ruleTexts, RULE_TEXT } = await importTypeScript('src/lint/ruleSettings.ts');

const path = join(root, 'package.json');
const manifest = JSON.parse(readFileSync(path, 'utf8'));
const setting = manifest.contributes.configuration.properties['capacityPlan.rules'];
// Deleted and added again, so that the long part comes last.
delete setting.properties;
setting.properties = ruleSettings();
writeFileSync(`${path}.new`, `${JSON.stringify(manifest, null, 2)}\n`);
renameSync(`${path}.new`, path);

writeTexts('package.nls.json', (english) => english);
for (const [language, texts] of joinLanguages(root)) {
  writeTexts(`package.nls.${language}.json`, (english) => texts[english] ?? english);
}

/** Replaces the texts of rules, and leaves the others, which people write. */
function writeTexts(name, translate) {
  const file = join(root, name);
  const others = Object.entries(JSON.parse(readFileSync(file, 'utf8'))).filter(
    ([key]) => !key.startsWith(RULE_TEXT),
  );
  writeFileSync(file, textsFile({ ...Object.fromEntries(others), ...ruleTexts(translate) }));
}
