/** Finds the answers of a plan: the cheapest option that meets each target. Equal options are one answer. */
import { t } from '@vscode/l10n';
import type { Assessment } from '../engine/assess/assessment';
import type { Target } from '../engine/plan/plan';
import { recommend } from '../engine/recommend/recommend';
import type { Option } from '../engine/recommend/recommendation';
import { listUpTo, nameOf } from './words';

export interface AnswerOption {
  readonly option: Option;
  /** Targets that it answers, in the plan's order. */
  readonly targets: readonly Target[];
}

/** Returns the answers in the order of their first target. The search for them takes longer than a chart. */
export function answerOptions(assessment: Assessment): readonly AnswerOption[] {
  const found: { readonly option: Option; readonly targets: Target[] }[] = [];
  for (const { target, overall } of recommend(assessment)) {
    if (overall.kind === 'none') continue;
    const same = found.find(({ option }) => isSame(option, overall.option));
    if (same) same.targets.push(target);
    else found.push({ option: overall.option, targets: [target] });
  }
  return found;
}

function isSame(a: Option, b: Option): boolean {
  return a.engine === b.engine && a.parallel === b.parallel && a.nodes.value === b.nodes.value;
}

/** Returns `answer for strict and relaxed`. */
export function answerWords({ targets }: AnswerOption): string {
  return t`answer for ${listUpTo(targets.map(nameOf), MOST_NAMED)}`;
}

const MOST_NAMED = 3;

/** Returns `vllm, parallel 50`. */
export function optionName({ engine, parallel }: Option): string {
  return `${nameOf(engine.spec)}, parallel ${parallel}`;
}
