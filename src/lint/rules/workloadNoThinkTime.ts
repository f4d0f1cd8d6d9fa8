/** Users without think time are requests that are always in flight: rarely what people are. */
import { sizeScenario } from '../../engine/assess/assessScenario';
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import type { Figure } from '../../engine/figure/figure';
import type { ClosedWorkload, Workload } from '../../engine/plan/plan';
import { defineRule, valueAt, type Reports } from './shared/rule';

const EXAMPLE_SECONDS = 10;
/** Enough to show what think time does; plans may have thousands of scenarios. */
const MOST_EXAMPLES = 4;

interface WorkloadNoThinkTimeArgs {
  readonly users: number;
  /** The think time that the example is computed with. */
  readonly exampleSeconds: number;
  readonly examples: readonly { readonly scenario: string; readonly nodes: Figure }[];
}

export const workloadNoThinkTime = defineRule({
  code: 'workload.no-think-time',
  defaultSeverity: 'information',
  title: 'Users have no think time',
  *check({ assessment }): Reports<WorkloadNoThinkTimeArgs> {
    const { plan, scenarios } = assessment;
    const workload = [
      plan.workload,
      ...scenarios.map(({ spec: scenario }) => scenario.workload),
    ].find(isSilentOnThinkTime);
    const path = workload?.users.path;
    if (!workload || path === undefined) return;
    const examples = exampleNodes(assessment, path);
    const users = workload.users.value;
    const args = { users, exampleSeconds: EXAMPLE_SECONDS, examples };
    const absent = [path.replace(/users$/, 'thinkTime'), '/workload/thinkTime'];
    yield { at: valueAt(path), args, absent };
  },
});

/** `thinkTime: 0s` says that it is meant. */
function isSilentOnThinkTime(workload: Workload | undefined): workload is ClosedWorkload {
  return workload?.kind === 'closed' && workload.thinkTimeSeconds.path === undefined;
}

interface Example {
  readonly scenario: string;
  readonly nodes: Figure;
}

function exampleNodes(assessment: Assessment, usersPath: string): readonly Example[] {
  const examples: Example[] = [];
  for (const scenario of assessment.scenarios) {
    if (examples.length >= MOST_EXAMPLES) break;
    const { workload, nodes: fixed } = scenario.spec;
    if (!isSilentOnThinkTime(workload) || workload.users.path !== usersPath || fixed) continue;
    // without a latency there is no number of nodes with think time: no search for another
    if (!scenario.latency) continue;
    const nodes = nodesWithThinkTime(assessment, scenario, workload);
    // a fleet of one node needs no fewer
    if (nodes && nodes.value < scenario.nodes.value) {
      examples.push({ scenario: scenario.spec.name, nodes });
    }
  }
  return examples;
}

function nodesWithThinkTime(
  { plan }: Assessment,
  { spec: scenario, engine }: ScenarioAssessment,
  workload: ClosedWorkload,
): Figure | undefined {
  const thinkTimeSeconds = { value: EXAMPLE_SECONDS, path: undefined };
  const copy = { ...scenario, workload: { ...workload, thinkTimeSeconds } };
  return sizeScenario(plan, copy, engine, 'balance');
}
