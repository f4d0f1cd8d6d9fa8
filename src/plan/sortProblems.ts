/** Sorts problems in the order of the text, each once: a node behind several aliases is read several times. */
import type { PlanProblem } from './problems';

export function sortProblems(problems: readonly PlanProblem[]): readonly PlanProblem[] {
  if (problems.length < 2) {
    return problems;
  }
  const seen = new Set<string>();
  const once = problems.filter(({ code, range, args }) => {
    const id = `${code} ${String(range.start)} ${String(range.end)} ${JSON.stringify(args)}`;
    return !seen.has(id) && seen.add(id);
  });
  return once.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
