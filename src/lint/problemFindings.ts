/** What the reader finds wrong with a text, as findings. */
import type { PlanProblem, ProblemCode } from '../plan/problems';
import type { Finding, RelatedRole, Severity } from './finding';

const ROLE_OF_RELATED: Readonly<Partial<Record<ProblemCode, RelatedRole>>> = {
  'plan.alias': 'anchor',
  'plan.conflict': 'workload',
};

export function toFinding(problem: PlanProblem, severity: Severity): Finding {
  const role = ROLE_OF_RELATED[problem.code] ?? 'first-definition';
  const related = (problem.related ?? []).map((range) => ({ range, role, name: undefined }));
  return { ...problem, severity, related, path: problem.path };
}
