/** What the plan leaves to defaults, or decides without evidence, as far as it counts. */
import type { Assessment } from '../engine/assessment';
import type { Engine, Plan, Workload } from '../engine/plan';
import { nameOf } from './words';

export function assumptionLines({ plan, scenarios }: Assessment): readonly string[] {
  const used = [...new Set(scenarios.map(({ engine }) => engine.engine))];
  return [
    ...(plan.workload ? workloadLines(plan.workload) : []),
    ...policyLines(plan),
    ...used.flatMap(engineLines),
    ...tokenLines(plan, used),
    ...costLines(scenarios),
  ];
}

function workloadLines(workload: Workload): readonly string[] {
  if (workload.kind === 'open') {
    return workload.peakFactor.path === undefined
      ? ['The plan states no `peakFactor`: the rate is taken to be the peak.']
      : [];
  }
  return workload.thinkTimeSeconds.path === undefined
    ? [
        'The plan states no `thinkTime`: every user sends the next request as soon as the answer is there, so there are as many requests in flight as users.',
      ]
    : [];
}

function policyLines({ policy }: Plan): readonly string[] {
  const lines = ['Requests are taken to be spread evenly over all servers.'];
  if (policy.headroom.path === undefined) {
    lines.push('The plan states no `headroom`: every slot may be in use.');
  }
  if (policy.spare.path === undefined) {
    lines.push('The plan states no `spare` nodes: all of them have to work.');
  }
  return lines;
}

function engineLines(engine: Engine): readonly string[] {
  const { latencyFollows, servers } = engine;
  const name = nameOf(engine);
  const follows =
    latencyFollows.value === 'parallel'
      ? `Latency on ${name} is taken to follow its slots, however many of them are busy (\`latencyFollows: parallel\`).`
      : latencyFollows.path === undefined
        ? `Latency on ${name} is taken to follow the requests in flight on a server, not its slots (\`latencyFollows\` is not stated).`
        : undefined;
  const each =
    servers.path === undefined
      ? `The plan states no \`servers\` for ${name}: one on each node.`
      : undefined;
  return [follows, each].filter((line) => line !== undefined);
}

/** Only where nothing at all is said of lengths: otherwise verdicts carry a caveat. */
function tokenLines({ workload }: Plan, engines: readonly Engine[]): readonly string[] {
  const stated = [workload, ...engines.flatMap(({ observations }) => observations)].some(
    (each) => each?.promptTokens ?? each?.outputTokens,
  );
  return stated || engines.length === 0
    ? []
    : [
        'Neither the workload nor any observation states token lengths: requests are taken to be alike.',
      ];
}

function costLines(scenarios: Assessment['scenarios']): readonly string[] {
  if (scenarios.length === 0) return [];
  return scenarios.some(({ cost }) => cost !== undefined)
    ? ['A day has 24 hours, a month 730, a year 8,760; nodes run all the time.']
    : ['No node that a scenario uses has a price, so there are no costs.'];
}
