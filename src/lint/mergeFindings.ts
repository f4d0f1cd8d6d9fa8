/** Merges findings of one cause at one place: the worst leads, the others are named in it. */
import { TIME_RULES, type Finding, type RuleCode, type TimeFinding } from './finding';
import { SEVERITIES, type Severity } from './severity';

export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, TimeFinding[]>();
  for (const finding of findings) {
    if (!isTimeFinding(finding)) continue;
    const key = keyOf(finding);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const leads = new Map<Finding, Finding>();
  const merged = new Set<Finding>();
  for (const group of groups.values()) {
    const [lead, ...others] = group.sort(leadingFirst);
    if (!lead || others.length === 0) continue;
    leads.set(lead, leadOf(lead, others));
    for (const other of others) merged.add(other);
  }
  return findings.flatMap((finding) =>
    merged.has(finding) ? [] : (leads.get(finding) ?? finding),
  );
}

function isTimeFinding(finding: Finding): finding is TimeFinding {
  return (TIME_RULES as readonly RuleCode[]).includes(finding.code);
}

/** Returns the place and the scenario. Undefined for costs, and for what is about a target on all engines. */
function keyOf({ args, range }: TimeFinding): string | undefined {
  if (!('scenario' in args)) return undefined;
  if ('verdict' in args && args.verdict.objective.kind === 'budget') return undefined;
  return `${range.start} ${range.end} ${args.scenario.spec.path}`;
}

const RANK = new Map<Severity, number>(SEVERITIES.map((severity, rank) => [severity, rank]));

function leadingFirst(a: TimeFinding, b: TimeFinding): number {
  return (
    (RANK.get(a.severity) ?? 0) - (RANK.get(b.severity) ?? 0) ||
    TIME_RULES.indexOf(a.code) - TIME_RULES.indexOf(b.code)
  );
}

function leadOf(lead: TimeFinding, others: readonly TimeFinding[]): Finding {
  const related = new Map(
    [lead, ...others]
      .flatMap((finding) => finding.related)
      .map((place) => [`${place.role} ${place.range.start} ${place.range.end}`, place]),
  );
  return { ...lead, related: [...related.values()], merged: others };
}
