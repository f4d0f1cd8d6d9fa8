/** Writes the answer for a target into the plan, as a scenario of its own. */
import { t } from '@vscode/l10n';
import { answerOptions, type AnswerOption } from '../charts/answerOptions';
import { assess } from '../engine/assess/assess';
import type { Plan } from '../engine/plan/plan';
import type { Analysis } from '../lint/analysis';
import { editPlan, type TextEdit } from '../plan/edit/editPlan';
import { joinPath } from '../plan/keyPath';
import { findNode } from '../plan/positions';
import { readPlan } from '../plan/readPlan';

interface WrittenScenario {
  /** Name of the new scenario, which no other has. */
  readonly name: string;
  readonly edits: readonly TextEdit[];
  /** The whole text after the edits. */
  readonly text: string;
}

/** @param target Name of a target whose answer is no scenario of the plan. */
export function writeScenario(
  analysis: Analysis,
  target: string,
): WrittenScenario | { readonly problem: string } {
  const { assessment } = analysis;
  const answer = assessment && answerTo(answerOptions(assessment), target);
  if (!answer) return { problem: t`The plan has changed: it has no such answer any more.` };
  const name = unusedName(analysis, answer);
  for (const pairs of waysToWrite(answer, assessment.plan)) {
    const written = write(analysis, name, pairs);
    if (written && isAnswer(written.text, analysis, name, answer)) return { name, ...written };
  }
  return { problem: t`This scenario cannot be written into the plan. Write it by hand.` };
}

function answerTo(answers: readonly AnswerOption[], target: string): AnswerOption | undefined {
  return answers.find(
    ({ option, targets }) => !option.scenario && targets.some(({ name }) => name === target),
  );
}

/** Returns `vllm-50`, or `vllm-50-2` if that is taken. */
function unusedName({ document }: Analysis, { option }: AnswerOption): string {
  const scenarios = document.tree && findNode(document.tree, '/scenarios');
  const entries = scenarios?.kind === 'map' ? scenarios.entries : [];
  const taken = new Set(entries.map(({ key }) => key));
  const name = `${option.engine.spec.name}-${option.parallel}`;
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}-${count}`;
  return free;
}

type Pairs = readonly (readonly [key: string, text: string])[];

/** Returns what to write, shortest first: the plan may size the scenario as the answer is, or not. */
function waysToWrite({ option, targets }: AnswerOption, plan: Plan): readonly Pairs[] {
  const [target] = targets;
  const isDefault = target === plan.targets[0];
  const best = option.cost ? 'Cheapest' : 'Fewest nodes';
  const common: Pairs = [
    ['title', `${best} that ${option.cost ? 'meets' : 'meet'} ${target?.name ?? ''}`],
    ['engine', option.engine.spec.name],
    ['parallel', String(option.parallel)],
    ...(isDefault || !target ? [] : [['target', target.name] as const]),
  ];
  return [
    common,
    [...common, ['sizeFor', 'target']],
    [...common, ['nodes', String(option.nodes.value)]],
  ];
}

function write(
  { document }: Analysis,
  name: string,
  pairs: Pairs,
): Omit<WrittenScenario, 'name'> | undefined {
  const path = joinPath('/scenarios', name);
  const changes = pairs.map(([key, text]) => ({ path: joinPath(path, key), text }));
  const edit = editPlan(document, changes);
  return 'problem' in edit ? undefined : { edits: edit.edits, text: edit.text };
}

/** Tells if the new scenario is sized as the answer. */
function isAnswer(
  text: string,
  { document }: Analysis,
  name: string,
  { option, targets }: AnswerOption,
): boolean {
  const changed = readPlan(text, document.files);
  if (!changed.assessable) return false;
  const added = assess(changed.plan).scenarios.find(({ spec }) => spec.name === name);
  return added?.nodes?.value === option.nodes.value && added.spec.target?.name === targets[0]?.name;
}
