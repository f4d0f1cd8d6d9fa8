/** Writes what to decide: the option for each target, its cost and how sure that is. */
import { t } from '@vscode/l10n';
import type { Assessment } from '../engine/assess/assessment';
import type { Target } from '../engine/plan/plan';
import { recommend } from '../engine/recommend/recommend';
import type { NoRecommendation, Option, Recommendation } from '../engine/recommend/recommendation';
import { nearestToLimit } from '../engine/verdict/binding';
import type { ObjectiveVerdict, TargetVerdict } from '../engine/verdict/verdict';
import { limitsOn } from '../messages/formatAgainstLimits';
import { blocks, bold, bullets, listWords } from '../messages/markdown';
import { capitalise, joinSentences } from '../messages/sentences';
import { nameOfKind } from '../messages/verdicts';
import { moreText } from './cut';
import { figureText, knownText, nameOf, ofScenario } from './words';

/** A recommendation with all targets that it is the answer for. */
export interface Decision {
  readonly targets: readonly Target[];
  readonly recommendation: Recommendation;
}

/** Returns the answers, targets with the same one together. */
export function decisionsOf(assessment: Assessment): readonly Decision[] {
  const groups = new Map<string, { targets: Target[]; recommendation: Recommendation }>();
  for (const { target, overall } of recommend(assessment)) {
    const key = keyOf(overall, target);
    const group = groups.get(key) ?? { targets: [], recommendation: overall };
    groups.set(key, group);
    group.targets.push(target);
  }
  return [...groups.values()];
}

/** Returns the recommended options, the first target's first. */
export function chosenOptions(decisions: readonly Decision[]): readonly Option[] {
  return decisions.flatMap(({ recommendation }) =>
    recommendation.kind === 'option' ? [recommendation.option] : [],
  );
}

function keyOf(recommendation: Recommendation, target: Target): string {
  if (recommendation.kind === 'none') return `none\n${target.name}`;
  const { engine, parallel, nodes, verdict } = recommendation.option;
  return [engine.spec.name, parallel, nodes.value, verdict.verified].join('\n');
}

export function decisionText(decisions: readonly Decision[]): string {
  if (decisions.length === 0) return bold(t`No decision: the plan has no target.`);
  const shown = decisions.slice(0, MOST_SHOWN);
  const left = decisions.length - shown.length;
  const [only] = shown;
  if (only && decisions.length === 1) {
    return blocks(bold(sentenceOf(only)), bullets([costText(only), sureText(only)]));
  }
  return bullets([
    ...shown.map((each) => `${bold(sentenceOf(each))} ${costText(each)} ${sureText(each)}`),
    ...(left > 0 ? [leftText(left)] : []),
  ]);
}

const MOST_SHOWN = 3;

function leftText(left: number): string {
  return left === 1
    ? t`Recommendation has the other 1 answers.`
    : t`Recommendation has the other ${left} answers.`;
}

function sentenceOf({ targets, recommendation }: Decision): string {
  const names = namesOf(targets);
  if (recommendation.kind === 'none') return `${NO_DECISION[recommendation.because](names)}.`;
  const { option } = recommendation;
  return option.verdict.verified
    ? t`Run ${optionName(option)}: it meets ${names}.`
    : t`Run ${optionName(option)}: it should meet ${names}.`;
}

/** Returns `vllm on 20 nodes at `parallel` 50 (scenario V)`. */
function optionName({ engine, nodes, parallel, scenario }: Option): string {
  const size = t`${nameOf(engine.spec)} on ${figureText(nodes)} at \`parallel\` ${parallel}`;
  return scenario ? ofScenario(size, scenario) : size;
}

/** Names the first targets and counts the others. */
function namesOf(targets: readonly Target[]): string {
  const names = targets.slice(0, MOST_SHOWN).map(nameOf);
  const left = targets.length - names.length;
  return listWords(left > 0 ? [...names, moreText(left)] : names);
}

const NO_DECISION: Readonly<Record<NoRecommendation, (names: string) => string>> = {
  misses: (names) => t`No known option meets ${names}`,
  unknown: (names) => t`No decision for ${names} yet: the evidence is too weak`,
  memory: (names) => t`No option for ${names} fits into a server’s memory`,
  'no-workload': (names) => t`No decision for ${names}: the plan states no workload`,
  'no-engines': (names) => t`No decision for ${names}: the plan defines no engine`,
  currencies: (names) =>
    t`Several options meet ${names}, but their prices are missing or in several currencies`,
};

function costText({ recommendation }: Decision): string {
  if (recommendation.kind === 'option') return t`Cost: ${priceText(recommendation.option)}`;
  const { nearest } = recommendation;
  return nearest
    ? t`Cost: none. The closest is ${optionName(nearest)}, ${priceText(nearest)}`
    : t`Cost: unknown.`;
}

function priceText({ cost, verdict }: Option): string {
  if (!cost) return t`unknown, since the plan states no price.`;
  const budgets = limitsOn('budget', [verdict.target]);
  return `${bold(figureText(cost.perMonth, budgets))} (${figureText(cost.perHour, budgets)}).`;
}

/** Says how sure the answer is: how well the figure is known that limits it. */
function sureText({ recommendation }: Decision): string {
  const option = recommendation.kind === 'option' ? recommendation.option : recommendation.nearest;
  if (!option) return t`Confidence: none, since no option is known.`;
  const { verdict } = option;
  if (verdict.verified) return t`Confidence: verified by your own benchmark.`;
  const limiting = limitingTime(verdict);
  const word = SURETY[verdict.outcome]();
  if (!limiting?.figure) return t`Confidence: ${word}, since no benchmark shows it.`;
  const { objective, figure, band } = limiting;
  const what = capitalise(`${nameOfKind(objective.kind)} ${figureText(figure, [objective])}`);
  return joinSentences(
    t`Confidence: ${word}. ${what} is ${knownText(figure)}.`,
    band && t`Its 80% interval is ${figureText(band.low)} to ${figureText(band.high)}.`,
  );
}

const SURETY = {
  meets: () => t`unverified`,
  misses: () => t`likely missed`,
  unknown: () => t`undecided`,
} as const;

/** Returns the objective that is nearest to its limit and not verified, the budget aside. */
export function limitingTime({ objectives }: TargetVerdict): ObjectiveVerdict | undefined {
  const open = objectives.filter(
    ({ verified, figure, objective }) => !verified && figure && objective.kind !== 'budget',
  );
  return nearestToLimit(open) ?? open[0];
}
