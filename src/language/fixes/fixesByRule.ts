/** The fixes of each rule, where it has some. A fix of another rule is none that is known. */
import { t } from '@vscode/l10n';
import type { Analysis } from '../../lint/analysis';
import type { Finding, FindingOf, RuleCode } from '../../lint/finding';
import { quote } from '../../messages/findings/words';
import { writeScalar } from '../../plan/edit/scalarText';
import { joinPath } from '../../plan/keyPath';
import { fitContext, lengthenContext, shortenContext } from './contextFixes';
import { datePrice } from './datePrice';
import { propose, type Proposal } from './fix';
import { insertMissing } from './insertMissing';
import { insertObservation } from './insertObservation';
import { followLoad, reconcile } from './observationFixes';
import { removeEntry } from './removeEntry';
import { addSpare, enoughNodes, removeDominated } from './scenarioFixes';
import { targetFixes } from './targetFixes';
import { writeTemplate } from './writeTemplate';

type FixesByRule = {
  readonly [C in RuleCode]?: (finding: FindingOf<C>, analysis: Analysis) => readonly Proposal[];
};

export const FIXES_BY_RULE: FixesByRule = {
  'target.latency-missed': targetFixes,
  'target.likely-missed': targetFixes,
  'target.infeasible': ({ args }, analysis) =>
    args.about === 'scenario' ? targetFixes({ args }, analysis) : [],
  'target.budget-exceeded': targetFixes,
  'target.budget-likely-exceeded': targetFixes,
  'scenario.queueing': enoughNodes,
  'scenario.overloaded': enoughNodes,
  'scenario.no-spare': addSpare,
  'scenario.dominated': removeDominated,
  'scenario.single-slot': ({ args: { scenario } }, analysis) =>
    propose(analysis, t`Set parallel to 1`, [
      { path: joinPath(scenario.spec.path, 'parallel'), text: '1' },
    ]),
  'engine.context-too-long': shortenContext,
  'engine.context-too-short': lengthenContext,
  'engine.full-context': fitContext,
  'observation.underloaded': followLoad,
  'observation.littles-law': reconcile,
  'price.undated': datePrice,
  'price.future-date': dateToday,
  'observation.future-date': dateToday,
  'workload.no-think-time': ({ path = '' }, analysis) =>
    propose(analysis, t`Set thinkTime to 0 s (users send back to back)`, [
      { path: path.replace(/users$/, 'thinkTime'), text: '0s' },
    ]),
  'plan.unused': ({ args: { name }, path = '' }, { document }) => {
    const edit = removeEntry(document, path);
    return edit ? [{ title: t`Remove ${quote(name)}`, edits: [edit] }] : [];
  },
  'plan.catalog-slip': writeSuggestion,
  'plan.unknown-reference': writeSuggestion,
  'plan.unknown-key': (finding) =>
    finding.fixes ? [] : replacing(finding, [finding.args.suggestion]),
  'target.unverified': insertObservation,
  'target.unknown': insertObservation,
  'scenario.extrapolated': insertObservation,
  'scenario.not-sized': insertObservation,
  'plan.empty': writeTemplate,
  'plan.missing-key': (finding, analysis) =>
    finding.fixes
      ? []
      : [
          ...rewriting(finding, finding.args.instead?.suggestion),
          ...insertMissing(finding, analysis),
        ],
  'plan.missing-space': (finding) => rewriting(finding, finding.args.mended),
  'plan.flow-comma': (finding) => rewriting(finding, finding.args.mended),
  'plan.suppression': (finding) => replacing(finding, [finding.args.suggestion]),
  'plan.value': (finding) => replacing(finding, [finding.args.suggestion]),
  'plan.unit': (finding) => replacing(finding, finding.args.suggestions),
  'plan.ambiguous': (finding) => replacing(finding, finding.args.suggestions),
};

/** Writes what was likely meant in the place of what is there: plain, or in quotes where that is needed. */
function replacing(
  { range: { start, end } }: Finding,
  texts: readonly (string | undefined)[],
): readonly Proposal[] {
  return texts
    .flatMap((text) => (text === undefined ? [] : [text]))
    .map((text, _, { length }) => ({
      title: t`Write ${quote(text)}`,
      edits: [{ start, end, text: writeScalar(text, true) }],
      isChoice: length > 1,
    }));
}

/** Writes an entry as the format has it. */
function rewriting(
  { range: { start, end } }: Finding,
  text: string | undefined,
): readonly Proposal[] {
  return text === undefined
    ? []
    : [{ title: t`Write ${quote(text)}`, edits: [{ start, end, text }] }];
}

function dateToday(
  { path = '' }: FindingOf<'price.future-date' | 'observation.future-date'>,
  analysis: Analysis,
): readonly Proposal[] {
  const { asOf } = analysis.options;
  return asOf === undefined
    ? []
    : propose(analysis, t`Set the date to ${asOf}`, [{ path, text: asOf }]);
}

function writeSuggestion(
  { args: { suggestion }, path }: FindingOf<'plan.catalog-slip' | 'plan.unknown-reference'>,
  analysis: Analysis,
): readonly Proposal[] {
  if (suggestion === undefined || path === undefined) return [];
  return propose(analysis, t`Write ${quote(suggestion)}`, [{ path, text: suggestion }]);
}
