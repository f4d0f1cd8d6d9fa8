/** Writes the title of the report, and what the plan states: workload, targets, prices. */
import { t } from '@vscode/l10n';
import { blocks, bold, bullets, codeSpan, escapeMarkdown } from '../messages/markdown';
import { statedFigure } from '../engine/figure/figures';
import { priceOf } from '../engine/fleet/cost';
import type { Engine, NodeType, Plan, Workload } from '../engine/plan/plan';
import { peakRateFigure, thinkTimeFigure, usersFigure } from '../engine/fleet/workload';
import { figureText, nameOf, objectivesText } from './words';

export function titleText({ title: stated }: Plan, fileName: string): string {
  const title = escapeMarkdown(stated ?? '');
  return blocks(
    `# ${title || reportTitle(fileName)}`,
    title && t`Capacity report of ${codeSpan(fileName)}.`,
  );
}

function reportTitle(fileName: string): string {
  return t`Capacity report of ${escapeMarkdown(fileName)}`;
}

export function factsOf(plan: Plan): string {
  const targets = plan.targets.map((target) => `${nameOf(target)}: ${objectivesText(target)}`);
  return bullets([
    `${bold(t`Workload`)}: ${plan.workload ? workloadText(plan.workload) : t`not stated`}`,
    `${bold(targets.length === 1 ? t`Target` : t`Targets`)}: ${cutFacts(targets).join('; ') || t`none`}`,
    ...policyLine(plan),
    ...cutFacts([...plan.nodes.map(nodeLine), ...plan.engines.flatMap(queueLine)]),
  ]);
}

const MOST_FACTS = 6;

function cutFacts(facts: readonly string[]): readonly string[] {
  const left = facts.length - MOST_FACTS;
  return left > 1 ? [...facts.slice(0, MOST_FACTS), t`… and ${left} more`] : facts;
}

export function unreadableSection(fileName: string): string {
  return blocks(
    `# ${reportTitle(fileName)}`,
    t`The file could not be read as a plan, so nothing in it was assessed. The findings say why.`,
  );
}

function workloadText(workload: Workload): string {
  const { serviceCv } = workload;
  return [
    askedText(workload),
    ...tokensText(workload),
    ...(serviceCv.path === undefined
      ? []
      : [t`work varying by ${figureText(statedFigure(serviceCv, 'factor', 'serviceCv'))}`]),
  ].join(', ');
}

function askedText(workload: Workload): string {
  if (workload.kind === 'open')
    return t`${figureText(peakRateFigure(workload))} arriving at the peak`;
  const users = figureText(usersFigure(workload));
  return workload.thinkTimeSeconds.value === 0
    ? t`${users} at once without think time`
    : t`${users} at once, ${figureText(thinkTimeFigure(workload))} of think time`;
}

function policyLine({ policy }: Plan): readonly string[] {
  const { headroom, spare, routing } = policy;
  const pieces = [
    headroom.path &&
      t`${figureText(statedFigure(headroom, 'share', 'headroom'))} of the slots kept free`,
    spare.path && t`${figureText(statedFigure(spare, 'nodes', 'spare'))} to spare`,
    routing.path && t`routing \`${routing.value}\``,
  ].filter((piece) => piece !== undefined);
  return pieces.length > 0 ? [`${bold(t`Policy`)}: ${pieces.join(', ')}`] : [];
}

/** Returns `**Node l4** (L4): $1.50/h`, with the source and date of the price. */
function nodeLine(node: NodeType): string {
  const { gpu, gpus, price } = node;
  const many = gpus.value === 1 ? '' : `${gpus.value} × `;
  const card = gpu ? ` (${many}${escapeMarkdown(gpu.value)})` : '';
  const perHour = priceOf(node);
  const origin = [price?.source, price?.date].flatMap((each) =>
    each ? [escapeMarkdown(each.value)] : [],
  );
  const from = origin.length > 0 ? ` (${origin.join(', ')})` : '';
  const cost = perHour ? figureText(perHour) : t`no price`;
  return `${bold(t`Node ${escapeMarkdown(node.name)}`)}${card}: ${cost}${from}`;
}

function queueLine(engine: Engine): readonly string[] {
  const { maxQueue } = engine;
  if (!maxQueue) return [];
  const most = figureText(statedFigure(maxQueue, 'requests', 'maxQueue'));
  return [`${bold(t`Engine ${nameOf(engine)}`)}: ${t`at most ${most} waiting on a node`}`];
}

function tokensText({ promptTokens, outputTokens }: Workload): readonly string[] {
  const texts = [
    promptTokens &&
      t`${figureText(statedFigure(promptTokens, 'tokens', 'promptTokens'))} of prompt`,
    outputTokens &&
      t`${figureText(statedFigure(outputTokens, 'tokens', 'outputTokens'))} of output`,
  ];
  return texts.filter((text) => text !== undefined);
}
