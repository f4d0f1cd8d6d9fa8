/** Writes a comparison as JSON. Seconds and answers a second; shares are of A. */
import type { Comparison } from '../../compare/compareRuns';
import type { Side } from '../../compare/side';
import { loadOf, verdictWords } from '../../compare/verdict';

export function compareJson(comparison: Comparison, toolVersion: string) {
  const { a, b, loads } = comparison;
  return {
    version: 1,
    tool: { name: 'capacity-plan', version: toolVersion },
    verdict: verdictWords(comparison),
    a: sideJson(a),
    b: sideJson(b),
    loads: loads.map(({ run, basis, figures }) => ({
      load: loadOf(run),
      promptTokens: run.promptTokens?.mean ?? null,
      outputTokens: run.outputTokens?.mean ?? null,
      /** `curve-a`: only B has the load, and the curve through A's runs stands for A. */
      basis,
      figures: figures.map(({ noise, ...figure }) => ({ ...figure, noise: noise ?? null })),
    })),
  };
}

function sideJson({ name, runs, remarks }: Side) {
  return { name, runs: runs.length, remarks };
}
