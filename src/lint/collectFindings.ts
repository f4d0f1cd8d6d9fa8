/** Runs the rules, and applies the levels and suppressions of the user. */
import type { Assessment } from '../engine/assess/assessment';
import { memoize } from '../engine/util/cache';
import type { PlanDocument } from '../plan/document';
import { nearest } from '../plan/nearest';
import { SEVERITIES, type Finding, type RuleLevel, type Severity } from './finding';
import { toFinding } from './problemFindings';
import { SEVERITY_OF_PROBLEM } from './problemRules';
import { mergeFindings } from './mergeFindings';
import { levelOf, RULE_CATALOG } from './ruleCatalog';
import { RULES } from './rules/index';
import type { RuleContext } from './rules/shared/rule';
import { DIRECTIVES, readSuppressions, type NamedCode, type Suppressions } from './suppression';
import { SUPPRESSION_RULE } from './suppressionRule';

type Levels = Readonly<Record<string, RuleLevel>>;

/**
 * Returns findings, worst first, one for each cause.
 * @param assessment Undefined if the document cannot be assessed: then only its problems count.
 * @param asOf Today's date in ISO format.
 */
export function collectFindings(
  document: PlanDocument,
  assessment: Assessment | undefined,
  levels: Levels,
  asOf?: string,
): readonly Finding[] {
  const suppressions = readSuppressions(document);
  const findings = [
    ...findProblems(document, levels),
    ...findUnknownCodes(suppressions, levels),
    ...(assessment ? findByRules({ document, assessment, asOf }, levels) : []),
  ];
  return mergeFindings(findings.filter((finding) => !suppressions.isSilenced(finding))).sort(
    worstFirst,
  );
}

function findProblems({ problems }: PlanDocument, levels: Levels): Finding[] {
  return problems.flatMap((problem) => {
    const { code } = problem;
    const level = levelOf({ code, defaultSeverity: SEVERITY_OF_PROBLEM[code] }, levels);
    return level === 'off' ? [] : [toFinding(problem, level)];
  });
}

function findByRules(context: RuleContext, levels: Levels): Finding[] {
  const findings: Finding[] = [];
  for (const { rule, severity } of rulesAt(levels)) {
    for (const finding of rule.find(context, severity)) findings.push(finding);
  }
  return findings;
}

/** Selects rules by level. The result is the same on every keystroke until the settings change. */
const rulesAt = memoize((levels: Levels) =>
  RULES.flatMap((rule) => {
    const severity = levelOf(rule, levels);
    return severity === 'off' ? [] : [{ rule, severity }];
  }),
);

function findUnknownCodes({ named, misspelt }: Suppressions, levels: Levels): Finding[] {
  const severity = levelOf(SUPPRESSION_RULE, levels);
  if (severity === 'off') return [];
  const codes = [...RULE_CATALOG.keys()];
  const toFinding = (
    kind: 'rule' | 'directive',
    { code, start, end }: NamedCode,
    known: readonly string[],
  ): Finding => ({
    code: SUPPRESSION_RULE.code,
    severity,
    range: { start, end },
    args: { kind, code, suggestion: nearest(code, known) },
    related: [],
    path: undefined,
  });
  return [
    ...named
      .filter(({ code }) => !isKnown(code, codes))
      .map((each) => toFinding('rule', each, codes)),
    ...misspelt.map((each) => toFinding('directive', each, DIRECTIVES)),
  ];
}

function isKnown(code: string, codes: readonly string[]): boolean {
  if (code === '*') return true;
  if (!code.endsWith('.*')) return RULE_CATALOG.has(code);
  return codes.some((known) => known.startsWith(code.slice(0, -1)));
}

const RANK = new Map<Severity, number>(SEVERITIES.map((severity, rank) => [severity, rank]));

/** Sorts by severity, then by place. */
function worstFirst(a: Finding, b: Finding): number {
  return (
    (RANK.get(a.severity) ?? 0) - (RANK.get(b.severity) ?? 0) ||
    a.range.start - b.range.start ||
    a.range.end - b.range.end
  );
}
