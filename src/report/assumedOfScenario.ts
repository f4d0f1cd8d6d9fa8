/** Lists assumptions about a scenario's load and the use of its nodes, in whole sentences. */
import { t } from '@vscode/l10n';
import { escapeMarkdown } from '../messages/markdown';
import { formatNumber, formatSeconds } from '../messages/numbers';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { defaultsBehind } from '../engine/figure/defaultsBehind';
import { horizonOf } from '../engine/explore/fleetBreak';
import type { NodeType, Plan, Policy, Routing, Workload } from '../engine/plan/plan';
import { hasRandomQueueing } from '../engine/fleet/workload';
import { figureText } from './words';

export function assumedOfScenario(assessed: ScenarioAssessment): readonly string[] {
  const { spec: scenario, servers, latency, nodes, verdicts } = assessed;
  const { workload, policy, engine } = scenario;
  const judged = verdicts.flatMap(({ objectives }) => objectives.map(({ figure }) => figure));
  const defaults = defaultsBehind([latency, nodes, ...judged]);
  return [
    ...(workload ? workloadLines(workload) : []),
    ...(workload && defaults.has('serviceCv') ? [serviceCvLine(workload)] : []),
    ...(servers?.value === 1 ? [] : [routingLine(policy)]),
    ...policyLines(policy),
    ...(workload ? changeLines(workload, engine.node) : []),
  ];
}

/** Lists assumptions of the plan: without scenarios there are still recommendations. */
export function assumedOfPlan({ workload, policy }: Plan): readonly string[] {
  if (!workload) return [routingLine(policy), ...policyLines(policy)];
  const counts = workload.serviceCv.path === undefined && hasRandomQueueing(workload, policy);
  return [
    ...workloadLines(workload),
    ...(counts ? [serviceCvLine(workload)] : []),
    routingLine(policy),
    ...policyLines(policy),
  ];
}

function workloadLines(workload: Workload): readonly string[] {
  if (workload.kind === 'open') {
    const byChance = t`Requests are taken to arrive at random, each independently of the others: bursts would queue longer.`;
    return workload.peakFactor.path === undefined
      ? [t`The plan states no \`peakFactor\`: the rate is taken to be the peak.`, byChance]
      : [byChance];
  }
  if (workload.thinkTimeSeconds.path === undefined) {
    return [
      t`The plan states no \`thinkTime\`: every user sends the next request at once, so as many requests are in flight as users.`,
    ];
  }
  return workload.thinkTimeSeconds.value === 0
    ? []
    : [
        t`Users are taken to pause for random times around \`thinkTime\`, each independently of the others.`,
      ];
}

function serviceCvLine({ serviceCv }: Workload): string {
  return t`The plan states no \`serviceCv\`: the work of requests varies by ${formatNumber(serviceCv.value)} of its mean. Queueing grows with it.`;
}

const ROUTING_WORDS: Readonly<Record<Routing, () => string>> = {
  'least-busy': () => t`each request goes to the server with the fewest in flight`,
  'round-robin': () =>
    t`requests go to the servers in turn, also to one that is busier than others`,
  random: () =>
    t`requests go to any server at random, so that some queue while others have free slots`,
};

function routingLine({ routing }: Policy): string {
  const words = ROUTING_WORDS[routing.value]();
  return routing.path === undefined
    ? t`The plan states no \`routing\`: ${words}.`
    : t`By the plan’s \`routing: ${routing.value}\`, ${words}.`;
}

function policyLines({ headroom, spare }: Policy): readonly string[] {
  return [
    ...(headroom.path === undefined
      ? [t`The plan states no \`headroom\`: every slot may be in use.`]
      : []),
    ...(spare.path === undefined
      ? [t`The plan states no \`spare\` nodes: all of them have to work.`]
      : []),
  ];
}

/** Lists assumptions about future loads, and about the hours of a day. */
function changeLines(workload: Workload, node: NodeType | undefined): readonly string[] {
  const { growth, horizonMonths, profile } = workload;
  const lines: string[] = [];
  if (growth && horizonMonths?.path === undefined) {
    lines.push(
      t`The plan states no \`horizon\`: growth is looked at over ${figureText(horizonOf(workload))}.`,
    );
  }
  if (profile?.shape !== undefined) {
    lines.push(
      t`The day \`${profile.shape}\` is a typical one, drawn by hand: nobody measured it for this plan.`,
    );
  }
  if (profile && node?.startupSeconds.path === undefined && node) {
    lines.push(
      t`The plan states no \`startup\` for ${escapeMarkdown(node.name)}: a node is taken to serve ${formatSeconds(node.startupSeconds.value)} after it is asked for.`,
    );
  }
  return lines;
}
