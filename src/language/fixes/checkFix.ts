/** Checks a fix by linting its result: the finding is gone, and no error is new. */
import { analyzePlan } from '../../lint/analyzePlan';
import type { Analysis } from '../../lint/analysis';
import type { Finding } from '../../lint/finding';
import { applyEdits } from '../../plan/edit/editPlan';
import type { TextEdit } from '../../plan/edit/textEdit';

export function mends(analysis: Analysis, finding: Finding, edits: readonly TextEdit[]): boolean {
  const { findings } = analysis;
  const changed = analyzeEdited(analysis, edits);
  // what is read right at last may miss its target: that was hidden, and is not new
  const isNews = ({ severity, code }: Finding): boolean =>
    severity === 'error' && (!finding.code.startsWith('plan.') || code.startsWith('plan.'));
  const known = new Set(findings.filter(isNews).map(identify));
  const mended = identify(finding);
  return (
    changed.document.assessable &&
    changed.findings.every(
      (each) => identify(each) !== mended && (!isNews(each) || known.has(identify(each))),
    )
  );
}

/** Checks a fix that leaves values empty: the plan has no other new errors than that they are. */
export function mendsWhenFilled(analysis: Analysis, edits: readonly TextEdit[]): boolean {
  const changed = analyzeEdited(analysis, edits);
  const errors = ({ findings }: Analysis): readonly Finding[] =>
    findings.filter(({ severity, code }) => severity === 'error' && code.startsWith('plan.'));
  const known = new Set(errors(analysis).map(identify));
  const news = errors(changed).filter((each) => !known.has(identify(each)));
  return (
    changed.document.assessable &&
    news.every(({ code }) => code === 'plan.wrong-type' || code === 'plan.missing-key')
  );
}

function analyzeEdited({ document, options }: Analysis, edits: readonly TextEdit[]): Analysis {
  const { files, text } = document;
  return analyzePlan(applyEdits(text, edits), { ...options, files });
}

/** Names what a finding is about, wherever it is in the text. */
export function identify({ code, path, args }: Finding): string {
  const scenario =
    'scenario' in args && typeof args.scenario === 'object' ? args.scenario : undefined;
  const name = scenario && 'spec' in scenario ? scenario.spec.path : path;
  const target = 'target' in args && typeof args.target === 'object' ? args.target.name : '';
  const silenced = 'code' in args ? args.code : '';
  return [code, name, target, silenced].join(' ');
}
