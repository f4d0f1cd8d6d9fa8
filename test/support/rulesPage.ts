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

/** Plan without findings. An example shows the sections in which its own differs. */
export const SHARED_PLAN = `version: 1
workload: { users: 1000, thinkTime: 0s }
targets:
  fast: { latency: <1s }
policy: { spare: 0 }
nodes:
  l4: { gpu: L4, price: { amount: 1.50 USD/h, date: 2026-01-31 } }
engines:
  ollama:
    node: l4
    observations:
      - { source: measured, parallel: 8, users: 8, latency: 0.8s }
scenarios:
  A: { engine: ollama, parallel: 8 }
`;

/** The example of comments that silence rules, as the page has it. */
export const SILENCED = yamlBlocks(page.slice(0, page.indexOf('\n### '))).join('');

export const SECTIONS: readonly RuleSection[] = page
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const [, code = '', severity = '', title = ''] =
      /^(.*)\n\n\*\*(.*)\*\*: (.*)\.\n/.exec(section) ?? [];
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
  const own = topLevelSections(example.startsWith('- ') ? withEngine(example) : example);
  const merged = new Map([...topLevelSections(SHARED_PLAN), ...own]);
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
