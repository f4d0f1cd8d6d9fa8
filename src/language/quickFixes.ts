/** Lists the changes of the text that mend the findings at a place. */
import { t } from '@vscode/l10n';
import type { Analysis } from '../lint/analysis';
import type { Finding, RuleCode } from '../lint/finding';
import type { Range } from '../plan/range';
import { mends, mendsWhenFilled } from './fixes/checkFix';
import type { Proposal, QuickFix } from './fixes/fix';
import { FIXES_BY_RULE } from './fixes/fixesByRule';
import { silencingFixes } from './fixes/silence';

/** Findings that are mended at once: each fix is checked by linting the changed plan. */
const MOST_CHECKED = 6;

/** Returns the fixes that take no computing: those of the reader, and comments that silence a rule. */
export function quickFixesAt(analysis: Analysis, at: Range): readonly QuickFix[] {
  return findingsAt(analysis, at).flatMap((finding) => [
    ...writtenFixes(finding),
    ...silencingFixes(analysis, finding).map((fix) => ({
      ...fix,
      finding,
      isPreferred: false,
      silences: true,
    })),
  ]);
}

/** Returns the fixes that were checked: their result no longer has the finding, and has no new error. */
export function checkedFixesAt(analysis: Analysis, at: Range): readonly QuickFix[] {
  return findingsAt(analysis, at)
    .slice(0, MOST_CHECKED)
    .flatMap((finding) => checkedFixes(analysis, finding));
}

export function checkedFixes(analysis: Analysis, finding: Finding): readonly QuickFix[] {
  const propose = FIXES_BY_RULE[finding.code] as
    ((finding: Finding, analysis: Analysis) => readonly Proposal[]) | undefined;
  const proposals = propose?.(finding, analysis) ?? [];
  const known = new Set<string>();
  const fixes = proposals.filter(({ edits, isToFill }) => {
    const key = JSON.stringify(edits);
    if (known.has(key)) return false;
    known.add(key);
    return isToFill ? mendsWhenFilled(analysis, edits) : mends(analysis, finding, edits);
  });
  const preferred = CHOICES.has(finding.code) ? undefined : preferredOf(fixes);
  return fixes.map((fix) => ({ ...fix, finding, isPreferred: fix === preferred }));
}

/** Findings whose fix states a fact, or removes something: only people know if that is right. */
const CHOICES: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'observation.littles-law',
  'observation.future-date',
  'price.future-date',
  'price.undated',
  'plan.unused',
  'scenario.dominated',
  'workload.no-think-time',
]);

/** Returns the cheapest of those that meet a target, otherwise the first. */
function preferredOf(fixes: readonly Proposal[]): Proposal | undefined {
  const sure = fixes.filter(({ isChoice }) => !isChoice);
  const cheapest = Math.min(...sure.flatMap(({ rank }) => rank ?? []));
  return sure.find(({ rank }) => rank === cheapest) ?? sure[0];
}

function findingsAt({ findings }: Analysis, at: Range): readonly Finding[] {
  return findings.filter(({ range }) => range.start <= at.end && at.start <= range.end);
}

/** Returns what the reader of the plan knows to write instead. */
export function writtenFixes(finding: Finding): readonly QuickFix[] {
  return (finding.fixes ?? []).map((edits, index) => ({
    title: t`Write ${`\`${edits.map(({ text }) => text).join('')}\``}`,
    finding,
    edits,
    isPreferred: index === 0,
  }));
}
