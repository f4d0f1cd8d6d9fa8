/** Builds the inlay hint behind each scenario: its nodes, the verdict with its figure, and the cost. */
import { t } from '@vscode/l10n';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { verdictOf } from '../engine/assess/ownVerdict';
import type { KeyPath, Objective } from '../engine/plan/plan';
import { bindingObjective, worstMissed } from '../engine/verdict/binding';
import type { TargetVerdict, ObjectiveVerdict } from '../engine/verdict/verdict';
import type { Analysis } from '../lint/analysis';
import { formatFigure } from '../messages/figures';
import { formatAgainstLimits } from '../messages/formatAgainstLimits';
import { describeLimit, outcomeMark } from '../messages/verdicts';
import type { PlanDocument } from '../plan/document';
import type { Range } from '../plan/range';
import { findChange, moveRange } from '../plan/textChange';

export interface Hint {
  /** Where it stands, in the text as it is now. */
  readonly offset: number;
  readonly text: string;
  /** The text in pieces, which lead to what each follows from. */
  readonly parts: readonly HintPart[];
  /** Offset of the scenario's name, whose hover explains the hint. */
  readonly subject: number;
  readonly scenario: string;
}

export interface HintPart {
  readonly text: string;
  readonly about: 'nodes' | 'cost' | 'verdict' | 'age' | 'other';
  /** Range of the price or the limit. */
  readonly to?: Range | undefined;
}

/**
 * Returns `125 nodes · ✗ 2.7 s, limit <1 s · $188/h` for each scenario. An unverified pass never looks verified. The
 * verdict comes early, because a narrow editor cuts the end.
 * @param lastGood The last analysis with an assessment. Its hints stay, marked, while the text is broken.
 */
export function inlayHints(current: Analysis, lastGood: Analysis | undefined): readonly Hint[] {
  if (current.assessment) return hintsOf(current);
  if (!lastGood) return [];
  const change = findChange(lastGood.document.text, current.document.text);
  return hintsOf(lastGood).flatMap((hint) => {
    const offset = change.toNew(hint.offset);
    const subject = change.toNew(hint.subject);
    if (offset === undefined || subject === undefined) return [];
    const parts = hint.parts.map((part) => ({
      ...part,
      to: part.to && moveRange(part.to, change),
    }));
    return [markOutOfDate({ ...hint, offset, subject, parts })];
  });
}

/** Marks a hint that is not of the text as it is now. Once is enough. */
export function markOutOfDate(hint: Hint): Hint {
  const isMarked = hint.parts.at(-1)?.about === 'age';
  if (isMarked) return hint;
  const mark: HintPart = { text: ` ${t`(out of date)`}`, about: 'age' };
  return { ...hint, ...withText([...hint.parts, mark]) };
}

function hintsOf({ document, assessment }: Analysis): readonly Hint[] {
  return (assessment?.scenarios ?? []).flatMap((assessed) => {
    const { path, name } = assessed.spec;
    const key = document.rangeOf(path, 'key');
    const value = document.rangeOf(path, 'value');
    if (!key || !value) return [];
    const offset = placeOf(document, key, value);
    const parts = partsOf(assessed, document);
    return [{ offset, subject: key.start, scenario: name, ...withText(parts) }];
  });
}

function withText(parts: readonly HintPart[]): Pick<Hint, 'text' | 'parts'> {
  return { text: parts.map(({ text }) => text).join(''), parts };
}

/** Returns the place behind `{ … }`, or behind the colon if the scenario's keys are on lines of their own. */
function placeOf({ text }: PlanDocument, key: Range, value: Range): number {
  const between = text.slice(key.end, value.start);
  return between.includes('\n') ? key.end + between.indexOf(':') + 1 : value.end;
}

/** Writes `125 nodes · ✗ 2.7 s, limit <1 s · $188/h`. */
export function describeScenario(assessed: ScenarioAssessment): string {
  return withText(partsOf(assessed, undefined)).text;
}

function partsOf(
  assessed: ScenarioAssessment,
  document: PlanDocument | undefined,
): readonly HintPart[] {
  const { nodes, cost, spec } = assessed;
  if (!nodes) return [{ text: t`not sized`, about: 'nodes' }];
  const { limit, text } = judged(assessed);
  const rangeOf = (path: KeyPath | undefined): Range | undefined =>
    path === undefined ? undefined : document?.rangeOf(path, 'value');
  const parts: HintPart[] = [
    { text: formatFigure(nodes), about: 'nodes' },
    { text, about: 'verdict', to: rangeOf(limit) },
  ];
  if (cost) {
    const to = rangeOf(spec.engine.node?.price?.amount.path);
    parts.push({ text: formatFigure(cost.perHour), about: 'cost', to });
  }
  return parts.flatMap((part, index) => (index === 0 ? [part] : [BETWEEN, part]));
}

const BETWEEN: HintPart = { text: ' · ', about: 'other' };

interface Judged {
  readonly text: string;
  /** Path of the limit that decides, if there is one. */
  readonly limit?: KeyPath;
}

/** Writes `✗ 2.7 s, limit <1 s` or `✓? p95 7.84 s, limit <8 s`, or the latency alone without a target. */
function judged(assessed: ScenarioAssessment): Judged {
  const { latency, overloaded, servers } = assessed;
  const verdict = verdictOf(assessed);
  const deciding = verdict && decidingObjective(verdict);
  const unknown = servers?.value === 0 ? t`no node left` : overloaded ? t`overloaded` : t`unknown`;
  if (!verdict || !deciding) return { text: latency ? formatFigure(latency) : unknown };
  const { objective, figure } = deciding;
  const found = figure ? formatAgainstLimits(figure, [objective]) : unknown;
  const limit = describeLimit(objective);
  const { kind, path } = objective;
  return { text: `${outcomeMark(verdict)} ${againstLimit(kind, found, limit)}`, limit: path };
}

function againstLimit(kind: Objective['kind'], found: string, limit: string): string {
  if (kind === 'budget') return t`budget ${limit}`; // the cost is in the hint anyway
  return kind === 'latency' ? t`${found}, limit ${limit}` : t`${kind} ${found}, limit ${limit}`;
}

/** Returns a missed objective if there is one, else an unknown one or the one nearest to its limit. */
function decidingObjective(verdict: TargetVerdict): ObjectiveVerdict | undefined {
  const { objectives, outcome } = verdict;
  const deciding = objectives.filter((objective) => objective.outcome === outcome);
  if (outcome === 'misses') return worstMissed(verdict) ?? deciding[0];
  if (outcome === 'unknown') return deciding[0];
  return bindingObjective(verdict) ?? objectives[0];
}
