/** Tells a plan by its keys, whatever its file is called. */

const VERSION = /^version\s*:\s*["']?1["']?\s*(?:#.*)?$/m;
const SECTIONS = ['workload', 'targets', 'nodes', 'engines', 'scenarios'];
const FEWEST_SECTIONS = 2;

/** Returns true if a YAML text has a plan's version, engines or scenarios, and one more section of a plan. */
export function holdsPlan(text: string): boolean {
  if (!VERSION.test(text)) return false;
  const present = new Set([...text.matchAll(/^([a-z]+)\s*:(?=\s|$)/gm)].map(([, key = '']) => key));
  const sections = SECTIONS.filter((section) => present.has(section));
  return sections.length >= FEWEST_SECTIONS && (present.has('engines') || present.has('scenarios'));
}
