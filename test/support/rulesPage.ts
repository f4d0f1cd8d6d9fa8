/** Reads docs/rules.md as data: its sections and their examples. */
import { readFileSync } from 'node:fs';

export interface RuleSection {
  readonly code: string;
  readonly severity: string;
  readonly title: string;
  /** The whole text of each example's plan. */
  readonly examples: readonly string[];
}

const page = readFileSync('docs/rules.md', 'utf8');
const WHOLE = '# whole file\n';

/** Plans before the sections of the rules, which have no findings. */
export const CLEAN_PLANS: readonly string[] = yamlBlocks(page.slice(0, page.indexOf('\n### '))).map(
  (block) => block.replace(WHOLE, ''),
);

export const SECTIONS: readonly RuleSection[] = page
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const [, code = '', severity = '', title = ''] =
      /^(.*)\n\nSeverity: \*\*(.*)\*\*\. (.*)\.\n/.exec(section) ?? [];
    return { code, severity, title, examples: yamlBlocks(section).map(completePlan) };
  });

function yamlBlocks(text: string): readonly string[] {
  return [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block = '']) => block);
}

/**
 * Completes an example. Its sections replace those of the plan that all examples share; a list of observations replaces
 * those of its engine.
 */
function completePlan(example: string): string {
  if (example.startsWith(WHOLE)) return example.replace(WHOLE, '');
  const own = topLevelSections(example.startsWith('- ') ? withEngine(example) : example);
  const shared = topLevelSections(CLEAN_PLANS.at(-1) ?? '');
  const merged = new Map([...shared, ...own]);
  return [...merged.values()].join('');
}

function withEngine(observations: string): string {
  const items = observations.replace(/^/gm, '      ').trimEnd();
  return `engines:\n  ollama:\n    node: l4\n    observations:\n${items}\n`;
}

function topLevelSections(text: string): ReadonlyMap<string, string> {
  const sections = text.split(/^(?=[\w-]+:)/m).filter((section) => section !== '');
  return new Map(sections.map((section) => [section.slice(0, section.indexOf(':')), section]));
}
