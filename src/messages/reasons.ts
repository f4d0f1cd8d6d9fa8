/** Says why the objectives of a target are not better known: each reason once, with its objectives. */
import { t } from '@vscode/l10n';
import type { Option } from '../engine/recommend/recommendation';
import { bindingObjective } from '../engine/verdict/binding';
import type { TargetVerdict, ObjectiveVerdict } from '../engine/verdict/verdict';
import { formatAgainstLimits } from './formatAgainstLimits';
import { listWords } from './markdown';
import { joinSentences } from './sentences';
import { describeReason, foundFigure } from './verdictReasons';
import { describeLimit, describeQuantity, titleOfQuantity } from './verdicts';

/** A reason in words, and its objectives. */
interface SharedReason {
  readonly reason: string;
  readonly of: readonly ObjectiveVerdict[];
}

/** Lists reasons of the objectives that decide the verdict on a target and are not verified. */
function openReasons({ objectives, outcome }: TargetVerdict): readonly SharedReason[] {
  return shareReasons(
    objectives
      .filter((each) => each.outcome === outcome && !each.verified)
      .map((each) => [each, each.reasons.map((reason) => describeReason(reason, each))] as const),
  );
}

/** Groups reasons in the order of first appearance. */
function shareReasons(
  all: readonly (readonly [ObjectiveVerdict, readonly string[]])[],
): readonly SharedReason[] {
  const shared = new Map<string, ObjectiveVerdict[]>();
  for (const [objective, reasons] of all) {
    for (const reason of reasons) shared.set(reason, [...(shared.get(reason) ?? []), objective]);
  }
  return [...shared].map(([reason, of]) => ({ reason, of }));
}

/** Returns a text that names the objectives of each reason. A reason that all share needs no names. */
export function describeReasons(verdict: TargetVerdict): string {
  return listReasons(openReasons(verdict), verdict);
}

/** Describes reasons that a view has chosen. */
export function describeChosenReasons(
  verdict: TargetVerdict,
  chosen: readonly (readonly [ObjectiveVerdict, readonly string[]])[],
): string {
  return listReasons(shareReasons(chosen), verdict);
}

function listReasons(shared: readonly SharedReason[], verdict: TargetVerdict): string {
  const groups = groupByObjectives(shared);
  // shared reasons come first: after a name they would seem to belong to it
  const ofAll = groups.filter(({ of }) => isAll(of, verdict));
  return [...ofAll, ...groups.filter((group) => !ofAll.includes(group))]
    .map(({ of, reasons }) => {
      const whose = isAll(of, verdict) ? '' : `${namesOf(of)}: `;
      return whose + reasons.join('; ');
    })
    .join('; ');
}

function isAll(of: readonly ObjectiveVerdict[], { objectives }: TargetVerdict): boolean {
  return of.length === objectives.length;
}

/**
 * Says how certain a verdict is: `Verified by measurement.` or `Unverified (cost): …`. A target that is met is
 * never shown without it.
 */
export function describeSurety(verdict: TargetVerdict): string {
  if (verdict.verified) return t`Verified by measurement.`;
  const isOpen = verdict.outcome === 'unknown';
  const groups = groupByObjectives(openReasons(verdict));
  if (groups.length === 0) return isOpen ? t`Not decided.` : t`Unverified.`;
  return joinSentences(
    ...groups.map(({ of, reasons }) => {
      const why = reasons.join('; ');
      if (isAll(of, verdict)) return isOpen ? t`Not decided: ${why}.` : t`Unverified: ${why}.`;
      const names = namesOf(of);
      return isOpen ? t`Not decided (${names}): ${why}.` : t`Unverified (${names}): ${why}.`;
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

/** Returns `p95 and cost`. */
function namesOf(of: readonly ObjectiveVerdict[]): string {
  return listWords(of.map(({ objective }) => describeQuantity(objective)));
}

/** Names the limiting objective. Returns an empty text if a target has one objective. */
export function describeBinding({ verdict, cost }: Pick<Option, 'verdict' | 'cost'>): string {
  const binding = bindingObjective(verdict);
  const figure = binding && foundFigure(binding, cost);
  return figure
    ? t`Limiting target: ${titleOfQuantity(binding.objective)} ${formatAgainstLimits(figure, [binding.objective])} of ${describeLimit(binding.objective)}.`
    : '';
}
