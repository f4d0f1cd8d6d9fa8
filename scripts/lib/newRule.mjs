// The files of a new rule: a small rule that works, for its author to replace.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOfRule, ruleNames, rulesIndex } from './rulesIndex.mjs';

const RULES = 'src/lint/rules';
const WORDS = 'src/messages/findings';
const PAGE = 'docs/rules.md';
const TITLE = 'Replace this title: one line, without a full stop';

/**
 * Writes the rule, its words, its golden plan and its section of the documentation, and lists the rule in the index.
 * @param root The folder of the repository.
 * @returns The paths that were written, from the root.
 * @throws Where the code is malformed, or there already; then nothing is written.
 */
export function writeRule(root, code) {
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const name = nameOfRule(code);
  const page = read(PAGE);
  const wordsFiles = readdirSync(join(root, WORDS)).map((file) => `${WORDS}/${file}`);
  const words = new Map(wordsFiles.map((path) => [path, read(path)]));
  const group = groupOf(code, [...words.values()].flatMap(groupsIn));
  if (page.includes(`\n### ${code}\n`) || existsSync(join(root, RULES, `${name}.ts`))) {
    throw new Error(`There is a rule \`${code}\` already.`);
  }
  const [wordsPath, text] = [...words].find(([, each]) => groupsIn(each).includes(group));
  const newPage = withSection(page, code, group);
  const names = [...ruleNames(readdirSync(join(root, RULES))), name];
  const files = {
    [`${RULES}/${name}.ts`]: ruleText(code),
    [wordsPath]: withWords(text, code),
    [goldenPath(code)]: goldenText(code),
    [PAGE]: newPage,
    [`${RULES}/index.ts`]: rulesIndex(names, newPage),
  };
  for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), content);
  return Object.keys(files);
}

export function goldenPath(code) {
  return `test/golden/plans/${code}.capacity.yaml`;
}

function groupOf(code, groups) {
  const [, group] = /^([a-z]+)(\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(code) ?? [];
  if (group === undefined) {
    throw new Error(`\`${code}\` is no code of a rule. Write one such as \`price.undated\`.`);
  }
  if (!groups.includes(group)) {
    throw new Error(`\`${group}\` is no group of rules. Groups: ${groups.sort().join(', ')}.`);
  }
  return group;
}

/** Lists the groups that a file has words of: `scenario` of `Words<'scenario'>`. */
function groupsIn(text) {
  const [, groups = ''] = /: Words<([^>]*)> = \{$/m.exec(text) ?? [];
  return [...groups.matchAll(/'(\w+)'/g)].map(([, group]) => group);
}

function ruleText(code) {
  const name = nameOfRule(code);
  const args = `${name[0].toUpperCase()}${name.slice(1)}Args`;
  return `/** Finds scenarios that have the rule's own name: replace this with what the rule looks for. */
import { nameOf } from './shared/places';
import { defineRule, type Reports } from './shared/rule';

interface ${args} {
  readonly scenario: string;
}

export const ${name} = defineRule({
  code: '${code}',
  defaultSeverity: 'warning',
  title: '${TITLE}',
  *check({ assessment }): Reports<${args}> {
    for (const assessed of assessment.scenarios) {
      const { name } = assessed.spec;
      if (name === '${code}') yield { at: nameOf(assessed), args: { scenario: name } };
    }
  },
});
`;
}

/** Adds the words at the end of the file's table. */
function withWords(text, code) {
  const table = text.search(/: Words<[^>]*> = \{$/m);
  const end = text.indexOf('\n};\n', table) + 1;
  const words = `  '${code}': ({ scenario }) =>
    sentences(t\`\${quote(scenario)} is wrong: replace these words\`, t\`say how to mend it\`),
`;
  return `${text.slice(0, end)}${words}${text.slice(end)}`;
}

function goldenText(code) {
  return `version: 1
workload: { users: 8, thinkTime: 0s }
targets: { patient: { latency: 60s } }
policy: { spare: 0 }
nodes:
  l4: { gpu: L4, price: { amount: 1.50 USD/h, date: 2026-01-31 } }
engines:
  a: { node: l4, observations: [{ source: measured, parallel: 8, users: 8, latency: 2s }] }
scenarios:
  ${code}: { engine: a, parallel: 8 }
  silent: { engine: a, parallel: 8 }
`;
}

/** Adds the section behind the last one of its group. */
function withSection(page, code, group) {
  const sections = page.split(/^(?=#{2,3} )/m).map((section) => section.trimEnd());
  const last = sections.findLastIndex((section) => section.startsWith(`### ${group}.`));
  const section = `### ${code}

**warning**: ${TITLE}.

Say why it matters, if the message alone does not tell.

Say how to mend it.`;
  return `${sections.toSpliced(last + 1, 0, section).join('\n\n')}\n`;
}
