// The list of rules as code: src/lint/rules/index.ts, in the order of docs/rules.md.

const HEAD = `/**
 * Every rule that reads the assessment; what is wrong with the text itself is in \`problemRules.ts\`.
 * \`npm run generate\` writes this file: one rule for each file of the folder, in the order of docs/rules.md.
 */
`;

/** Names the file and the constant of a rule: `priceStale` of `price.stale`. */
export function nameOfRule(code) {
  return code.replaceAll(/[.-]([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

/** Takes the names of rules from the files of their folder. */
export function ruleNames(files) {
  return files
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length));
}

/**
 * @param names Of the files in src/lint/rules, without their ending and without the index.
 * @param page The text of docs/rules.md.
 * @throws Where a file has no section, since its place is not known then.
 */
export function rulesIndex(names, page) {
  const sections = [...page.matchAll(/^### (\S+)$/gm)].map(([, code]) => nameOfRule(code));
  const missing = names.filter((name) => !sections.includes(name));
  if (missing.length > 0) {
    throw new Error(`docs/rules.md has no section for src/lint/rules/${missing.join('.ts, ')}.ts`);
  }
  const imports = [...names].sort().map((name) => `import { ${name} } from './${name}';\n`);
  const rules = sections.filter((name) => names.includes(name)).map((name) => `  ${name},\n`);
  return `${HEAD}${imports.join('')}\nexport const RULES = [\n${rules.join('')}] as const;\n`;
}
