/** Why the objectives of a target are not better known: each reason once, with the objectives that have it. */
import type { Option } from '../engine/recommend/recommendation';
import { bindingObjective } from '../engine/verdict/binding';
import type { TargetVerdict, ObjectiveVerdict } from '../engine/verdict/verdict';
import { formatAgainstLimits } from './formatAgainstLimits';
import { listWords } from './markdown';
import { joinSentences } from './sentences';
import { describeReason, foundFigure } from './verdictReasons';
import { describeObjective, describeQuantity } from './verdicts';

/** A reason in words, and the objectives that have it. */
interface SharedReason {
  readonly reason: string;
  readonly of: readonly ObjectiveVerdict[];
}

/** Of the objectives that decide the verdict on a target and are not verified. */
function openReasons({ objectives, outcome }: TargetVerdict): readonly SharedReason[] {
  return shareReasons(
    objectives
      .filter((each) => each.outcome === outcome && !each.verified)
      .map((each) => [each, each.reasons.map((reason) => describeReason(reason, each))] as const),
  );
}

/** In the order in which they are met first. */
function shareReasons(
  all: readonly (readonly [ObjectiveVerdict, readonly string[]])[],
): readonly SharedReason[] {
  const shared = new Map<string, ObjectiveVerdict[]>();
  for (const [objective, reasons] of all) {
    for (const reason of reasons) shared.set(reason, [...(shared.get(reason) ?? []), objective]);
  }
  return [...shared].map(([reason, of]) => ({ reason, of }));
}

/** `lies beyond what was observed; of ttft and p99: rests on an estimate`: what all have needs no names. */
export function describeReasons(verdict: TargetVerdict): string {
  return listReasons(openReasons(verdict), verdict);
}

/** The same of reasons that a view has chosen. */
export function describeChosenReasons(
  verdict: TargetVerdict,
  chosen: readonly (readonly [ObjectiveVerdict, readonly string[]])[],
): string {
  return listReasons(shareReasons(chosen), verdict);
}

function listReasons(shared: readonly SharedReason[], verdict: TargetVerdict): string {
  const groups = groupByObjectives(shared);
  // first what all have: behind a name it would read as of that one
  const ofAll = groups.filter(({ of }) => isAll(of, verdict));
  return [...ofAll, ...groups.filter((group) => !ofAll.includes(group))]
    .map(({ of, reasons }) => {
      const whose = isAll(of, verdict) ? '' : `of ${namesOf(of, 'the ')}: `;
      return whose + reasons.join('; ');
    })
    .join('; ');
}

function isAll(of: readonly ObjectiveVerdict[], { objectives }: TargetVerdict): boolean {
  return of.length === objectives.length;
}

/**
 * `Verified by measurement.`, `Unverified: rests on a guess.`, `Unverified is the cost: …`: nobody reads that a target is
 * met without hearing how well that is known, and of what.
 */
export function describeSurety(verdict: TargetVerdict): string {
  if (verdict.verified) return 'Verified by measurement.';
  const open = verdict.outcome === 'unknown' ? 'Not decided' : 'Unverified';
  const groups = groupByObjectives(openReasons(verdict));
  if (groups.length === 0) return `${open}.`;
  return joinSentences(
    ...groups.map(({ of, reasons }) => {
      const what = isAll(of, verdict)
        ? ''
        : ` ${of.length === 1 ? 'is' : 'are'} ${namesOf(of, 'the ')}`;
      return `${open}${what}: ${reasons.join('; ')}.`;
    }),
  );
}

interface ReasonGroup {
  readonly of: readonly ObjectiveVerdict[];
  readonly reasons: readonly string[];
}

function groupByObjectives(shared: readonly SharedReason[]): readonly ReasonGroup[] {
  const groups = new Map<string, { of: readonly ObjectiveVerdict[]; reasons: string[] }>();
  for (const { reason, of } of shared) {
    const key = namesOf(of);
    const group = groups.get(key) ?? { of, reasons: [] };
    groups.set(key, group);
    group.reasons.push(reason);
  }
  return [...groups.values()];
}

/** `p95 and the cost`: what has a word of the language has its article too. */
function namesOf(of: readonly ObjectiveVerdict[], article = ''): string {
  return listWords(
    of.map(({ objective }) => {
      const name = describeQuantity(objective);
      return objective.kind === name ? name : article + name;
    }),
  );
}

/** `What binds is p95 <8 s: 7.61 s.`; empty where a target has one objective. */
export function describeBinding({ verdict, cost }: Pick<Option, 'verdict' | 'cost'>): string {
  const binding = bindingObjective(verdict);
  const figure = binding && foundFigure(binding, cost);
  return figure
    ? `What binds is ${describeObjective(binding.objective)}: ${formatAgainstLimits(figure, [binding.objective])}.`
    : '';
}
