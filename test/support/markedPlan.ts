/** Reads plans with marks: `«…»` is where a problem is expected. */
import type { PlanProblem } from '../../src/plan/problems';
import { readPlan } from '../../src/plan/readPlan';

export interface MarkedProblem {
  readonly code: string;
  /** The text that the problem's range covers. */
  readonly at: string;
  readonly args: PlanProblem['args'];
}

/**
 * Returns problems of a marked plan, with the marks put back at their ranges. The text equals the input if they are
 * right.
 */
export function problemsOf(marked: string): {
  readonly codes: string[];
  readonly marked: string;
  readonly problems: readonly PlanProblem[];
} {
  const { problems, text } = readPlan(marked.replace(/[«»]/g, ''));
  let shown = text;
  for (const { range } of [...problems].reverse()) {
    shown = `${shown.slice(0, range.start)}«${shown.slice(range.start, range.end)}»${shown.slice(range.end)}`;
  }
  return { codes: problems.map(({ code }) => code), marked: shown, problems };
}

/** Completes a plan around the part that a test is about. */
export function around(part: {
  readonly workload?: string;
  readonly targets?: string;
  readonly node?: string;
  readonly engine?: string;
  readonly observation?: string;
  readonly scenario?: string;
  readonly top?: string;
}): string {
  return `version: 1
${part.top ?? ''}
workload: ${part.workload ?? '{ users: 1000 }'}
targets:
  t: ${part.targets ?? '{ latency: <1s }'}
nodes:
  n: ${part.node ?? '{ gpu: L4 }'}
engines:
  e:
    node: n
    ${part.engine ?? 'type: vllm'}
    observations:
      - ${part.observation ?? '{ source: measured, users: 8, latency: 1s }'}
scenarios:
  A: ${part.scenario ?? '{ engine: e, parallel: 8 }'}
`;
}
